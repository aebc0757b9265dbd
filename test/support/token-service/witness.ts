// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** All that a run wrote to logs and answered, so that one test can search the whole of it. */
export const witness = {
  lines: [] as string[],
  responses: [] as string[],
  /** Certificates that a fake AWS or a test handed out. */
  certificates: new Set<string>(),
};
