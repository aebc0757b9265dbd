// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** CloudWatch namespace of the function's metrics. */
export const metricNamespace = "AgoraClassroom/TokenService";

/** The only dimension of the metrics: the name of the function. */
export const metricDimension = "FunctionName";

/** The metrics of every request, with CloudWatch's units. */
export const metricUnits = {
  Latency: "Milliseconds",
  ColdStart: "Count",
  TokensIssued: "Count",
  /** 1 for a request that was refused because no certificate was available. */
  CertificateUnavailable: "Count",
  /** Age of the cached certificate: usually at most 300, never over 3,600. */
  CertificateAge: "Seconds",
} as const;
