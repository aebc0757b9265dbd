// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whom principals name, of some members of an account and some strangers to it. */

export const user = "arn:aws:iam::111122223333:user/alice";
export const role = "arn:aws:iam::111122223333:role/path/app";
export const federated = "arn:aws:sts::111122223333:federated-user/bob";
export const session = "arn:aws:sts::111122223333:assumed-role/app/one";
export const root = "arn:aws:iam::111122223333:root";

/** Callers of account 111122223333, in the order of the rows below. */
export const members = [root, user, `${role} one`, `${role} two`, federated];
export const strangers = [
  "anonymous",
  "arn:aws:iam::123456789012:role/path/app one",
  "service lambda.amazonaws.com",
  "identity accounts.google.com",
];

export type Answer = "yes" | "no" | "?";

interface Row {
  readonly shows: string;
  readonly element: object | "*";
  /** Of each member, then of all strangers. */
  readonly members: readonly [Answer, Answer, Answer, Answer, Answer];
  readonly strangers?: readonly [Answer, Answer, Answer, Answer];
}

const nobody = ["no", "no", "no", "no", "no"] as const;
const everybody = ["yes", "yes", "yes", "yes", "yes"] as const;

export const PRINCIPALS: readonly Row[] = [
  { shows: "everyone", element: "*", members: everybody, strangers: ["yes", "yes", "yes", "yes"] },
  {
    shows: "everyone, as AWS",
    element: { AWS: "*" },
    members: everybody,
    strangers: ["yes", "yes", "yes", "yes"],
  },
  {
    shows: "everyone, in a list",
    element: { AWS: [user, "*"] },
    members: everybody,
    strangers: ["yes", "yes", "yes", "yes"],
  },
  { shows: "an account by its number", element: { AWS: "111122223333" }, members: everybody },
  { shows: "an account by its root", element: { AWS: root }, members: everybody },
  {
    shows: "an account of another partition",
    element: { AWS: "arn:aws-cn:iam::111122223333:root" },
    members: nobody,
  },
  {
    shows: "a user, for whom a federated user may act",
    element: { AWS: user },
    members: ["no", "yes", "no", "no", "?"],
  },
  {
    shows: "a user of another name",
    element: {
      AWS: user.toUpperCase().replace("ARN:AWS:IAM", "arn:aws:iam").replace("USER", "user"),
    },
    members: ["no", "no", "no", "no", "?"],
  },
  {
    shows: "a role, whatever the session",
    element: { AWS: role },
    members: ["no", "no", "yes", "yes", "no"],
  },
  {
    shows: "a role without its path",
    element: { AWS: "arn:aws:iam::111122223333:role/app" },
    members: nobody,
  },
  {
    shows: "one session of a role, whatever its path",
    element: { AWS: session },
    members: ["no", "no", "yes", "no", "no"],
  },
  {
    shows: "a session of a role of another name",
    element: { AWS: session.replace("/app/", "/pp/") },
    members: nobody,
  },
  {
    shows: "a federated user",
    element: { AWS: federated },
    members: ["no", "no", "no", "no", "yes"],
  },
  {
    shows: "a principal that was deleted",
    element: { AWS: "AROAEXAMPLE123456789" },
    members: nobody,
  },
  {
    shows: "a service",
    element: { Service: "lambda.amazonaws.com" },
    members: nobody,
    strangers: ["no", "no", "yes", "no"],
  },
  {
    shows: "an identity provider",
    element: { Federated: ["accounts.google.com"] },
    members: nobody,
    strangers: ["no", "no", "no", "yes"],
  },
  {
    shows: "a service and a user",
    element: { Service: "lambda.amazonaws.com", AWS: user },
    members: ["no", "yes", "no", "no", "?"],
    strangers: ["no", "no", "yes", "no"],
  },
];

const all = ["yes", "yes", "yes", "yes"] as const;

export const NOT_PRINCIPALS: readonly Row[] = [
  { shows: "everyone", element: "*", members: nobody },
  { shows: "everyone, in a list", element: { AWS: [user, "*"] }, members: nobody },
  {
    shows: "an account, and of it the root for certain",
    element: { AWS: root },
    members: ["no", "?", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "an account by its number",
    element: { AWS: "111122223333" },
    members: ["no", "?", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "a user without the account",
    element: { AWS: user },
    members: ["yes", "?", "yes", "yes", "?"],
    strangers: all,
  },
  {
    shows: "a user and the account, and nobody else of it",
    element: { AWS: [user, root] },
    members: ["no", "no", "yes", "yes", "?"],
    strangers: all,
  },
  {
    shows: "a role and the account",
    element: { AWS: [role, root] },
    members: ["no", "yes", "?", "?", "yes"],
    strangers: all,
  },
  {
    shows: "a role, a session and the account",
    element: { AWS: [role, session, root] },
    members: ["no", "yes", "no", "?", "yes"],
    strangers: all,
  },
  {
    shows: "a federated user and the account",
    element: { AWS: [federated, root] },
    members: ["no", "yes", "yes", "yes", "no"],
    strangers: all,
  },
  {
    shows: "a service",
    element: { Service: "lambda.amazonaws.com" },
    members: everybody,
    strangers: ["yes", "yes", "no", "yes"],
  },
  {
    shows: "an identity provider",
    element: { Federated: "accounts.google.com" },
    members: everybody,
    strangers: ["yes", "yes", "yes", "no"],
  },
  {
    shows: "a service and an account, each by itself",
    element: { Service: "lambda.amazonaws.com", AWS: [root, federated] },
    members: ["no", "yes", "yes", "yes", "no"],
    strangers: ["yes", "yes", "no", "yes"],
  },
];
