// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { documentSizeProblem, type LimitedDocument } from "../access/document-size";
import { checked, rejectFor } from "../arguments/problems";
import { bundleProblems } from "../lambda/bundle";
import { makeFunctionRole } from "../lambda/function";
import { makeAlarmTopic } from "../operations/alarm-topic";
import { makeOperationsKey } from "../operations/operations-key";
import { awsRegionFacts } from "../regions/aws-regions";
import { regionOfProvider } from "../regions/provider-region";
import { makeAlarms } from "./alarms";
import { stageName } from "./api-stage";
import {
  resolveTokenServiceArgs,
  type TokenServiceArgs,
  validateTokenServiceArgs,
} from "./arguments";
import { makeCertificateSecret } from "./certificate-secret";
import { makeClassroomTable } from "./classroom-table";
import { makeFunctionNetwork } from "./function-network";
import { makePrivateApi } from "./private-api";
import { makeTokenFunction, tokenFunctionFolder } from "./token-function";

/**
 * A token server that only the app backend can reach: a private, IAM-authenticated API in front of a
 * function that signs Agora tokens. Only the function reads the App Certificate.
 */
export class TokenService extends pulumi.ComponentResource {
  /** Base URL of the token API. It resolves wherever the endpoint can be reached. */
  public readonly apiUrl: pulumi.Output<string>;
  /** Id of the REST API. */
  public readonly apiId: pulumi.Output<string>;
  /** Id of the VPC endpoint that every call must use. */
  public readonly vpcEndpointId: pulumi.Output<string>;
  /** Managed policy to attach to the app backend's roles. */
  public readonly backendPolicyArn: pulumi.Output<string>;
  /** Secret that holds the App Certificate. */
  public readonly secretArn: pulumi.Output<string>;
  /** Shell command that asks for the App Certificate and stores it. */
  public readonly fillSecretCommand: pulumi.Output<string>;
  /** SNS topic of the alarms. */
  public readonly alarmTopicArn: pulumi.Output<string>;

  /**
   * @param name Name of the component; the names of its children begin with it.
   * @param args Arguments of the service.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(name: string, args: TokenServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("agora-classroom:index:TokenService", name, {}, opts);
    const reject = rejectFor(this, "TokenService", name);
    reject([...validateTokenServiceArgs(args), ...bundleProblems(tokenFunctionFolder)]);
    const child = { parent: this };
    const resolved = resolveTokenServiceArgs(args, reject);
    const { awsRegion, identityMode, inVpc, deletionProtection } = resolved;
    const { accountId } = aws.getCallerIdentityOutput({}, child);
    const region = regionOfProvider(this, reject, awsRegion);
    const kmsKeyArn = pulumi.output(
      args.kmsKeyArn ??
        makeOperationsKey(name, { awsRegion: region, accountId, deletionProtection }, child).arn,
    );
    const shared = { ...resolved, accountId, region, kmsKeyArn };

    const role = makeFunctionRole(
      `${name}-function`,
      { awsRegion, description: `Token function of ${name}` },
      child,
    );
    const { secret, key: secretKey } = makeCertificateSecret(
      name,
      { ...shared, functionRoleArn: role.arn },
      child,
    );
    const table = identityMode === "issued" ? makeClassroomTable(name, shared, child) : undefined;
    const wiring = { ...shared, role, secretArn: secret.arn, tableArn: table?.arn };
    const vpc = inVpc ? makeFunctionNetwork(name, wiring, child) : undefined;
    const tokenFunction = makeTokenFunction(
      name,
      { ...shared, role, secret, secretKey, table, vpc },
      child,
    );
    const checkSize = (kind: LimitedDocument) =>
      checked(reject, (document: string) => [
        documentSizeProblem(kind, document, "backendRoleArns"),
      ]);
    const { restApi, accessLog, vpcEndpointId, backendPolicy } = makePrivateApi(
      name,
      { ...shared, tokenFunction, checkSize },
      child,
    );
    const alarmTopicArn = pulumi.output(args.alarmTopicArn ?? makeAlarmTopic(name, shared, child));
    makeAlarms(
      name,
      {
        apiName: restApi.name,
        functionName: tokenFunction.name,
        accessLogName: accessLog.name,
        alarmTopicArn,
      },
      child,
    );

    this.apiId = restApi.id;
    this.vpcEndpointId = vpcEndpointId;
    this.apiUrl = apiUrl(awsRegion, restApi.id, vpcEndpointId);
    this.backendPolicyArn = backendPolicy.arn;
    this.secretArn = secret.arn;
    this.fillSecretCommand = fillSecretCommand(awsRegion, secret.arn);
    this.alarmTopicArn = alarmTopicArn;
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

/** API Gateway's name for an API at an endpoint. It works with and without private DNS, and across peerings. */
function apiUrl(
  awsRegion: string,
  apiId: pulumi.Input<string>,
  vpcEndpointId: pulumi.Input<string>,
): pulumi.Output<string> {
  const host = `execute-api.${awsRegion}.${awsRegionFacts(awsRegion).dnsSuffix}`;
  return pulumi.interpolate`https://${apiId}-${vpcEndpointId}.${host}/${stageName}`;
}

/** Reads the certificate from the terminal, which keeps it off command lines and out of the shell's history. */
function fillSecretCommand(
  awsRegion: string,
  secretArn: pulumi.Input<string>,
): pulumi.Output<string> {
  const json = `read -rs certificate && printf '{"primary":"%s"}' "$certificate"`;
  const put = `aws secretsmanager put-secret-value --region ${awsRegion}`;
  return pulumi.interpolate`${json} | ${put} --secret-id ${secretArn} --secret-string file:///dev/stdin`;
}
