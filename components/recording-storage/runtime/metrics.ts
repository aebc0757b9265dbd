// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** CloudWatch namespace of the function's metric. */
export const metricNamespace = "AgoraClassroom/RecordingStorage";

/** The metric's only dimension: the name of the user. */
export const metricDimension = "UserName";

/** Age of the oldest active key in whole days; 0 without a key. CloudWatch has no unit for days. */
export const keyAgeMetric = "AccessKeyAgeDays";
