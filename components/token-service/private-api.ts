// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { makeApiEndpoint } from "./api-endpoint";
import { routesOf } from "./contract/routes";
import { apiEndpointPolicy } from "./documents/api-endpoint-policy";
import { backendPolicy } from "./documents/backend-policy";
import type { SettledArguments } from "./settled-arguments";
import { makeTokenApi, stageName } from "./token-api";

interface FrontDoorArgs extends SettledArguments {
  /** Function behind the API. */
  readonly tokenFunction: aws.lambda.Function;
  /** Refuses a document that is too large for AWS. */
  readonly fitting: (
    kind: "API resource policy" | "VPC endpoint policy" | "managed policy",
  ) => (document: string) => string;
}

interface FrontDoor {
  readonly restApi: aws.apigateway.RestApi;
  readonly accessLog: aws.cloudwatch.LogGroup;
  readonly vpcEndpointId: pulumi.Output<string>;
  readonly backendPolicy: aws.iam.Policy;
}

/** Makes the only way to the function: endpoint, API, and what the backend needs to be let in. */
export function makeFrontDoor(
  name: string,
  args: FrontDoorArgs,
  opts: pulumi.CustomResourceOptions,
): FrontDoor {
  const { identityMode, callerRoleArns, executeApiEndpointId, fitting } = args;
  const routes = routesOf(identityMode);
  const endpoint = executeApiEndpointId ? undefined : makeApiEndpoint(name, args, opts);
  const vpcEndpointId = pulumi.output(endpoint?.id ?? executeApiEndpointId ?? "");
  const { restApi, accessLog } = makeTokenApi(
    name,
    { ...args, routes, vpcEndpointId, fitting: fitting("API resource policy") },
    opts,
  );
  const subject = { executionArn: restApi.executionArn, stageName, routes };
  if (endpoint) {
    // The endpoint and the API name each other, so the endpoint's policy is a resource of its own.
    new aws.ec2.VpcEndpointPolicy(
      `${name}-endpoint-policy`,
      {
        vpcEndpointId: endpoint.id,
        policy: pulumi
          .output({ ...subject, callerRoleArns })
          .apply(apiEndpointPolicy)
          .apply(fitting("VPC endpoint policy")),
      },
      opts,
    );
  }
  return {
    restApi,
    accessLog,
    vpcEndpointId,
    backendPolicy: new aws.iam.Policy(
      `${name}-backend`,
      {
        description: `Lets the app backend call the token API of ${name}`,
        policy: pulumi.output(subject).apply(backendPolicy).apply(fitting("managed policy")),
      },
      opts,
    ),
  };
}
