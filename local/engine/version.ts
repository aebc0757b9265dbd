// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { coerce, gte } from "semver";

/** The Pulumi CLI that is built or installed when none is on PATH; `cli/go.mod` names the same one. */
export const pinnedVersion = "3.259.0";

/** The oldest CLI that is used from PATH: older ones cannot run an executable pack. */
export const oldestVersion = "3.255.0";

/** The oldest Go that compiles the pinned CLI (the `go` line of `cli/go.mod`). */
export const oldestGo = "1.25.11";

/** Whether the first version in a text, such as `go version go1.26.8 linux/amd64`, is recent enough. */
export function isAtLeast(text: string, oldest: string): boolean {
  const version = coerce(text);
  return version !== null && gte(version, oldest);
}
