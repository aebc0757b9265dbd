// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Identity providers that anybody can have an account with: a role that trusts one is open to everybody, unless
 * a condition pins what the provider says of its users.
 * Source: IAM User Guide, "IAM and AWS STS condition context keys" (keys of web identity federation), and
 * "Create a role for OpenID Connect federation" (which of them must be checked).
 */

import type { Document } from "./documents";
import { likes, statementsOf, valuesOf, whole } from "./names";
import type { Question, RequestLike } from "./question";

/** By host, the keys that tell one customer of the provider from another. An audience that all share does not. */
const TELLING_KEYS: Readonly<Record<string, readonly string[]>> = {
  "accounts.google.com": ["aud", "oaud", "sub"],
  "app.terraform.io": ["sub"],
  "cognito-identity.amazonaws.com": ["aud", "sub"],
  "gitlab.com": ["sub"],
  "graph.facebook.com": ["app_id", "id"],
  "token.actions.githubusercontent.com": [
    "enterprise",
    "job_workflow_ref",
    "repository",
    "repository_id",
    "repository_owner",
    "repository_owner_id",
    "sub",
  ],
  "www.amazon.com": ["app_id", "user_id"],
};

/** One question for each of the documents' providers that is such. */
export function throughSharedProvider(documents: readonly Document[]): Question[] {
  const statements = statementsOf(documents);
  const providers = statements
    .flatMap(({ principals }) => principals?.items ?? [])
    .filter(({ type }) => type === "Federated")
    .map(({ value }) => value);
  return [...new Set(providers)].flatMap((provider) => {
    const host = provider.replace(/.*:oidc-provider\//, "");
    const keys = Object.hasOwn(TELLING_KEYS, host) ? TELLING_KEYS[host] : undefined;
    return keys === undefined
      ? []
      : [
          {
            grantedBy: documents,
            where: [{ Principal: { Federated: provider } }],
            whereNot: keys.flatMap((key) => named(`${host}:${key}`)),
          },
        ];
  });

  /** A wildcard after the name of an owner leaves only that owner's things open. */
  function named(key: string): RequestLike[] {
    const values = valuesOf(statements, key);
    const owners = values
      .filter(({ isWhole }) => !isWhole)
      .flatMap(({ value }) => /^[^*?]*\//.exec(value) ?? []);
    return [
      ...likes("StringEquals", key, whole(values)),
      ...likes(
        "StringLike",
        key,
        owners.map((owner) => `${owner}*`),
      ),
    ];
  }
}
