// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { CallIds } from "./call";
import type { CertificateSource } from "./certificate-source";
import { describeError } from "./error-description";
import { metricDimension, metricNamespace, metricUnits } from "./metrics";
import { CertificateUnavailableError } from "./problems";
import { pseudonymsOf } from "./pseudonyms";
import type { ApiRequest } from "./request";

/** What a request came to. */
export interface Outcome {
  readonly request: ApiRequest;
  /** Method and path template; never the path, which holds ids. */
  readonly route: string;
  readonly status: number;
  readonly latencyMs: number;
  readonly ids: CallIds;
  readonly error?: unknown;
}

/** Where and for whom the log is written. */
export interface RequestLogOptions {
  readonly functionName: string;
  readonly certificates: CertificateSource;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one line of JSON. */
  readonly write: (line: string) => void;
}

/**
 * Writes one log line and one metric record (CloudWatch embedded metric format) per request, with the
 * field names of Powertools for AWS Lambda where it has one. Neither holds a token, a certificate,
 * a body, a path or an id.
 */
export class RequestLog {
  private isColdStart = true;

  public constructor(private readonly options: RequestLogOptions) {}

  /** Writes what there is to say about one request. */
  public record(outcome: Outcome): void {
    const { request, route, status, latencyMs, ids } = outcome;
    const atHand = this.options.certificates.atHand();
    const coldStart = this.isColdStart;
    this.isColdStart = false;
    this.write(status >= 500 ? "ERROR" : "INFO", "request", {
      cold_start: coldStart,
      request_id: request.id,
      function_request_id: request.invocationId,
      route,
      status,
      latency_ms: latencyMs,
      caller_arn: request.callerArn,
      ...(atHand && pseudonymsOf(ids, atHand.certificate)),
      ...describeError(outcome.error),
    });
    this.writeMetrics({
      Latency: latencyMs,
      ColdStart: Number(coldStart),
      TokensIssued: Number(status < 300 && ids.userUuid !== undefined),
      CertificateUnavailable: Number(outcome.error instanceof CertificateUnavailableError),
      ...(atHand && { CertificateAge: Math.round(atHand.ageMs / 1000) }),
    });
  }

  /** Writes that a fetch of the certificate failed, which a request need not notice. */
  public certificateFailed(error: unknown): void {
    this.write("WARN", "certificate fetch failed", describeError(error));
  }

  private write(level: string, message: string, fields: object): void {
    const timestamp = new Date(this.options.clock()).toISOString();
    const line = { level, message, timestamp, service: "token-service", ...fields };
    this.options.write(JSON.stringify(line));
  }

  private writeMetrics(values: Readonly<Partial<Record<keyof typeof metricUnits, number>>>): void {
    const directive = {
      Namespace: metricNamespace,
      Dimensions: [[metricDimension]],
      Metrics: Object.entries(metricUnits)
        .filter(([Name]) => Name in values)
        .map(([Name, Unit]) => ({ Name, Unit })),
    };
    this.options.write(
      JSON.stringify({
        _aws: { Timestamp: this.options.clock(), CloudWatchMetrics: [directive] },
        [metricDimension]: this.options.functionName,
        ...values,
      }),
    );
  }
}
