// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Decides what AWS policy documents allow: documents and a question in, an answer out. */

export { type Answer, type Deciding, decide } from "./decision";
export type { Document, DocumentKind } from "./documents";
export {
  acceptsUploadsWithoutHeaders,
  refusesOtherKeys,
  refusesUploadersOwnKeys,
} from "./object-encryption";
export type { ActionsOnResources, Question, RequestLike } from "./question";
export * from "./questions";
export type { Request } from "./requests";
export { callsOf, on, onBucket } from "./service-actions";
