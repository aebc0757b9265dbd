// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What the code in Lambda expects of the DynamoDB table with the issued ids. Classrooms and participants
 * share it, each found by its own key, so it needs no index and every read can be strongly consistent.
 */
export const classroomTable = {
  /** The partition key, a string; there is no sort key. */
  partitionKey: "id",
  /** The attribute with the time, in seconds since 1970, after which DynamoDB may delete an item. */
  timeToLiveAttribute: "expiresAt",
  /** All that the function does with the table. */
  actions: ["dynamodb:GetItem", "dynamodb:PutItem"],
} as const;
