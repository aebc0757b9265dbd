// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnProblem } from "../access/role-arns";
import { awsRegionFacts } from "../regions/aws-regions";
import { dataCenters, isDataCenter, servingProblem } from "../regions/data-centers";
import { identityModes } from "./runtime/settings";
import type { TokenServiceArgs } from "./token-service";

/** The retentions that CloudWatch Logs offers, in days. */
export const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

type Problem = string | undefined;

/** What is wrong with a token service's arguments, as sentences. Outputs are looked at when they are known. */
export function validateTokenServiceArgs(args: TokenServiceArgs): string[] {
  return [
    ...placeProblems(args),
    appIdProblem(args.appId),
    identityModeProblem(args),
    ...callerProblems(args),
    ...numberProblems(args),
    certificateProblem(args.certificate),
  ].filter((problem) => problem !== undefined);
}

/** Why a value is not an App ID, as a sentence. */
export function appIdProblem(appId: unknown): Problem {
  return typeof appId !== "string" || /^[0-9a-fA-F]{32}$/.test(appId)
    ? undefined
    : `'appId' must be 32 hexadecimal characters, got ${JSON.stringify(appId)}. Copy it from Agora Console.`;
}

/** Why a value is not an App Certificate; the value itself stays unsaid. */
export function certificateProblem(certificate: unknown): Problem {
  return typeof certificate !== "string" || /^[0-9a-fA-F]{32}$/.test(certificate)
    ? undefined
    : `'certificate' must be 32 hexadecimal characters, got ${certificate.length} characters that are not shown. Copy it from Agora Console.`;
}

function placeProblems({ dataCenter, awsRegion }: TokenServiceArgs): Problem[] {
  const known = isDataCenter(dataCenter);
  const problem = known ? servingProblem(dataCenter, awsRegion) : undefined;
  return [
    known
      ? undefined
      : `'dataCenter' must be one of ${dataCenters.join(", ")}, got ${JSON.stringify(dataCenter)}.`,
    problem && `'awsRegion' ${problem}.`,
  ];
}

function identityModeProblem(args: TokenServiceArgs): Problem {
  const { identityMode = "app-managed", inVpc = true, routeTableIds, dynamodbEndpointId } = args;
  if (!identityModes.some((mode) => mode === identityMode)) {
    return `'identityMode' must be one of ${identityModes.join(", ")}, got ${JSON.stringify(identityMode)}.`;
  }
  const unreachable = identityMode === "issued" && inVpc && !(routeTableIds || dynamodbEndpointId);
  return unreachable
    ? "'routeTableIds' or 'dynamodbEndpointId' is required with identity mode 'issued', got neither; the function reaches its table through a DynamoDB endpoint. Pass the route tables of 'subnetIds'."
    : undefined;
}

function callerProblems(args: TokenServiceArgs): Problem[] {
  const { backendRoleArns, backendSecurityGroupIds, secretAdministratorArns = [] } = args;
  const { temporaryCallers = [] } = args;
  return [
    backendRoleArns.length === 0
      ? "'backendRoleArns' must name at least one role of the app backend, got none."
      : undefined,
    !args.executeApiEndpointId && backendSecurityGroupIds.length === 0
      ? "'backendSecurityGroupIds' must name at least one security group that may reach the endpoint, got none."
      : undefined,
    ...roleProblems("backendRoleArns", backendRoleArns, args.awsRegion),
    ...roleProblems("secretAdministratorArns", secretAdministratorArns, args.awsRegion),
    ...temporaryCallers.flatMap((caller) => temporaryCallerProblems(caller, args.awsRegion)),
  ];
}

/** What is wrong with a list of role ARNs, as sentences; Outputs are left out. */
export function roleProblems(
  property: string,
  arns: readonly unknown[],
  awsRegion: string,
): string[] {
  const { partition } = awsRegionFacts(awsRegion);
  return arns
    .filter((arn) => typeof arn === "string")
    .flatMap((arn) => roleArnProblem(property, arn, partition) ?? []);
}

/** What is wrong with a temporary caller, as sentences. An Output is an object too, but has no texts yet. */
export function temporaryCallerProblems(caller: object, awsRegion: string): string[] {
  if (!("until" in caller && "roleArn" in caller) || typeof caller.until !== "string") {
    return [];
  }
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(caller.until);
  return [
    ...roleProblems("temporaryCallers", [caller.roleArn], awsRegion),
    ...(isMoment && !Number.isNaN(Date.parse(caller.until))
      ? []
      : [
          `'temporaryCallers' must end at a time like 2026-12-31T23:59:59Z, got ${JSON.stringify(caller.until)}.`,
        ]),
  ];
}

function numberProblems(args: TokenServiceArgs): Problem[] {
  const { logRetentionDays, reservedConcurrentExecutions } = args;
  return [
    typeof logRetentionDays !== "number" || logRetentions.includes(logRetentionDays)
      ? undefined
      : `'logRetentionDays' must be one of ${logRetentions.join(", ")}, got ${logRetentionDays}.`,
    typeof reservedConcurrentExecutions !== "number" || isCount(reservedConcurrentExecutions)
      ? undefined
      : `'reservedConcurrentExecutions' must be a whole number of at least 1, got ${reservedConcurrentExecutions}.`,
    ...(["throttlingRateLimit", "throttlingBurstLimit"] as const).map((property) => {
      const value = args[property];
      return typeof value !== "number" || isCount(value)
        ? undefined
        : `'${property}' must be a whole number of at least 1, got ${value}.`;
    }),
  ];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
