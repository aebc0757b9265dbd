// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { documentSizeProblem } from "../access/document-size";
import { accepting, rejectProblems } from "../argument-error";
import { bundleProblem } from "../lambda/bundle";
import { makeAlarmTopic } from "../operations/alarm-topic";
import { awsRegionFacts } from "../regions/aws-regions";
import type { DataCenter } from "../regions/data-centers";
import { makeAlarms } from "./alarms";
import type { TemporaryCaller } from "./documents/api-policy";
import { makeFrontDoor } from "./private-api";
import type { IdentityMode } from "./runtime/settings";
import { settleArguments } from "./settled-arguments";
import { makeSigner } from "./signer";
import { stageName } from "./token-api";
import { tokenFunctionFolder } from "./token-function";
import { validateTokenServiceArgs } from "./validation";

export interface TokenServiceArgs {
  /** App ID of the Agora project: 32 hexadecimal characters, as Agora Console shows it. */
  readonly appId: pulumi.Input<string>;
  /** Agora data centre whose classrooms the tokens are for. */
  readonly dataCenter: DataCenter;
  /** AWS region of the service; it must be the provider's, and serve the data centre. */
  readonly awsRegion: string;
  /** VPC of the endpoint and the function. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets of the VPC, each in another availability zone. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Security groups of the app backend, the only ones that reach the endpoint. */
  readonly backendSecurityGroupIds: readonly pulumi.Input<string>[];
  /** IAM roles of the app backend, the only principals that may ask for tokens. */
  readonly backendRoleArns: readonly pulumi.Input<string>[];
  /**
   * IAM roles that may ask for tokens up to a moment; from then on the API refuses them by itself.
   * @default - none
   */
  readonly temporaryCallers?: readonly pulumi.Input<TemporaryCaller>[];
  /**
   * Who makes up room and user ids. Changing it makes or deletes the table of issued ids.
   * @default "app-managed"
   */
  readonly identityMode?: IdentityMode;
  /**
   * App Certificate, as a Pulumi secret. Pulumi keeps it, encrypted, among the stack's inputs.
   * @default - the secret is made empty; `fillSecretCommand` says how to fill it
   */
  readonly certificate?: pulumi.Input<string>;
  /**
   * IAM roles that may read the certificate besides the function.
   * @default - none
   */
  readonly secretAdministratorArns?: readonly pulumi.Input<string>[];
  /**
   * Key for logs, alarms and the table of issued ids.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * Interface endpoint for `execute-api` that exists already; its policy and security groups are left alone.
   * @default - an endpoint for this API alone is made
   */
  readonly executeApiEndpointId?: pulumi.Input<string>;
  /**
   * Interface endpoint for Secrets Manager that exists already and admits the function.
   * @default - an endpoint for this secret alone is made
   */
  readonly secretsManagerEndpointId?: pulumi.Input<string>;
  /**
   * Gateway endpoint for DynamoDB that exists already.
   * @default - with identity mode `issued`, one is made in `routeTableIds`
   */
  readonly dynamodbEndpointId?: pulumi.Input<string>;
  /**
   * Route tables of the subnets, for the DynamoDB endpoint that identity mode `issued` needs.
   * @default - none
   */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether the endpoints made here take over their service's usual host names in the whole VPC. While
   * they do, public APIs on `execute-api` hosts cannot be called from it.
   * @default false
   */
  readonly privateDnsEnabled?: boolean;
  /**
   * Whether the function runs inside the VPC, from where it reaches nothing but what it needs.
   * @default true
   */
  readonly inVpc?: boolean;
  /**
   * How long logs are kept.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Executions that are set aside for the function, and its limit. A new AWS account has none to spare.
   * @default - none; the throttle bounds the load
   */
  readonly reservedConcurrentExecutions?: pulumi.Input<number>;
  /**
   * Requests per second and method that the API accepts in the long run.
   * @default 100
   */
  readonly throttlingRateLimit?: pulumi.Input<number>;
  /**
   * Requests per method that the API accepts at once.
   * @default 200
   */
  readonly throttlingBurstLimit?: pulumi.Input<number>;
  /**
   * Topic that alarms go to.
   * @default - an encrypted topic is made
   */
  readonly alarmTopicArn?: pulumi.Input<string>;
  /**
   * The log role of API Gateway in this account and region, which the stage has to wait for.
   * @default - the account has one already
   */
  readonly apiGatewayAccount?: aws.apigateway.Account;
  /**
   * Whether keys, secret and table are protected from deletion and can be recovered.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A token server that only the app backend can reach: a private, IAM-authenticated API in front of a
 * function that signs Agora tokens with the App Certificate, which no one but the function reads.
 */
export class TokenService extends pulumi.ComponentResource {
  /** URL that the token API's paths are appended to; it resolves wherever the endpoint can be reached. */
  public readonly apiUrl: pulumi.Output<string>;
  /** Id of the REST API. */
  public readonly apiId: pulumi.Output<string>;
  /** Id of the endpoint that calls have to come through. */
  public readonly vpcEndpointId: pulumi.Output<string>;
  /** Managed policy for the app backend's roles to attach. */
  public readonly backendPolicyArn: pulumi.Output<string>;
  /** Secret that holds the App Certificate. */
  public readonly secretArn: pulumi.Output<string>;
  /** Shell command that asks for the App Certificate and stores it. */
  public readonly fillSecretCommand: pulumi.Output<string>;
  /** Topic that alarms go to. */
  public readonly alarmTopicArn: pulumi.Output<string>;

