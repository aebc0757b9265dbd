// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A stand-in for the plug-in of any provider: the engine starts it with the provider's name and version.
 * It contacts nobody, knows nothing about the provider, and checks nothing.
 */

import { GenericStandIn } from "./generic";
import { serve } from "./serve";

serve(() => {
  const [, , name = "", version = ""] = process.argv;
  return new GenericStandIn(name, version, process.env).handlers();
});
