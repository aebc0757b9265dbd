// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { makeApiMethods } from "./api-methods";
import { makeApiStage, stageName } from "./api-stage";
import type { Route } from "./contract/routes";
import { apiPolicy } from "./documents/api-policy";
import { gatewayResponses, makeGatewayResponses } from "./gateway-responses";
import type { TemporaryCaller } from "./temporary-caller";

interface RestApi {
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
  /** Rejects a resource policy that is too large for AWS. */
  readonly checkSize: (policy: string) => string;
}

/** Makes the private REST API with its resource policy, methods, gateway responses, deployment and stage. */
export function makeRestApi(
  name: string,
  args: RestApi,
  opts: pulumi.CustomResourceOptions,
): { readonly restApi: aws.apigateway.RestApi; readonly accessLog: aws.cloudwatch.LogGroup } {
  const { routes, vpcEndpointId } = args;
  const restApi = new aws.apigateway.RestApi(
    `${name}-api`,
    {
      description: `Token API of ${name}`,
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [vpcEndpointId] },
    },
    opts,
  );
  const policy = makePolicy(name, args, restApi, opts);
  const parts = [
    ...makeApiMethods(name, { ...args, restApi }, opts),
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
  return { restApi, accessLog: makeApiStage(name, { ...args, restApi, deployment }, opts) };
}

function makePolicy(
  name: string,
  { routes, callerRoleArns, temporaryCallers, vpcEndpointId, checkSize }: RestApi,
  { id, executionArn }: aws.apigateway.RestApi,
  opts: pulumi.CustomResourceOptions,
): aws.apigateway.RestApiPolicy {
  const subject = {
    executionArn,
    stageName,
    routes,
    callerRoleArns,
    temporaryCallers,
    vpcEndpointId,
  };
  return new aws.apigateway.RestApiPolicy(
    `${name}-api-policy`,
    { restApiId: id, policy: pulumi.output(subject).apply(apiPolicy).apply(checkSize) },
    opts,
  );
}

/** A deployment is a snapshot of the API. A change of what it holds must change one of its triggers. */
function digestOf(parts: pulumi.Input<unknown>): pulumi.Output<string> {
  return pulumi
    .jsonStringify(parts)
    .apply((text) => createHash("sha256").update(text).digest("hex"));
}
