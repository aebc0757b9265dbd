// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a document names the caller of one request, and what the caller's own keys hold. */

import type { Request } from "./requests";
import type { Choice, Principal } from "./statements";
import { anyOf, opposite, type Truth } from "./truth";

const ACCOUNT_SPELLING = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/;
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,124}$/;

export function isNamed({ negated, items }: Choice<Principal>, request: Request): Truth {
  return negated
    ? isNotLeftOut(items, request)
    : anyOf(items.map((item) => isNamedBy(item, request)));
}

function isNamedBy({ type, value }: Principal, request: Request): Truth {
  const { caller, canonicalUser } = request;
  switch (type) {
    case "CanonicalUser":
      return canonicalUser === value;
    case "Service":
    case "Federated": {
      const kind = type === "Service" ? "service" : "identity";
      return caller.kind === kind && (/[*?]/.test(value) ? undefined : caller.name === value);
    }
    case "AWS":
      return isNamedAsAws(value, request);
  }
}

function isNamedAsAws(value: string, { caller }: Request): Truth {
  if (value === "*") {
    return true;
  }
  const isArn = caller.name.startsWith("arn:") && caller.kind !== "identity";
  if (!isArn || UNIQUE_ID.test(value)) {
    return false;
  }
  const [, account] = ACCOUNT_SPELLING.exec(value) ?? [];
  if (account !== undefined) {
    const [, partition = "", , , owner] = caller.name.split(":");
    const asked = value.split(":")[1] ?? partition;
    return owner === account && partition === asked;
  }
  if (/[*?]/.test(value) || !/^arn:[\w-]+:(iam|sts)::(\d{12}|cloudfront):[\w-]+\/./.test(value)) {
    return undefined;
  }
  return isNamedByArn(value, caller);
}

function isNamedByArn(value: string, caller: Request["caller"]): Truth {
  const [, partition, service, , account, resource = ""] = value.split(":");
  const [, ownPartition, , , ownAccount, ownResource = ""] = caller.name.split(":");
  const isOfAccount = partition === ownPartition && account === ownAccount;
  if (resource.startsWith("assumed-role/") && service === "sts") {
    const [, role, session] = resource.split("/");
    const isRole = caller.kind === "role" && ownResource.split("/").at(-1) === role;
    return isOfAccount && isRole && caller.session === session;
  }
  const actsForUser = resource.startsWith("user/") && caller.kind === "federated-user";
  return actsForUser && isOfAccount ? undefined : value === caller.name;
}

/** For certain only with all of a caller's names in the list, or none of them. */
function isNotLeftOut(items: readonly Principal[], request: Request): Truth {
  const named = anyOf(items.map((item) => isNamedBy(item, request)));
  if (named === false) {
    return true;
  }
  return opposite(anyOf([isEverybody(items), isWholly(items, request), false]) || undefined);
}

function isEverybody(items: readonly Principal[]): boolean {
  return items.some(({ type, value }) => type === "AWS" && value === "*");
}

function isWholly(items: readonly Principal[], request: Request): boolean {
  const { caller } = request;
  const names = (test: (value: string) => boolean) =>
    items.some((item) => test(item.value) && isNamedBy(item, request) === true);
  const account = names((value) => ACCOUNT_SPELLING.test(value));
  switch (caller.kind) {
    case "service":
    case "identity":
      return names(() => true);
    case "root":
      return account;
    case "user":
    case "federated-user":
      return account && names((value) => value === caller.name);
    case "role":
      return (
        account &&
        names((value) => value === caller.name) &&
        names((value) => value.includes(":assumed-role/"))
      );
    default:
      return false;
  }
}

/** Values of a key that follows from the caller; null when AWS does not say, none when it is absent. */
export type OwnValues = readonly string[] | null;

/** The values of a caller's own keys, for those that are such. */
export function ownValues(key: string, { caller }: Request): OwnValues | undefined {
  const { kind, name } = caller;
  const isService = kind === "service";
  const isOutside = isService || kind === "identity";
  const hasArn = !isOutside && kind !== "anonymous";
  const account = () => (isOutside ? null : [hasArn ? (name.split(":")[4] ?? "") : "anonymous"]);
  const values: Readonly<Record<string, () => OwnValues>> = {
    "aws:principalarn": () => (isService ? null : hasArn ? [name] : []),
    "aws:principalaccount": account,
    "kms:calleraccount": account,
    "aws:principalisawsservice": () => (isService || hasArn ? [`${isService}`] : []),
    "aws:principalservicename": () => (isService ? [name] : []),
    "aws:username": () => userNameOf(kind, name),
    "aws:principaltype": () => (isOutside ? null : [TYPES[kind] ?? ""]),
  };
  return Object.hasOwn(values, key) ? values[key]?.() : undefined;
}

function userNameOf(kind: string, name: string): OwnValues {
  if (kind === "federated-user") {
    return null;
  }
  return kind === "user" ? [name.split("/").at(-1) ?? ""] : [];
}

const TYPES: Readonly<Record<string, string>> = {
  anonymous: "Anonymous",
  root: "Account",
  user: "User",
  role: "AssumedRole",
  "federated-user": "FederatedUser",
};
