// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which of AWS's own policies allow a whole service, or what is in every store, key or function. Read
 * from the policies' default versions of 2026-08; those that AWS keeps for service-linked roles are left
 * out, because nobody can attach them. Policies that let roles write logs, traces and metrics, or read
 * descriptions, are not among them, although they name no resource: they are what AWS tells to attach.
 */

import actionsByName from "./wide-managed-policies.json";

export interface ManagedPolicy {
  readonly name: string;
  /** What it allows on every resource; nothing where it is made of wildcards as a whole. */
  readonly allows: readonly string[];
}

const named = /:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/;

/** Policies whose names say so. */
const allWildcards =
  /^(AdministratorAccess|PowerUserAccess|AIDevOpsAgentActionsPolicy|[\w-]*FullAccess\w*)$/;

const wide: ReadonlyMap<string, string> = new Map(Object.entries(actionsByName));

/** The policy that an ARN is of, if it is one of those. */
export function wideManagedPolicy(arn: string): ManagedPolicy | undefined {
  const name = named.exec(arn)?.[1] ?? "";
  const actions = wide.get(name);
  if (actions !== undefined) {
    return { name, allows: actions.split(" ") };
  }
  return allWildcards.test(name) ? { name, allows: [] } : undefined;
}
