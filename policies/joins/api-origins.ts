// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The origins of a CloudFront distribution that are APIs of API Gateway. */

import { below, type Reading, read, select, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

export interface ApiOrigin {
  /** The attribute path of the origin's domain name. */
  readonly path: string;
  /** Why it is an API, as the end of a sentence; undefined where it only may be one. */
  readonly found?: string;
}

/** Host names that API Gateway gives to APIs, in all partitions, for IPv4 and dual stack. */
const apiHost = /^[a-z0-9-]+\.execute-api\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)(?=$|\/)/i;

const domainTypes = [
  "aws:apigateway/domainName:DomainName",
  "aws:apigatewayv2/domainName:DomainName",
  "aws-native:apigateway:DomainName",
  "aws-native:apigatewayv2:DomainName",
] as const;

/** The origins that are an API or may be one. */
export function apiOriginsOf(stack: Stack, distribution: StackResource): readonly ApiOrigin[] {
  return originsOf(distribution).flatMap((origin) => {
    const address = below(origin, "domainName");
    return address.state === "unknown"
      ? unknownOrigin(distribution, origin, address.path)
      : knownOrigin(stack, address);
  });
}

/** In aws-native they are one level deeper. */
function originsOf(distribution: StackResource): readonly Reading[] {
  const path = distribution.type.startsWith("aws-native:")
    ? ["distributionConfig", "origins"]
    : ["origins"];
  return select(distribution.props, ...path);
}

function knownOrigin(stack: Stack, address: Reading): readonly ApiOrigin[] {
  const { path } = address;
  const text = textOf(address) ?? "";
  const [host] = apiHost.exec(text) ?? [];
  const domain = stack.derive(customDomains).get(text.toLowerCase());
  return [
    ...(host === undefined ? [] : [{ path, found: `is the API ${host}` }]),
    ...(domain === undefined ? [] : [{ path, found: `is the API domain '${domain}'` }]),
  ];
}

/** The resource names of the stack's API domains, by domain name. */
function customDomains(stack: Stack): ReadonlyMap<string, string> {
  return new Map(
    stack
      .ofTypes(domainTypes)
      .map(
        ({ name, props }) =>
          [(textOf(read(props, "domainName")) ?? "").toLowerCase(), name] as const,
      )
      .filter(([domain]) => domain !== ""),
  );
}

/** An unknown domain name is an API's if the origins are made from an API of the stack. */
function unknownOrigin(
  distribution: StackResource,
  origin: Reading,
  path: string,
): readonly ApiOrigin[] {
  if (isSignedFor(origin)) {
    return [];
  }
  const sources = sourcesOf(distribution, topLevel(origin.path));
  const api = sources.find(({ type }) => /^aws(:|-native:)apigateway(v2)?[/:]/.test(type));
  if (api !== undefined) {
    return [{ path, found: `comes from the API resource '${api.name}'` }];
  }
  return sources.length === 0 ? [{ path }] : [];
}

/** CloudFront signs requests to buckets and functions (origin access control or identity), never to an API. */
function isSignedFor(origin: Reading): boolean {
  return ["originAccessControlId", "s3OriginConfig"].some((property) => {
    const reading = below(origin, property);
    return reading.state === "unknown" || textOf(reading) !== undefined;
  });
}
