// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accessLogFormat } from "./access-log-format";
import { makePaths } from "./api-paths";
import type { Route } from "./contract/routes";
import { apiPolicy, type TemporaryCaller } from "./documents/api-policy";
import { methodArns } from "./documents/method-arns";
import { gatewayResponses, makeGatewayResponses } from "./gateway-responses";

/** The stage of the API; versions are part of its paths. */
export const stageName = "live";

interface TokenApi {
  readonly accountId: pulumi.Output<string>;
  readonly routes: readonly Route[];
  readonly tokenFunction: aws.lambda.Function;
  readonly callerRoleArns: pulumi.Output<string[]>;
  readonly temporaryCallers: pulumi.Output<TemporaryCaller[]>;
  readonly vpcEndpointId: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly throttlingRateLimit: pulumi.Input<number>;
  readonly throttlingBurstLimit: pulumi.Input<number>;
  /** @default - the account has a log role already */
  readonly apiGatewayAccount?: aws.apigateway.Account;
  /** Refuses a document that is too large for AWS. */
  readonly fitting: (document: string) => string;
}

/** Makes the private API in front of the function: who may call it, what it accepts, what it logs. */
export function makeTokenApi(
  name: string,
  args: TokenApi,
  opts: pulumi.CustomResourceOptions,
): { readonly restApi: aws.apigateway.RestApi; readonly accessLog: aws.cloudwatch.LogGroup } {
  const { routes, vpcEndpointId, callerRoleArns, temporaryCallers } = args;
  const restApi = new aws.apigateway.RestApi(
    `${name}-api`,
    {
      description: `Token API of ${name}`,
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [vpcEndpointId] },
    },
    opts,
  );
  const policy = new aws.apigateway.RestApiPolicy(
    `${name}-api-policy`,
    {
      restApiId: restApi.id,
      policy: pulumi
        .output({
          executionArn: restApi.executionArn,
          stageName,
          routes,
          callerRoleArns,
          temporaryCallers,
          vpcEndpointId,
        })
        .apply(apiPolicy)
        .apply(args.fitting),
    },
    opts,
  );
  const parts = [
    ...makeMethods(name, args, restApi, opts),
    ...makeGatewayResponses(name, restApi.id, opts),
  ];
  const deployment = new aws.apigateway.Deployment(
    `${name}-deployment`,
    {
      restApi: restApi.id,
      triggers: {
        definition: digestOf([routes, gatewayResponses, args.tokenFunction.invokeArn]),
        policy: digestOf([policy.policy, vpcEndpointId]),
      },
    },
    { ...opts, dependsOn: [policy, ...parts] },
  );
  return { restApi, accessLog: makeStage(name, args, restApi, deployment, opts) };
}

/** A deployment is a snapshot, so whatever it is to show must change one of its triggers. */
function digestOf(parts: pulumi.Input<unknown>): pulumi.Output<string> {
  return pulumi
    .jsonStringify(parts)
    .apply((text) => createHash("sha256").update(text).digest("hex"));
}

function makeMethods(
  name: string,
  args: TokenApi,
  restApi: aws.apigateway.RestApi,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const paths = makePaths(
    `${name}-path`,
    restApi,
    args.routes.map(({ path }) => path),
    opts,
  );
  const validator = new aws.apigateway.RequestValidator(
    `${name}-validator`,
    { restApi: restApi.id, validateRequestBody: true, validateRequestParameters: true },
    opts,
  );
  return args.routes.flatMap((route) => {
    const resourceId = paths.get(route.path) ?? restApi.rootResourceId;
    return makeMethod(name, args, route, { restApi, validator, resourceId }, opts);
  });
}

interface MethodPlace {
  readonly restApi: aws.apigateway.RestApi;
  readonly validator: aws.apigateway.RequestValidator;
  readonly resourceId: pulumi.Output<string>;
}

function makeMethod(
  name: string,
  args: TokenApi,
  route: Route,
  { restApi, validator, resourceId }: MethodPlace,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { operationId, method: httpMethod, path, requestModel } = route;
  const child = `${name}-${kebab(operationId)}`;
  const model =
    requestModel &&
    new aws.apigateway.Model(
      child,
      {
        restApi: restApi.id,
        name: requestModel.name,
        contentType: "application/json",
        schema: JSON.stringify(requestModel.schema),
      },
      opts,
    );
  const method = new aws.apigateway.Method(
    child,
    {
      restApi: restApi.id,
      resourceId,
      httpMethod,
      authorization: "AWS_IAM",
      requestValidatorId: validator.id,
      requestParameters: Object.fromEntries(
        [...path.matchAll(/\{([^}]+)\}/g)].map(([, field]) => [
          `method.request.path.${field}`,
          true,
        ]),
      ),
      ...(model && { requestModels: { "application/json": model.name } }),
    },
    opts,
  );
  const integration = new aws.apigateway.Integration(
    child,
    {
      restApi: restApi.id,
      resourceId,
      httpMethod: method.httpMethod,
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: args.tokenFunction.invokeArn,
      timeoutMilliseconds: 6000,
    },
    opts,
  );
  new aws.lambda.Permission(
    child,
    {
      function: args.tokenFunction.name,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceAccount: args.accountId,
      sourceArn: restApi.executionArn.apply(
        (executionArn) => methodArns({ executionArn, stageName, routes: [route] })[0] ?? "",
      ),
    },
    opts,
  );
  return [method, integration];
}

function makeStage(
  name: string,
  args: TokenApi,
  restApi: aws.apigateway.RestApi,
  deployment: aws.apigateway.Deployment,
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup {
  const { kmsKeyArn: kmsKeyId, logRetentionDays: retentionInDays, apiGatewayAccount } = args;
  const accessLog = new aws.cloudwatch.LogGroup(
    `${name}-access`,
    { kmsKeyId, retentionInDays },
    opts,
  );
  // API Gateway chooses this name; made here, the log has the key and the retention of the others.
  const executionLog = new aws.cloudwatch.LogGroup(
    `${name}-execution`,
    {
      name: pulumi.interpolate`API-Gateway-Execution-Logs_${restApi.id}/${stageName}`,
      kmsKeyId,
      retentionInDays,
    },
    opts,
  );
  const stage = new aws.apigateway.Stage(
    `${name}-stage`,
    {
      restApi: restApi.id,
      deployment: deployment.id,
      stageName,
      accessLogSettings: { destinationArn: accessLog.arn, format: accessLogFormat },
    },
    { ...opts, dependsOn: [executionLog, ...(apiGatewayAccount ? [apiGatewayAccount] : [])] },
  );
  new aws.apigateway.MethodSettings(
    `${name}-settings`,
    {
      restApi: restApi.id,
      stageName: stage.stageName,
      methodPath: "*/*",
      settings: {
        throttlingRateLimit: args.throttlingRateLimit,
        throttlingBurstLimit: args.throttlingBurstLimit,
        metricsEnabled: true,
        loggingLevel: "ERROR",
        dataTraceEnabled: false,
        cachingEnabled: false,
      },
    },
    opts,
  );
  return accessLog;
}

function kebab(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
