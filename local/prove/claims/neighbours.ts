// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Nothing of one data centre is open to another, but for what a transfer permits while it lasts. */

import {
  type ActionsOnResources,
  callsOf,
  type Document,
  on,
  onBucket,
  type Property,
  type RequestLike,
} from "../../../policies/access";
import { attachedPolicies } from "../attachments";
import { identityPolicies, policyOf } from "../documents";
import type { Place } from "../place";
import { type StateResource, textOf } from "../state";
import type { Claim } from "./claim";

/** A resource with a policy, and what can be done to it. */
interface Guarded {
  readonly document: Document;
  readonly among: readonly ActionsOnResources[];
}

const TYPES: Readonly<Record<string, (resource: StateResource) => ActionsOnResources[]>> = {
  "aws:apigateway/restApi:RestApi": (api) => callsOf(textOf(api, "executionArn")),
  "aws:s3/bucket:Bucket": (bucket) => onBucket(textOf(bucket, "arn")),
  "aws:s3/bucketV2:BucketV2": (bucket) => onBucket(textOf(bucket, "arn")),
  "aws:secretsmanager/secret:Secret": (secret) => on("secret", textOf(secret, "arn")),
  "aws:kms/key:Key": (key) => on("key", textOf(key, "arn")),
  "aws:sns/topic:Topic": (topic) => on("topic", textOf(topic, "arn")),
  "aws:sqs/queue:Queue": (queue) => on("queue", textOf(queue, "arn")),
};

export function neighbourClaims(place: Place, places: readonly Place[]): Claim[] {
  const others = places.filter((other) => other !== place);
  return others.length === 0
    ? [
        {
          says: "nothing is open to another data centre",
          because: "the stack has one data centre",
        },
      ]
    : others.map((other) => openTo(place, other));
}

function openTo(place: Place, other: Place): Claim {
  const guarded = Object.entries(TYPES).flatMap(([type, amongOf]) =>
    place.deployed.ofType(type).map((resource) => ({
      document: policyOf(place.deployed, resource),
      among: amongOf(resource),
    })),
  );
  if (guarded.length === 0) {
    return { says: `nothing is open to ${other.name}`, because: "the data centre has nothing" };
  }
  const callers = callersOf(other).filter((arn) => !place.backendRoleArns.includes(arn));
  const visitors = place.visitors.filter(({ roleArn }) => callers.includes(roleArn));
  const strangers = callers.filter((arn) => visitors.every(({ roleArn }) => roleArn !== arn));
  const among = guarded.flatMap((each) => each.among);
  const attached = attachedPolicies(other.deployed);
  const identities = [...identityPolicies(other.deployed), ...attached.documents];
  return {
    says: `nothing is open to ${other.name}${visitors.length > 0 ? " but for the transfer" : ""}`,
    properties: [
      ...guarded.flatMap((each) => closedTo(strangers, each)),
      ...visitors.flatMap(({ roleArn, until }) =>
        guarded.flatMap((each) =>
          closedTo([roleArn], each, [
            { Condition: { DateGreaterThan: { "aws:CurrentTime": until } } },
          ]),
        ),
      ),
      ...identities.map((document) => reachesNothing(document, among, place)),
    ],
    elsewhere: attached.elsewhere,
  };
}

/** Roles that work for a data centre: its backend's, and those made for it. */
function callersOf({ backendRoleArns, deployed }: Place): string[] {
  const made = deployed
    .ofType("aws:iam/role:Role", "aws:iam/user:User")
    .map((identity) => textOf(identity, "arn"));
  return [...backendRoleArns, ...made];
}

function closedTo(
  callerArns: readonly string[],
  { document, among }: Guarded,
  when: readonly RequestLike[] = [],
): Property[] {
  const direct = withoutDelegation(document);
  return callerArns.map((arn) => ({
    says: `nothing for ${arn}`,
    expects: "none",
    asks: [
      {
        grantedBy: [direct],
        where: [
          { Callers: ["role", "user"], Condition: { ArnEquals: { "aws:PrincipalArn": arn } } },
          ...when,
        ],
        among,
      },
    ],
  }));
}

/**
 * What a policy allows an account, it leaves to the policies of the account's identities, which are asked
 * by themselves; what it allows a role or everybody needs no other policy.
 */
function withoutDelegation(document: Document): Document {
  const content: unknown =
    typeof document.content === "string" ? parsed(document.content) : document.content;
  const { Statement, ...rest } = Object(content) as { Statement?: unknown };
  const direct = [Statement].flat().filter((statement) => !delegates(Object(statement)));
  return Statement === undefined
    ? document
    : { ...document, content: { ...rest, Statement: direct } };
}

/** One that is not written as it should be stays, for whoever reads the document to complain of. */
function delegates(statement: Readonly<Record<string, unknown>>): boolean {
  const { AWS, ...others } = Object(statement.Principal) as { AWS?: unknown };
  const isOfAccountsOnly =
    AWS !== undefined &&
    Object.keys(others).length === 0 &&
    [AWS].flat().every((name) => ACCOUNT.test(String(name)));
  return (
    statement.Effect === "Allow" &&
    isOfAccountsOnly &&
    Object.keys(statement).every((element) => ELEMENTS.has(element))
  );
}

const ELEMENTS = new Set(["Sid", "Effect", "Principal", "Action", "Resource", "Condition"]);
const ACCOUNT = /^(\d{12}|arn:[a-z-]+:iam::\d{12}:root)$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function reachesNothing(
  document: Document,
  among: readonly ActionsOnResources[],
  { name }: Place,
): Property {
  return {
    says: `the ${document.name} reaches nothing of ${name}`,
    expects: "none",
    asks: [{ grantedBy: [document], among }],
  };
}
