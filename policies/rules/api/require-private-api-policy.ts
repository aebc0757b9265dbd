// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Judges private APIs only: forbid-public-api-endpoint judges the others. */

import { type Answer, check } from "../../access";
import { configuration, type Options } from "../../framework/configuration";
import { agora, iso, nist } from "../../framework/controls";
import { type Finding, undecided, unjudgeable, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { type ApiPolicy, policiesOf } from "../../joins/api-policies";
import { restApiTypes } from "../../joins/rest-apis";
import { namesEveryCaller, namesEveryNetwork } from "../../predicates/closed-documents";
import { asDocument } from "../../resources/documents";
import { read, textOf } from "../../resources/reading";
import { type Stack, type StackResource, written } from "../../resources/stack";
import { onlyForNamedCallers, onlyThroughNamedNetworks } from "./confinement";

const must =
  "the policy of a private API must confine it to named endpoints or networks and to named callers";

export const requirePrivateApiPolicy: Rule = {
  name: "require-private-api-policy",
  description: "The policy of a private API must confine it to named networks and callers.",
  rationale:
    "Private only means that a call comes through some interface endpoint, of any account. The " +
    "resource policy alone says who may call, and through whose endpoint.",
  severity: "high",
  controls: [
    nist("AC-3", "Access enforcement"),
    nist("AC-4", "Information flow enforcement"),
    nist("SC-7", "Boundary protection"),
    iso("A.5.15", "Access control"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["apigateway", "network", "authorization", "tokens"],
  remediationSteps:
    "Allow execute-api:Invoke to the roles of the callers only, with a condition on " +
    "aws:SourceVpce, or deny it where aws:SourceVpce is not your endpoint.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  configSchema: configuration("advisory"),
  validator: {
    stack: { [restApiTypes[0]]: judge, [restApiTypes[1]]: judge },
  },
};

/** What a policy must do. The quick check is tried first, the proof only where it does not hold. */
const asked = [
  {
    isSeen: namesEveryCaller,
    question: onlyForNamedCallers,
    failure: "opens it to every principal",
  },
  {
    isSeen: namesEveryNetwork,
    question: onlyThroughNamedNetworks,
    failure: "does not confine it",
  },
];
const seen: { readonly answer: Answer } = { answer: { answer: "none" } };

/** The ARN that completes `execute-api:/*` while the API has none yet. */
const anyApi = "arn:*:execute-api:*:*:*";

function judge(api: StackResource, _options: Options, stack: Stack): readonly Finding[] {
  const types = written(api, "endpointConfiguration", "types");
  if (!types.some((type) => type.state === "unknown" || textOf(type) === "PRIVATE")) {
    return [];
  }
  const policies = policiesOf(stack, api);
  return policies.length === 0
    ? [violation(api, "policy", "is missing, so that nobody can be let in", must)]
    : policies.flatMap((policy) => judgePolicy(policy, api));
}

function judgePolicy({ holder, document }: ApiPolicy, api: StackResource): readonly Finding[] {
  const of = holder === api ? undefined : api;
  const { path, state } = document.content;
  if (state === "unknown") {
    return [undecided(holder, path, must, { of })];
  }
  const resourceArn = textOf(read(api.props, "executionArn")) ?? anyApi;
  const policy = asDocument(document, { name: "policy of the API", resourceArn });
  for (const { isSeen, question, failure } of asked) {
    const { answer } = isSeen(policy) ? seen : check(question(policy));
    if (answer.answer === "found") {
      return [violation(holder, path, `${failure}: ${answer.sentence}`, must, { of })];
    }
    if (answer.answer === "undecided") {
      return [unjudgeable(holder, path, must, answer.because.join(" "), { of })];
    }
  }
  return [];
}
