// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** CloudWatch namespace of the metric that the function writes. */
export const metricNamespace = "AgoraClassroom/RecordingStorage";

/** The one dimension of the metric: the user whose keys they are. */
export const metricDimension = "UserName";

/** Whole days since the oldest active key was made; 0 without one. CloudWatch has no unit for days. */
export const keyAgeMetric = "AccessKeyAgeDays";
