// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How the names in `Principal` are read: once, for the search and for the evaluation.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */

export type NamedKind = "user" | "role" | "assumed-role" | "federated-user";

export type PrincipalName =
  | { readonly names: "everybody" }
  /** What is left of a principal that was deleted: its unique id, which nobody has any more. */
  | { readonly names: "nobody" }
  | { readonly names: "account"; readonly partition?: string; readonly account: string }
  | {
      readonly names: "principal";
      readonly kind: NamedKind;
      readonly partition: string;
      readonly account: string;
      /** The name with its path; of an assumed role, the role and its session. */
      readonly name: string;
    }
  | { readonly names: "no principal" };

const account = /^\d{12}$/;
const rootArn = /^arn:([\w-]+):iam::(\d{12}):root$/;
const namedArn = new RegExp(
  /^arn:([\w-]+):/.source +
    /(?:iam(?=::[^:]*:(?:user|role)\/)|sts(?=::[^:]*:(?:assumed-role|federated-user)\/))/.source +
    /::(\d{12}|cloudfront):([\w-]+)\/(.+)$/.source,
);
const uniqueId = /^A[A-Z]{3}[A-Z0-9]{12,124}$/;

/** A principal of the type AWS. */
export function readPrincipalName(value: string): PrincipalName {
  if (value === "*") {
    return { names: "everybody" };
  }
  if (uniqueId.test(value)) {
    return { names: "nobody" };
  }
  if (account.test(value)) {
    return { names: "account", account: value };
  }
  const [, partition, number] = rootArn.exec(value) ?? [];
  if (number !== undefined) {
    return { names: "account", account: number, ...(partition !== undefined && { partition }) };
  }
  return readArn(value) ?? { names: "no principal" };
}

function readArn(value: string): PrincipalName | undefined {
  const [, partition = "", owner = "", kind, name = ""] = namedArn.exec(value) ?? [];
  return kind === undefined || /[*?]/.test(value)
    ? undefined
    : { names: "principal", kind: kind as NamedKind, partition, account: owner, name };
}
