// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: the code of a function, the image of a container, or a credential that looks like a word and
 * whose name does not tell what it is. A value that is not known yet is reported where its name tells of a
 * secret. The value itself is never part of a message.
 */

import { configuration } from "../../framework/configuration";
import { agoraDocs, fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { credentialIn, mayBeCredential } from "../../predicates/credentials";
import { textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { outputsOf, plainSettingsOf, type Setting } from "./plain-settings";

const mustBeSecret = "a stack must not hand out credentials";
const fix =
  "Leave it out of the outputs; if it has to be one, mark it as a secret and exempt the stack.";
const must = "credentials belong in Secrets Manager or in an encrypted parameter";

export const forbidPlaintextSecrets: Rule = {
  name: "forbid-plaintext-secrets",
  description: "Settings in plain text must hold no credentials.",
  rationale:
    "Everyone who may describe a resource sees its environment, parameters, tags and user " +
    "data, and state files and deployment logs keep them. Whoever reads an Agora App " +
    "Certificate there can sign tokens for every class.",
  severity: "critical",
  controls: [
    fsbp("ECS.8", "Secrets should not be passed as container environment variables"),
    fsbp(
      "CodeBuild.2",
      "CodeBuild project environment variables should not contain clear text credentials",
    ),
    nist("IA-5(7)", "No embedded unencrypted static authenticators"),
    iso("A.8.24", "Use of cryptography"),
    gdpr("Article 32(1)(b)", "Confidentiality of processing systems and services"),
    agoraDocs("App Certificate", "Keep the App Certificate in the backend only"),
  ],
  enforcementLevel: "mandatory",
  tags: ["lambda", "ecs", "codebuild", "ec2", "ssm", "secrets", "tokens"],
  remediationSteps:
    "Put the value into a Secrets Manager secret, hand over its ARN, and read it when the " +
    "program runs. Replace the credential: it has been in a state file.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: { "aws:*": judge, "aws-native:*": judge },
    stack: { "pulumi:pulumi:Stack": judgeOutputs },
  },
};

function judge(resource: Resource): readonly Finding[] {
  const byPlace = new Map(
    plainSettingsOf(resource).flatMap((setting) =>
      judgeSetting(resource, setting).map((finding) => [setting.value.path, finding] as const),
    ),
  );
  return [...byPlace.values()];
}

/** No policy can see whether an output is marked as a secret, so this is only advice. */
function judgeOutputs(stack: Resource): readonly Finding[] {
  return outputsOf(stack).flatMap(({ name, value }) => {
    const found = credentialIn(name, textOf(value) ?? "");
    return found === undefined
      ? []
      : [violation(stack, value.path, `holds ${found}`, mustBeSecret, { fix, level: "advisory" })];
  });
}

/** A line of a script is two settings, the whole line and what it sets, but one finding. */
function judgeSetting(resource: Resource, { name, value }: Setting): readonly Finding[] {
  if (value.state === "unknown") {
    const isAsked = name === "" || mayBeCredential(name);
    return isAsked ? [undecided(resource, value.path, must)] : [];
  }
  const found = credentialIn(name, textOf(value) ?? "");
  return found === undefined ? [] : [violation(resource, value.path, `holds ${found}`, must)];
}
