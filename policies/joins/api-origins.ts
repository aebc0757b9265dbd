// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which origins of a CloudFront distribution are APIs of API Gateway. */

import { below, type Reading, read, select, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

export interface ApiOrigin {
  /** The path of the origin's address. */
  readonly path: string;
  /** What makes it an API, as the end of a sentence; nothing where it may be one. */
  readonly found?: string;
}

/** The hosts that API Gateway gives to APIs and their domains, in all partitions and over IPv6 too. */
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

/** CloudFormation keeps them one level deeper. */
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

/** The names of the stack's API domains, by the domain that each one stands for. */
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

/** Of an address that is not known yet, the siblings that the origins are made from tell what it is. */
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

/** CloudFront signs for buckets and functions, by access control or identity, and never for an API. */
function isSignedFor(origin: Reading): boolean {
  return ["originAccessControlId", "s3OriginConfig"].some((property) => {
    const reading = below(origin, property);
    return reading.state === "unknown" || textOf(reading) !== undefined;
  });
}
