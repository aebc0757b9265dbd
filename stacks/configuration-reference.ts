// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `npm run configuration-reference`: writes the JSON Schema and the reference page of the stack
 * configuration from its description. The program does not import it.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationPage } from "./configuration-page";
import { configurationSchema } from "./configuration-schema";

writeFileSync(
  join(__dirname, "configuration.schema.json"),
  `${JSON.stringify(configurationSchema(), undefined, 2)}\n`,
);
writeFileSync(join(__dirname, "../docs/configuration.md"), configurationPage());
