// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash, timingSafeEqual } from "node:crypto";
import type { AgoraProject } from "./agora-project";
import type { SecretReading } from "./aws-secret";

/** The result of one check on Agora's side. */
export interface Check {
  readonly outcome: "holds" | "fails" | "unknown";
  readonly sentence: string;
}

/** Checks the project of an App ID. */
export function projectChecks(appId: string, projects: readonly AgoraProject[]): Check[] {
  const project = projectOf(appId, projects);
  if (project === undefined) {
    return [
      fails(
        `No project of this Agora account has the App ID ${appId}. Correct 'classroom:appId', or ` +
          "take the customer keys of the account that owns it.",
      ),
    ];
  }
  return [
    project.isEnabled
      ? holds(`The project ${JSON.stringify(project.name)} has this App ID, and is enabled.`)
      : fails(
          `The project ${JSON.stringify(project.name)} is disabled: nobody can join. Enable it in Agora Console.`,
        ),
    project.certificate === undefined
      ? fails(
          "The project has no primary App Certificate: no token is asked for. Enable it in Agora Console.",
        )
      : holds("The primary App Certificate is enabled."),
  ];
}

/** Whether the secrets that tokens are signed with hold the project's certificate. */
export function secretChecks(
  appId: string,
  projects: readonly AgoraProject[],
  secrets: readonly SecretReading[],
): Check[] {
  const certificate = projectOf(appId, projects)?.certificate;
  if (certificate === undefined) {
    return [];
  }
  return secrets.length === 0
    ? [unknown("No secret was compared. Name one with --secret.")]
    : secrets.map((secret) => secretCheck(secret, certificate));
}

function secretCheck(secret: SecretReading, certificate: string): Check {
  const { arn } = secret;
  if ("unread" in secret) {
    return unknown(`${arn} was not compared. ${secret.unread}`);
  }
  const { signing, other } = secret.certificates;
  if (haveEqualDigests(signing, certificate)) {
    return holds(`${arn} signs with the project's primary App Certificate.`);
  }
  // The API tells the primary certificate only; Agora accepts tokens of the secondary one as well.
  return other !== undefined && haveEqualDigests(other, certificate)
    ? unknown(
        `${arn} holds the project's primary App Certificate, and signs with another, which is ` +
          "right during a rotation only. No API tells Agora's secondary certificate.",
      )
    : fails(
        `${arn} does not hold the project's primary App Certificate: Agora refuses its tokens, ` +
          "unless they are signed with the secondary one. Fill the secret anew.",
      );
}

/** Constant time, and prints neither certificate. Case matters. */
function haveEqualDigests(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(certificate: string): Buffer {
  return createHash("sha256").update(certificate).digest();
}

function projectOf(appId: string, projects: readonly AgoraProject[]): AgoraProject | undefined {
  return projects.find((project) => project.appId.toLowerCase() === appId.toLowerCase());
}

const holds = (sentence: string): Check => ({ outcome: "holds", sentence });
const fails = (sentence: string): Check => ({ outcome: "fails", sentence });
const unknown = (sentence: string): Check => ({ outcome: "unknown", sentence });
