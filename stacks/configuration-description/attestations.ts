// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Kind } from "./kinds";
import { nonEmpty } from "./texts";

/** What somebody has done by hand, where no API shows it. */
export const attestations = {
  type: "record",
  keys: {
    noCertificateDisabled: {
      type: "record",
      keys: {
        by: { ...nonEmpty, doc: "Who did it.", required: true },
        on: { type: "date", doc: "The day on which they did it.", required: true },
      },
      doc: 'That "No certificate" is disabled for the project in Agora Console.',
      whenAbsent: "the report says that it is missing",
    },
    maxAgeDays: { type: "wholeNumber", doc: "Days for which an attestation counts.", default: 365 },
  },
} as const satisfies Kind;
