// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Resource } from "../resource";
import { type Formats, joined, random } from "./format";

/** ARNs of the API Gateway control plane name no account. */
function controlPlaneArn({ account, region }: Resource, path: string): string {
  return `arn:${account.partition}:apigateway:${region}::${path}`;
}

function host({ account, region }: Resource, api: string): string {
  return `${api}.execute-api.${region}.${account.dnsSuffix}`;
}

/** The root, which is no resource of a program's, has no path of its own. */
function parentPath(resource: Resource): string {
  const parent = resource.sibling(resourceType, resource.text("parentId") ?? "");
  return typeof parent?.path === "string" ? parent.path : "";
}

const resourceType = "aws:apigateway/resource:Resource";

export const apiGatewayFormats: Formats = {
  "aws:apigateway/account:Account": { id: () => "api-gateway-account" },
  "aws:apigateway/deployment:Deployment": { id: random(6) },
  "aws:apigateway/integration:Integration": {
    id: (resource) => `agi-${joined("-", "restApi", "resourceId", "httpMethod")(resource)}`,
  },
  "aws:apigateway/method:Method": {
    id: (resource) => `agm-${joined("-", "restApi", "resourceId", "httpMethod")(resource)}`,
  },
  "aws:apigateway/methodSettings:MethodSettings": {
    id: joined("-", "restApi", "stageName", "methodPath"),
  },
  "aws:apigateway/model:Model": { id: random(6) },
  "aws:apigateway/requestValidator:RequestValidator": { id: random(6) },
  [resourceType]: {
    id: random(6),
    outputs: (resource) => ({ path: `${parentPath(resource)}/${resource.text("pathPart") ?? ""}` }),
  },
  "aws:apigateway/response:Response": {
    id: (resource) => `aggr-${joined("-", "restApiId", "responseType")(resource)}`,
  },
  "aws:apigateway/restApi:RestApi": {
    id: random(10),
    outputs: (resource, id) => ({
      apiKeySource: "HEADER",
      arn: controlPlaneArn(resource, `/restapis/${id}`),
      endpointConfiguration: { ipAddressType: "ipv4", types: ["EDGE"], vpcEndpointIds: [] },
      executionArn: resource.arn("execute-api", id),
      rootResourceId: resource.digits("root", 10),
    }),
  },
  "aws:apigateway/restApiPolicy:RestApiPolicy": { idIs: "restApiId" },
  "aws:apigateway/stage:Stage": {
    id: (resource) => `ags-${joined("-", "restApi", "stageName")(resource)}`,
    outputs: (resource) => {
      const [api = "", stage = ""] = [resource.text("restApi"), resource.text("stageName")];
      return {
        arn: controlPlaneArn(resource, `/restapis/${api}/stages/${stage}`),
        executionArn: resource.arn("execute-api", `${api}/${stage}`),
        invokeUrl: `https://${host(resource, api)}/${stage}`,
      };
    },
  },
  "aws:apigatewayv2/api:Api": {
    id: random(10),
    outputs: (resource, id) => ({
      apiEndpoint: `https://${host(resource, id)}`,
      arn: controlPlaneArn(resource, `/apis/${id}`),
      executionArn: resource.arn("execute-api", id),
    }),
  },
  "aws:apigatewayv2/stage:Stage": {
    idIs: "name",
    outputs: (resource, id) => {
      const api = resource.text("apiId") ?? "";
      return {
        arn: controlPlaneArn(resource, `/apis/${api}/stages/${id}`),
        executionArn: resource.arn("execute-api", `${api}/${id}`),
        // The stage of that name answers at the root.
        invokeUrl: `https://${host(resource, api)}/${id === "$default" ? "" : id}`,
      };
    },
  },
};
