// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createColors } from "picocolors";
import type { Colors } from "picocolors/types";

/** Colours for a stream: on a terminal only. The library's own rule would also colour CI logs. */
export function colorsFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Colors {
  return createColors(stream.isTTY === true && !environment.NO_COLOR);
}
