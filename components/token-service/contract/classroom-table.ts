// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The DynamoDB table of issued ids, as the code in Lambda expects it. Classrooms and participants share it.
 * Each has its own key, so the table needs no index and every read can be strongly consistent.
 */
export const classroomTable = {
  /** Partition key, a string. There is no sort key. */
  partitionKey: "id",
  /** Attribute with the time, in seconds since 1970, after which DynamoDB may delete an item. */
  timeToLiveAttribute: "expiresAt",
  /** IAM actions that the function needs. */
  actions: ["dynamodb:GetItem", "dynamodb:PutItem"],
} as const;
