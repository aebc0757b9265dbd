// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createColors } from "picocolors";
import type { Colors } from "picocolors/types";

/** When to colour: as the user asked, else on a terminal only. */
export type When = "auto" | "always" | "never";

/** Colours for a stream. Without a wish: on a terminal only. The library's own rule would also colour CI logs. */
export function colorsFor(
  stream: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
  when: When = "auto",
): Colors {
  const isColored = when === "auto" ? stream.isTTY === true && !environment.NO_COLOR : undefined;
  return createColors(isColored ?? when === "always");
}
