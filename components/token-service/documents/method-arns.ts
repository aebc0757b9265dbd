// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Route } from "../contract/routes";

/** The API that a policy document is about. */
export interface ApiSubject {
  /** ARN of the API in `execute-api`, without a trailing slash. */
  readonly executionArn: string;
  readonly stageName: string;
  readonly routes: readonly Route[];
}

/**
 * ARNs of exactly the methods of the API. A path parameter becomes a wildcard, because IAM has nothing
 * narrower for "any one segment".
 */
export function methodArns({ executionArn, stageName, routes }: ApiSubject): string[] {
  return routes.map(
    ({ method, path }) =>
      `${executionArn}/${stageName}/${method}${path.replaceAll(/\{[^}]+\}/g, "*")}`,
  );
}
