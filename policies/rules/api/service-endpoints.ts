// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** AWS services that serve an API without API Gateway, and the property that makes each of them private. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import { read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface Endpoint {
  readonly path: readonly string[];
  readonly isPrivate: string;
  /** What the service does where the property is missing, as the end of a sentence. */
  readonly missing: string;
  readonly must: string;
  readonly fix: string;
}

const graph: Endpoint = {
  path: ["visibility"],
  isPrivate: "PRIVATE",
  missing: "is missing, which means GLOBAL",
  must: "it must be PRIVATE",
  fix:
    "Set it to PRIVATE, which replaces an API that exists, and call it through an interface " +
    "endpoint of appsync-api.",
};

const webService: Endpoint = {
  path: ["networkConfiguration", "ingressConfiguration", "isPubliclyAccessible"],
  isPrivate: "false",
  missing: "is missing, which means true",
  must: "it must be false",
  fix: "Set it to false, and let the callers in by an aws.apprunner.VpcIngressConnection.",
};

const endpoints: Readonly<Record<string, Endpoint>> = {
  "aws:appsync/graphQLApi:GraphQLApi": graph,
  "aws-native:appsync:GraphQlApi": graph,
  "aws:apprunner/service:Service": webService,
  "aws-native:apprunner:Service": webService,
};

/** The judges of these services, by type. */
export const serviceEndpoints = forEntries(
  endpoints,
  (endpoint) => (resource: Resource) => judge(resource, endpoint),
);

function judge(resource: Resource, endpoint: Endpoint): readonly Finding[] {
  const { path, isPrivate, missing, must, fix } = endpoint;
  const value = read(resource.props, ...path);
  if (value.state === "unknown") {
    return [undecided(resource, value.path, must)];
  }
  const text = textOf(value);
  return text === isPrivate
    ? []
    : [
        violation(resource, value.path, text === undefined ? missing : foundOf(text), must, {
          fix,
        }),
      ];
}

function foundOf(text: string): string {
  return /^(GLOBAL|true)$/.test(text)
    ? `is ${text}, which lets the internet in`
    : "is no value of AWS's";
}
