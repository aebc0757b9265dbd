// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Colors } from "picocolors/types";
import type { EngineEvent } from "./events";

/** Approvals and attestations, as our program puts them into its stack outputs. */
export interface Approvals {
  readonly transfers: readonly Transfer[];
  readonly attestations: Readonly<Record<string, Attestation | undefined>>;
}

interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly approvedBy: string;
  readonly expires: string;
}

/** A person's statement that something was done by hand. */
export interface Attestation {
  readonly by: string;
  readonly on: string;
  readonly expires: string;
}

/** What has to be attested, because no API of Agora shows it. */
const attestable = {
  noCertificateDisabled: `"No certificate" is disabled in Agora Console`,
} as const;
type Attestable = keyof typeof attestable;
const attestables = Object.keys(attestable) as Attestable[];

/** The approvals of a stack; nothing for a program that has no such outputs. */
export function approvalsOf(events: readonly EngineEvent[]): Approvals | undefined {
  const outputs = events
    .flatMap(({ resOutputsEvent }) => resOutputsEvent?.metadata.new ?? [])
    .findLast(({ type }) => type === "pulumi:pulumi:Stack")?.outputs;
  const { transfers, attestations } = outputs ?? {};
  return Array.isArray(transfers) && typeof attestations === "object" && attestations !== null
    ? { transfers, attestations: attestations as Approvals["attestations"] }
    : undefined;
}

/** The summary's section about them. */
export function approvalLines(approvals: Approvals, today: Date, color: Colors): string[] {
  const { transfers, attestations } = approvals;
  const attested = attestables.map(
    (name) => `  ${attestationLine(name, attestations[name], today, color)}`,
  );
  return [
    `${color.dim("Transfers ")}${transfers.length || "none"}`,
    ...transfers.map(transferLine),
    color.dim("Attested"),
    ...attested,
  ].map((line) => line.replaceAll(/\s*\n\s*/g, " "));
}

function transferLine({ from, to, purpose, approvedBy, expires }: Transfer): string {
  return (
    `  the backend of ${from} may call the token API of ${to} until ${expires}: ${purpose}; ` +
    `approved by ${approvedBy}`
  );
}

/** The state of an attestation; it is never called verified. */
export function attestationLine(
  name: Attestable,
  attestation: Attestation | undefined,
  today: Date,
  color: Colors,
): string {
  const claim = attestable[name];
  if (attestation === undefined) {
    return color.yellow(
      `${claim}: missing. See to it, and write who and when into 'classroom:attestations'.`,
    );
  }
  const { by, on, expires } = attestation;
  return new Date(`${expires}T23:59:59Z`) < today
    ? color.yellow(
        `${claim}: expired on ${expires}; ${by} saw to it on ${on}. Look again, and renew the attestation.`,
      )
    : `${claim}: attested, not verified; by ${by} on ${on}, counts until ${expires}`;
}
