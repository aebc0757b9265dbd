// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a document names the caller of one request, and what the caller's own keys hold. */

import { type PrincipalName, readPrincipalName } from "./principal-names";
import type { Request } from "./requests";
import type { Choice, Principal } from "./statements";
import { anyOf, opposite, type Truth } from "./truth";

export function isNamed({ negated, items }: Choice<Principal>, request: Request): Truth {
  return negated
    ? isNotLeftOut(items, request)
    : anyOf(items.map((item) => isNamedBy(item, request)));
}

function isNamedBy({ type, value, doubt }: Principal, request: Request): Truth {
  if (doubt !== undefined) {
    return undefined;
  }
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
  const name = readPrincipalName(value);
  const isArn = caller.name.startsWith("arn:") && caller.kind !== "identity";
  switch (name.names) {
    case "everybody":
      return true;
    case "nobody":
      return false;
    case "account": {
      const [, partition, , , owner] = caller.name.split(":");
      const { partition: asked = partition } = name;
      return isArn && owner === name.account && partition === asked;
    }
    case "principal":
      return isArn && isNamedByArn(value, name, caller);
    case "no principal":
      return isArn && undefined;
  }
}

function isNamedByArn(
  value: string,
  { kind, partition, account, name }: Extract<PrincipalName, { names: "principal" }>,
  caller: Request["caller"],
): Truth {
  const [, ownPartition, , , ownAccount, ownResource = ""] = caller.name.split(":");
  const isOfAccount = partition === ownPartition && account === ownAccount;
  if (kind === "assumed-role") {
    const [role = "", session = ""] = name.split("/");
    const isRole = caller.kind === "role" && ownResource.split("/").at(-1) === role;
    return isOfAccount && isRole && caller.session === session;
  }
  const actsForUser = kind === "user" && caller.kind === "federated-user";
  return actsForUser && isOfAccount ? undefined : value === caller.name;
}

/**
 * For certain only with all of a caller's names in the list, none of them, or only the account, for the sake of
 * other principals of it.
 */
function isNotLeftOut(items: readonly Principal[], request: Request): Truth {
  const known = items.filter(({ doubt }) => doubt === undefined);
  const named = anyOf(known.map((item) => isNamedBy(item, request)));
  const isLeftIn =
    named === false || isOnlyByAccount(known, request)
      ? true
      : opposite(anyOf([isEverybody(known), isWholly(known, request), false]) || undefined);
  return known.length === items.length ? isLeftIn : isLeftIn && undefined;
}

function isOnlyByAccount(items: readonly Principal[], request: Request): boolean {
  const { kind } = request.caller;
  const named = items.filter((item) => isNamedBy(item, request) !== false);
  const ofAws = items.filter(({ type }) => type === "AWS").map(({ value }) => value);
  return (
    kind !== "root" &&
    named.length > 0 &&
    !isEverybody(items) &&
    named.every(({ value, type }) => {
      const name = readPrincipalName(value);
      return (
        type === "AWS" &&
        name.names === "account" &&
        ofAws.some((other) => isPrincipalOf(other, name.account))
      );
    })
  );
}

function isPrincipalOf(value: string, account: string): boolean {
  const name = readPrincipalName(value);
  return name.names === "principal" && name.account === account;
}

function isEverybody(items: readonly Principal[]): boolean {
  return items.some(({ type, value }) => type === "AWS" && value === "*");
}

function isWholly(items: readonly Principal[], request: Request): boolean {
  const { caller } = request;
  const names = (test: (value: string) => boolean) =>
    items.some((item) => test(item.value) && isNamedBy(item, request) === true);
  const account = names((value) => readPrincipalName(value).names === "account");
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
export function ownValues(key: string, { caller, uniqueId }: Request): OwnValues | undefined {
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
    "aws:username": () => (kind === "user" ? [name.split("/").at(-1) ?? ""] : []),
    "aws:userid": () => userIdOf(caller, uniqueId),
    "aws:principaltype": () => (isOutside ? null : [TYPES[kind] ?? ""]),
  };
  return Object.hasOwn(values, key) ? values[key]?.() : undefined;
}

/** Whether a key that follows from the caller is there, where nobody knows its value. */
export function hasOwnValue(key: string, { caller }: Request): Truth {
  return key === "aws:userid" && ["user", "role"].includes(caller.kind) ? true : undefined;
}

function userIdOf({ kind, name, session }: Request["caller"], uniqueId?: string): OwnValues {
  const [, , , , account = "", resource = ""] = name.split(":");
  const ids: Partial<Record<Request["caller"]["kind"], string | undefined>> = {
    anonymous: "anonymous",
    root: account,
    user: uniqueId,
    role: uniqueId && `${uniqueId}:${session ?? ""}`,
    "federated-user": `${account}:${resource.slice("federated-user/".length)}`,
  };
  const id = ids[kind];
  return id === undefined ? null : [id];
}

const TYPES: Readonly<Record<string, string>> = {
  anonymous: "Anonymous",
  root: "Account",
  user: "User",
  role: "AssumedRole",
  "federated-user": "FederatedUser",
};
