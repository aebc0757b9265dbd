// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Fields of an access-log line. The path is logged as its template, because some paths hold ids. Bodies,
 * headers and query strings are never logged.
 */
export const accessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  extendedRequestId: "$context.extendedRequestId",
  requestTime: "$context.requestTime",
  method: "$context.httpMethod",
  resourcePath: "$context.resourcePath",
  status: "$context.status",
  responseType: "$context.error.responseType",
  caller: "$context.identity.userArn",
  vpcEndpoint: "$context.identity.vpceId",
  latency: "$context.responseLatency",
  integrationStatus: "$context.integration.status",
  integrationLatency: "$context.integration.latency",
});
