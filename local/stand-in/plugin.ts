// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A stand-in for Pulumi's AWS plug-in, for machines without an AWS account: the engine starts it in the
 * plug-in's place, reads a port from its standard output, and speaks gRPC. It contacts nobody and writes
 * nothing. Its first argument is the folder of the `@pulumi/aws` that the program uses.
 *
 * What it cannot know, because the SDK does not say it: which values AWS refuses, which changes replace a
 * resource, and the defaults that the real plug-in writes into inputs (a function's memory size, say).
 */

import { StandIn } from "./provider";
import { Sdk } from "./sdk";
import { serve } from "./serve";

serve(() => {
  const [, , folder = ""] = process.argv;
  return new StandIn(new Sdk(folder), process.env).handlers();
});
