// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** CloudWatch namespace of the metrics that the function writes. */
export const metricNamespace = "AgoraClassroom/TokenService";

/** The one dimension of every metric: the name of the function. */
export const metricDimension = "FunctionName";

/** The metrics of every request, with CloudWatch's units. */
export const metricUnits = {
  Latency: "Milliseconds",
  ColdStart: "Count",
  TokensIssued: "Count",
  /** 1 for a request that was refused because there was no certificate to sign with. */
  CertificateUnavailable: "Count",
  /** Age of the certificate in use: 300 when all is well, at most 3,600. */
  CertificateAge: "Seconds",
} as const;