  /**
   * @param name Name of the component; its children's names begin with it.
   * @param args What the service needs.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(name: string, args: TokenServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("agora-classroom:index:TokenService", name, {}, opts);
    const instance = { component: "TokenService", name };
    const unbuilt = bundleProblem(tokenFunctionFolder);
    rejectProblems(this, instance, [
      ...validateTokenServiceArgs(args),
      ...(unbuilt ? [unbuilt] : []),
    ]);
    const child = { parent: this };
    const settled = settleArguments(this, instance, args);
    const { tokenFunction, secret } = makeSigner(name, settled, child);
    const frontDoor = makeFrontDoor(
      name,
      {
        ...settled,
        tokenFunction,
        fitting: (kind) =>
          accepting(this, instance, (document) =>
            documentSizeProblem(kind, document, "backendRoleArns"),
          ),
      },
      child,
    );
    const { restApi, accessLog } = frontDoor;
    this.alarmTopicArn = pulumi.output(args.alarmTopicArn ?? makeAlarmTopic(name, settled, child));
    makeAlarms(
      name,
      {
        apiName: restApi.name,
        functionName: tokenFunction.name,
        accessLogName: accessLog.name,
        alarmTopicArn: this.alarmTopicArn,
      },
      child,
    );

    this.apiId = restApi.id;
    this.vpcEndpointId = frontDoor.vpcEndpointId;
    this.apiUrl = apiUrl(args.awsRegion, restApi.id, this.vpcEndpointId);
    this.backendPolicyArn = frontDoor.backendPolicy.arn;
    this.secretArn = secret.arn;
    this.fillSecretCommand = fillSecretCommand(args.awsRegion, secret.arn);
    this.registerOutputs({
      apiUrl: this.apiUrl,
      apiId: this.apiId,
      vpcEndpointId: this.vpcEndpointId,
      backendPolicyArn: this.backendPolicyArn,
      secretArn: this.secretArn,
      fillSecretCommand: this.fillSecretCommand,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}

/** The name that API Gateway gives an API at an endpoint; it works with and without private DNS, and across peerings. */
function apiUrl(
  awsRegion: string,
  apiId: pulumi.Input<string>,
  vpcEndpointId: pulumi.Input<string>,
): pulumi.Output<string> {
  const { dnsSuffix } = awsRegionFacts(awsRegion);
  return pulumi.interpolate`https://${apiId}-${vpcEndpointId}.execute-api.${awsRegion}.${dnsSuffix}/${stageName}`;
}

/** Reads the certificate from the terminal, so that it is neither on a command line nor in a shell's history. */
function fillSecretCommand(
  awsRegion: string,
  secretArn: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.interpolate`read -rs certificate && printf '{"primary":"%s"}' "$certificate" | aws secretsmanager put-secret-value --region ${awsRegion} --secret-id ${secretArn} --secret-string file:///dev/stdin`;
}
