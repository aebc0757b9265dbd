// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Resource } from "./resource";

/** What ARNs call a service where the SDK's folder has another name. */
const arnServices: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancing",
  apigatewayv2: "apigateway",
  cfg: "config",
  cognito: "cognito-idp",
  directoryservice: "ds",
  ec2transitgateway: "ec2",
  efs: "elasticfilesystem",
  elb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  msk: "kafka",
  opensearch: "es",
  sesv2: "ses",
  sfn: "states",
  vpc: "ec2",
};

/** Services whose resources belong to no region. */
const globalServices = new Set([
  "cloudfront",
  "globalaccelerator",
  "iam",
  "organizations",
  "route53",
  "waf",
]);

/** An ARN for an output that only says that it is one. */
export function arnOf(resource: Resource): string {
  const service = arnServices[resource.module] ?? resource.module;
  const rest = `${kindOf(resource)}/${resource.physicalName}`;
  return globalServices.has(service)
    ? resource.globalArn(service, rest)
    : resource.arn(service, rest);
}

/** The kind as ARNs spell it: `cache-policy` for a `CachePolicy`. */
function kindOf({ type }: Resource): string {
  const kind = type.split(":").at(-1) ?? "";
  return kind.replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase();
}
