// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { roleArnProblems } from "../access/role-arns";
import { oneOfProblem, wholeNumberProblem } from "../arguments/checks";
import { type WithDefaults, withDefaults } from "../arguments/defaults";
import { checked, type Problem, present, type Reject } from "../arguments/problems";
import { defaultDeletionProtection } from "../operations/deletion-protection";
import { defaultLogRetentionDays, logRetentionProblem } from "../operations/log-retention";
import { type DataCenter, dataCenterProblems } from "../regions/data-centers";
import { isAppId } from "./runtime/app-id";
import { isCertificate } from "./runtime/certificate";
import { defaultIdentityMode, type IdentityMode, identityModes } from "./runtime/identity-modes";
import { type TemporaryCaller, temporaryCallerProblems } from "./temporary-caller";

export interface TokenServiceArgs {
  /**
   * App ID of the Agora project: 32 hexadecimal characters, from Agora Console. A change updates the
   * function in place; from then on it signs tokens of the other project.
   */
  readonly appId: pulumi.Input<string>;
  /** Agora data centre of the classrooms. A change updates the function in place. */
  readonly dataCenter: DataCenter;
  /**
   * AWS region of the service. It must serve the data centre and be the region of the provider. A change
   * replaces everything, the secret with the certificate and the table of issued ids included.
   */
  readonly awsRegion: string;
  /** VPC of the endpoints and the function. A change replaces the endpoints, and `apiUrl` changes with them. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets of the VPC, each in another availability zone. A change updates in place. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Security groups of the app backend, the only ones that reach the endpoint; at least one, unless
   * `executeApiEndpointId` is given. A change updates the rules of the endpoint's security group.
   */
  readonly backendSecurityGroupIds: readonly pulumi.Input<string>[];
  /**
   * IAM roles of the app backend, the only principals that may ask for tokens; at least one, without
   * wildcards. AWS's limit of an API's resource policy (8,192 characters) allows about forty. A change
   * updates policies in place and deploys the API again.
   */
  readonly backendRoleArns: readonly pulumi.Input<string>[];
  /**
   * IAM roles that may ask for tokens until a given time. After it the API refuses them without an update.
   * @default - none
   */
  readonly temporaryCallers?: readonly pulumi.Input<TemporaryCaller>[];
  /**
   * Who makes room and user ids: the app, or the token service. A change to `issued` makes a table. A
   * change back deletes it with every issued id, which `deletionProtection` prevents.
   * @default "app-managed"
   */
  readonly identityMode?: IdentityMode;
  /**
   * App Certificate: 32 hexadecimal characters. It is made a Pulumi secret, of which Pulumi keeps an
   * encrypted copy in the state. A change writes a new version of the AWS secret.
   * @default - the AWS secret is empty at first; `fillSecretCommand` is the command that fills it
   */
  readonly certificate?: pulumi.Input<string>;
  /**
   * IAM roles that may read the certificate besides the function. Filling the secret needs no such role.
   * @default - none
   */
  readonly secretAdministratorArns?: readonly pulumi.Input<string>[];
  /**
   * KMS key for logs, alarms and the table of issued ids. After a change, keep the old key for as long as
   * the logs that it encrypted.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * Existing interface endpoint for `execute-api`. Its policy and security groups stay as they are. A
   * change of the endpoint changes `apiUrl`.
   * @default - an endpoint for this API alone is made
   */
  readonly executeApiEndpointId?: pulumi.Input<string>;
  /**
   * Existing interface endpoint for Secrets Manager. It must admit the function.
   * @default - an endpoint for this secret alone is made
   */
  readonly secretsManagerEndpointId?: pulumi.Input<string>;
  /**
   * Existing gateway endpoint for DynamoDB. It must admit the function.
   * @default - with identity mode `issued`, one is made in `routeTableIds`
   */
  readonly dynamodbEndpointId?: pulumi.Input<string>;
  /**
   * Route tables of the subnets. Identity mode `issued` needs them for a DynamoDB endpoint, unless
   * `dynamodbEndpointId` is given or `inVpc` is false.
   * @default - none
   */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether the endpoints made here answer to the usual host names of their services in the whole VPC.
   * If they do, nothing in the VPC can call a public API on an `execute-api` host.
   * @default false
   */
  readonly privateDnsEnabled?: boolean;
  /**
   * Whether the function runs inside the VPC, from where it reaches only the services that it needs.
   * @default true
   */
  readonly inVpc?: boolean;
  /**
   * How long logs are kept, in days: a number that CloudWatch Logs offers. A smaller number deletes older
   * logs.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Lambda executions that are reserved for the function, which are also its limit; a whole number of at
   * least 1. A new AWS account has none to reserve.
   * @default - none; the throttle of the API limits the load
   */
  readonly reservedConcurrentExecutions?: pulumi.Input<number>;
  /**
   * Steady rate that the API accepts, in requests per second and method; a whole number of at least 1.
   * @default 100
   */
  readonly throttlingRateLimit?: pulumi.Input<number>;
  /**
   * Burst that the API accepts, in requests per method; a whole number of at least 1.
   * @default 200
   */
  readonly throttlingBurstLimit?: pulumi.Input<number>;
  /**
   * SNS topic for alarms, in the same AWS region. A change deletes the topic that was made before, with its
   * subscriptions.
   * @default - an encrypted topic is made
   */
  readonly alarmTopicArn?: pulumi.Input<string>;
  /**
   * API Gateway's log role in this account and region, which the stage waits for.
   * @default - the account has one already
   */
  readonly apiGatewayAccount?: aws.apigateway.Account;
  /**
   * Whether keys, secret and table are protected from deletion. If not, Pulumi may delete them, and AWS can
   * restore keys and secret for 7 days instead of 30.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Values of the arguments that are absent; a default that is a resource is made by the component. */
export const tokenServiceDefaults = {
  identityMode: defaultIdentityMode,
  privateDnsEnabled: false,
  inVpc: true,
  logRetentionDays: defaultLogRetentionDays,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 200,
  deletionProtection: defaultDeletionProtection,
} as const satisfies Partial<TokenServiceArgs>;

/** A token service's arguments with their defaults; each Output is checked when its value is known. */
export interface ResolvedTokenService
  extends Omit<
    WithDefaults<TokenServiceArgs, keyof typeof tokenServiceDefaults>,
    "backendRoleArns" | "certificate" | "secretAdministratorArns" | "temporaryCallers"
  > {
  readonly appId: pulumi.Output<string>;
  readonly certificate: pulumi.Output<string> | undefined;
  /** All callers, temporary ones included. */
  readonly callerRoleArns: pulumi.Output<string[]>;
  readonly temporaryCallers: pulumi.Output<TemporaryCaller[]>;
  readonly administratorRoleArns: pulumi.Output<string[]>;
}

/** The problems of a token service's arguments, as sentences. Skips Outputs. */
export function validateTokenServiceArgs(args: TokenServiceArgs): string[] {
  const { awsRegion, temporaryCallers = [], secretAdministratorArns = [] } = args;
  return present([
    ...dataCenterProblems(args.dataCenter, awsRegion),
    appIdProblem(args.appId),
    identityModeProblem(args),
    args.backendRoleArns.length === 0
      ? "'backendRoleArns' must name at least one role of the app backend, got none."
      : undefined,
    !args.executeApiEndpointId && args.backendSecurityGroupIds.length === 0
      ? "'backendSecurityGroupIds' must name at least one security group " +
        "that may reach the endpoint, got none."
      : undefined,
    ...roleArnProblems("backendRoleArns", args.backendRoleArns, awsRegion),
    ...roleArnProblems("secretAdministratorArns", secretAdministratorArns, awsRegion),
    ...temporaryCallers.flatMap((caller) => temporaryCallerProblems(caller, awsRegion)),
    logRetentionProblem(args.logRetentionDays),
    wholeNumberProblem("reservedConcurrentExecutions", args.reservedConcurrentExecutions),
    wholeNumberProblem("throttlingRateLimit", args.throttlingRateLimit),
    wholeNumberProblem("throttlingBurstLimit", args.throttlingBurstLimit),
    certificateProblem(args.certificate),
  ]);
}

/** Resolves a token service's defaults, and has every Output checked. It makes no resource. */
export function resolveTokenServiceArgs(
  args: TokenServiceArgs,
  reject: Reject,
): ResolvedTokenService {
  const { awsRegion, certificate, temporaryCallers = [], secretAdministratorArns = [] } = args;
  const roles = (property: string, arns: readonly pulumi.Input<string>[]) =>
    pulumi
      .output([...arns])
      .apply(checked(reject, (all) => roleArnProblems(property, all, awsRegion)));
  const callers = pulumi
    .output([...temporaryCallers])
    .apply(
      checked(reject, (all) => all.flatMap((each) => temporaryCallerProblems(each, awsRegion))),
    );
  return {
    ...withDefaults(args, tokenServiceDefaults),
    appId: pulumi.output(args.appId).apply(checked(reject, (id) => [appIdProblem(id)])),
    certificate:
      certificate === undefined
        ? undefined
        : pulumi.secret(certificate).apply(checked(reject, (text) => [certificateProblem(text)])),
    callerRoleArns: pulumi
      .all([roles("backendRoleArns", args.backendRoleArns), callers])
      .apply(([arns, all]) => [...arns, ...all.map(({ roleArn }) => roleArn)]),
    temporaryCallers: callers,
    administratorRoleArns: roles("secretAdministratorArns", secretAdministratorArns),
  };
}

function appIdProblem(appId: unknown): Problem {
  return typeof appId !== "string" || isAppId(appId)
    ? undefined
    : `'appId' must be 32 hexadecimal characters, got ${JSON.stringify(appId)}. ` +
        "Copy it from Agora Console.";
}

/** The message does not repeat the certificate. */
function certificateProblem(certificate: unknown): Problem {
  if (typeof certificate !== "string") {
    return undefined;
  }
  const { length } = certificate;
  return isCertificate(certificate)
    ? undefined
    : "'certificate' must be 32 hexadecimal characters, " +
        `got ${length} characters that are not shown. Copy it from Agora Console.`;
}

function identityModeProblem(args: TokenServiceArgs): Problem {
  const { identityMode, inVpc } = withDefaults(args, tokenServiceDefaults);
  const hasWayToTable = !inVpc || args.routeTableIds || args.dynamodbEndpointId;
  return identityMode === "issued" && !hasWayToTable
    ? "'routeTableIds' or 'dynamodbEndpointId' is required with identity mode 'issued', got neither; " +
        "the function reaches its table through a DynamoDB endpoint. " +
        "Pass the route tables of 'subnetIds'."
    : oneOfProblem("identityMode", identityMode, identityModes);
}
