// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * AWS's own policies that allow a whole service, or the use of every store, key or function. They were read
 * from the default versions of 2026-08. Policies of service-linked roles are left out, because nobody can
 * attach them. Policies that let roles write logs, traces and metrics, or read descriptions, are left out
 * although they name no resource, because AWS's documentation tells people to attach them.
 */

import { policies } from "./wide-managed-policies.json";

export interface ManagedPolicy {
  readonly name: string;
  /** The actions that it allows on every resource; empty if all of it is wildcards. */
  readonly allows: readonly string[];
}

const named = /:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/;

/** Policies whose name tells that all of them is wildcards. */
const allWildcards =
  /^(AdministratorAccess|PowerUserAccess|AIDevOpsAgentActionsPolicy|[\w-]*FullAccess\w*)$/;

const wide: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(policies));

/** The policy that an ARN names, if it is one of these. */
export function wideManagedPolicy(arn: string): ManagedPolicy | undefined {
  const name = named.exec(arn)?.[1] ?? "";
  const allows = wide.get(name) ?? (allWildcards.test(name) ? [] : undefined);
  return allows && { name, allows };
}
