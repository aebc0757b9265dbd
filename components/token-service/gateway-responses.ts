// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** An answer that API Gateway itself gives, without calling the function. */
interface GatewayResponse {
  readonly statusCode?: string;
  readonly title: string;
  readonly detail: string;
}

/** Answers by API Gateway's response types. The two defaults cover every other type and keep AWS's status. */
export const gatewayResponses: Readonly<Record<string, GatewayResponse>> = {
  ACCESS_DENIED: {
    statusCode: "403",
    title: "Access denied",
    detail: "This caller may not use the token API, or not through this endpoint.",
  },
  BAD_REQUEST_BODY: {
    statusCode: "400",
    title: "Invalid body",
    detail: "The body must be a JSON object with the fields that the contract names.",
  },
  DEFAULT_4XX: { title: "Request refused", detail: "The request was refused by the gateway." },
  DEFAULT_5XX: { title: "Gateway failure", detail: "The gateway could not answer. Try again." },
  MISSING_AUTHENTICATION_TOKEN: {
    statusCode: "403",
    title: "Not signed, or no such call",
    detail: "Sign the request with AWS Signature Version 4, and check method and path.",
  },
  REQUEST_TOO_LARGE: {
    statusCode: "413",
    title: "Body too large",
    detail: "The body is larger than the gateway accepts.",
  },
  THROTTLED: {
    statusCode: "429",
    title: "Too many requests",
    detail: "The limit of this call is reached. Try again a little later.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    statusCode: "415",
    title: "Not JSON",
    detail: "Send the body as application/json.",
  },
};

/** Makes API Gateway's own answers problem details (RFC 9457) that no cache may store. */
export function makeGatewayResponses(
  name: string,
  restApiId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): aws.apigateway.Response[] {
  return Object.entries(gatewayResponses).map(
    ([responseType, response]) =>
      new aws.apigateway.Response(
        `${name}-${responseType.toLowerCase().replaceAll("_", "-")}`,
        {
          restApiId,
          responseType,
          statusCode: response.statusCode,
          responseParameters: {
            "gatewayresponse.header.Content-Type": "'application/problem+json'",
            "gatewayresponse.header.Cache-Control": "'no-store'",
          },
          responseTemplates: { "application/json": problemTemplate(response) },
        },
        opts,
      ),
  );
}

/** The answer repeats nothing of the request, so nothing needs escaping. */
function problemTemplate({ statusCode, title, detail }: GatewayResponse): string {
  return JSON.stringify({
    type: "about:blank",
    title,
    ...(statusCode && { status: Number(statusCode) }),
    detail,
    instance: "$context.requestId",
  });
}
