// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Decides what AWS policy documents allow: documents and a question in, an answer out.
 *
 * A rule asks for a property, and reports the sentence:
 *
 *     const bucket: Document = { name: "bucket policy", kind: "resource", content: args.policy };
 *     const { holds, answer } = check(notPublic({ documents: [bucket], among: onBucket(arn) }));
 *
 * - `holds` is true (a proof), false (`answer` is `found`, with a `sentence`, the request and the deciding
 *   statements), or undefined (`answer` is `undecided`, with reasons in `because`): never a pass.
 * - The properties are in `questions.ts` and `object-encryption.ts`. For what they do not ask, `decide`
 *   takes a question of its own; parts are spelt as in a policy, `{ Action: "s3:*", Condition: … }`.
 * - `kind` says what a document is attached to; a key's policy is a `resource`'s. Several documents in
 *   `documents` must all allow (a bucket and its endpoint, a user and its boundary). Policies of one
 *   identity add up: they are one document, whose `content` is their list.
 * - `among` leaves out actions that do not exist on a resource: `on("secret", arn)`, `onBucket(arn)`,
 *   `callsOf(apiArn)`. Without it, a wildcard resource matches any action and resource there could be.
 *   Where only patterns of ARNs are known, they do as well: `on("key", "arn:aws:kms:*:*:key/*")`.
 * - An ARN that is not known yet makes an unknown document: leave the question for later, as undecided.
 */

export {
  type Answer,
  type Deciding,
  decide,
  type Found,
  type Moment,
  type None,
  type Undecided,
} from "./decision";
export type { Document, DocumentKind } from "./documents";
export { type DoubtKind, unknownValue } from "./doubts";
export {
  acceptsUploadsWithoutHeaders,
  refusesOtherKeys,
  refusesUploadersOwnKeys,
} from "./object-encryption";
export type { ActionsOnResources, Question, RequestLike } from "./question";
export * from "./questions";
export type { Request } from "./requests";
export { callsOf, on, onBucket } from "./service-actions";
