// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Route } from "../contract/routes";

/** Which API, as the token service's documents refer to it. */
export interface ApiSubject {
  /** ARN of the API as `execute-api` spells it, without a trailing slash. */
  readonly executionArn: string;
  readonly stageName: string;
  readonly routes: readonly Route[];
}

/**
 * ARNs of exactly the methods that the API has. Ids are part of some paths, so a path parameter
 * becomes a wildcard: IAM has no narrower way to say "any one segment".
 */
export function methodArns({ executionArn, stageName, routes }: ApiSubject): string[] {
  return routes.map(
    ({ method, path }) =>
      `${executionArn}/${stageName}/${method}${path.replaceAll(/\{[^}]+\}/g, "*")}`,
  );
}
