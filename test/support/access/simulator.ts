// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Somebody else's evaluation of one request, to compare ours with. It is right about what is put to it here, and
 * not about blocks of addresses that end in /0, single addresses of the other family, roles with a path,
 * NotPrincipal, `*` among ARN operators, and seconds among date operators, all of which `isFit` keeps away from it.
 */

import { anonymousPrincipal, runSimulation } from "@cloud-copilot/iam-simulate";
import type { Document, Request } from "../../../policies/access";
import { ownValues } from "../../../policies/access/evaluated-principals";

const OWN_KEYS = [
  "aws:PrincipalArn",
  "aws:PrincipalAccount",
  "aws:PrincipalIsAWSService",
  "aws:PrincipalType",
  "aws:username",
];
const SEVERAL = ["aws:tagkeys", "aws:principalorgpaths", "dynamodb:leadingkeys"];
const EVERYTHING = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
/** Owns the resource and no caller, so that both the caller's policy and the resource's must allow. */
const OWNER = "000000000000";

/** Keys that it knows for every action of `random-requests.ts`; it drops others. */
const KNOWN = /^aws:(?!resourcetag)/;
/** Actions on the resources on which they exist; it refuses others. */
const MEETING = /^s3:\S+Object arn:aws:s3:::[^*]+\/[^*]+$|^sqs:\S+ arn:aws:sqs:/;

/** The request without what the simulator would not look at. */
export function simulated(request: Request): Request {
  const context = Object.entries(request.context).filter(([key]) => KNOWN.test(key));
  return { ...request, context: Object.fromEntries(context) };
}

/** Whether the simulator can be asked. */
export function isFit(document: Document, request: Request): boolean {
  const { caller, context, action, resource } = request;
  const text = JSON.stringify(document.content);
  const addresses = [context["aws:sourceip"], context["aws:vpcsourceip"]].flat();
  return (
    document.kind === "resource" &&
    MEETING.test(`${action} ${resource}`) &&
    ["anonymous", "root", "user", "role"].includes(caller.kind) &&
    !caller.name.includes("role/path/") &&
    !/"(NotPrincipal|Federated|Service|CanonicalUser)"|role\/path\/|\/0"/.test(text) &&
    !/2001:db8::1|CallerAccount|StringEqualz|soon/.test(text) &&
    !/"Arn\w+":\{[^}]*"\*"|"Date\w+":\{[^}]*"\d+"/.test(text) &&
    !addresses.some((address) => address?.includes(":"))
  );
}

export async function isGranted({ content }: Document, request: Request): Promise<boolean> {
  const { caller, action, resource, context } = request;
  const own = OWN_KEYS.flatMap((key) => {
    const values = ownValues(key.toLowerCase(), request);
    return values?.[0] === undefined ? [] : [[key, values[0]]];
  });
  const given = Object.entries(context).map(([key, values]) => [
    key,
    SEVERAL.includes(key) ? [...values] : values[0],
  ]);
  const epoch = ["aws:EpochTime", `${Date.parse(context["aws:currenttime"]?.[0] ?? "") / 1000}`];
  const outcome = await runSimulation(
    {
      request: {
        principal: caller.kind === "anonymous" ? anonymousPrincipal : principalOf(request),
        action,
        resource: { resource, accountId: OWNER },
        contextVariables: Object.fromEntries([...own, ...given, epoch]),
      },
      identityPolicies:
        caller.kind === "anonymous" ? [] : [{ name: "everything", policy: EVERYTHING }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: content,
      additionalSettings: {},
    },
    { simulationMode: "Strict" },
  );
  if (outcome.resultType !== "single") {
    throw new RangeError(`the simulator cannot judge: ${JSON.stringify(outcome)}`);
  }
  return outcome.overallResult === "Allowed";
}

/** A role is used through a session, whose ARN is the principal. */
function principalOf({ caller }: Request): string {
  return caller.kind === "role"
    ? `${caller.name.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${caller.session}`
    : caller.name;
}
