// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LimitedDocument } from "../access/document-size";
import { makeApiEndpoint } from "./api-endpoint";
import { stageName } from "./api-stage";
import type { ResolvedTokenService } from "./arguments";
import { routesOf } from "./contract/routes";
import { apiEndpointPolicy } from "./documents/api-endpoint-policy";
import { backendPolicy } from "./documents/backend-policy";
import { makeRestApi } from "./rest-api";

interface PrivateApi extends ResolvedTokenService {
  readonly accountId: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
  /** Function behind the API. */
  readonly tokenFunction: aws.lambda.Function;
  /** Rejects a document that is too large for AWS. */
  readonly checkSize: (kind: LimitedDocument) => (document: string) => string;
}

interface MadePrivateApi {
  readonly restApi: aws.apigateway.RestApi;
  readonly accessLog: aws.cloudwatch.LogGroup;
  readonly vpcEndpointId: pulumi.Output<string>;
  readonly backendPolicy: aws.iam.Policy;
}

/** Makes the private API, the VPC endpoint that leads to it, and the policy with which the backend calls it. */
export function makePrivateApi(
  name: string,
  args: PrivateApi,
  opts: pulumi.CustomResourceOptions,
): MadePrivateApi {
  const { identityMode, callerRoleArns, executeApiEndpointId, checkSize } = args;
  const routes = routesOf(identityMode);
  const endpoint = executeApiEndpointId ? undefined : makeApiEndpoint(name, args, opts);
  const vpcEndpointId = pulumi.output(endpoint?.id ?? executeApiEndpointId ?? "");
  const { restApi, accessLog } = makeRestApi(
    name,
    { ...args, routes, vpcEndpointId, checkSize: checkSize("API resource policy") },
    opts,
  );
  const subject = { executionArn: restApi.executionArn, stageName, routes };
  if (endpoint) {
    // The endpoint and the API refer to each other, so the endpoint's policy is a resource of its own.
    new aws.ec2.VpcEndpointPolicy(
      `${name}-endpoint-policy`,
      {
        vpcEndpointId: endpoint.id,
        policy: pulumi
          .output({ ...subject, callerRoleArns })
          .apply(apiEndpointPolicy)
          .apply(checkSize("VPC endpoint policy")),
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
        policy: pulumi.output(subject).apply(backendPolicy).apply(checkSize("managed policy")),
      },
      opts,
    ),
  };
}
