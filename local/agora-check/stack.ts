// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { parse } from "yaml";
import { Failure } from "../runner/failure";
import type { Attestation } from "../summary/approvals";

/** What a stack's configuration says about its Agora project. */
export interface StackSays {
  readonly appId: string;
  readonly noCertificateDisabled: Attestation | undefined;
}

/** How long an attestation counts by default. */
const defaultMaxAgeDays = 365;

/** Reads the App ID and the attestation from a stack's file; the program validates them in full. */
export function readStackSays(file: Readonly<Record<string, unknown>>, stack: string): StackSays {
  const config = Object(file.config) as Record<string, unknown>;
  const appId = config["classroom:appId"];
  if (typeof appId !== "string" || !/^[0-9a-fA-F]{32}$/.test(appId)) {
    throw new Failure(
      `'classroom:appId' of the stack '${stack}' must be 32 hexadecimal characters in plain ` +
        "text. Name a stack of ours with --stack.",
    );
  }
  return { appId, noCertificateDisabled: attestationOf(config["classroom:attestations"]) };
}

function attestationOf(value: unknown): Attestation | undefined {
  // `pulumi config set` without `--path` writes a map as its JSON.
  const given: unknown = typeof value === "string" ? parse(value) : value;
  const { noCertificateDisabled, maxAgeDays = defaultMaxAgeDays } = Object(given);
  const { by, on } = Object(noCertificateDisabled) as Record<string, unknown>;
  const time = Date.parse(`${on}T00:00:00Z`);
  return typeof by === "string" && typeof on === "string" && !Number.isNaN(time)
    ? {
        by,
        on,
        expires: new Date(time + Number(maxAgeDays) * 86_400_000).toISOString().slice(0, 10),
      }
    : undefined;
}
