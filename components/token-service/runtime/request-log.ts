// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { metricRecord } from "../../lambda/runtime/metric-record";
import type { CallIds } from "./call";
import type { CertificateSource } from "./certificate-source";
import { describeError } from "./error-description";
import { metricDimension, metricNamespace, metricUnits } from "./metrics";
import { CertificateUnavailableError } from "./problems";
import { pseudonymsOf } from "./pseudonyms";
import type { ApiRequest } from "./request";

/** A request and its result. */
export interface Outcome {
  readonly request: ApiRequest;
  /** Method and path template. The path itself may hold ids. */
  readonly route: string;
  readonly status: number;
  readonly latencyMs: number;
  readonly ids: CallIds;
  readonly error?: unknown;
}

/** What the log needs from its surroundings. */
export interface RequestLogOptions {
  readonly functionName: string;
  readonly certificates: CertificateSource;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one line of JSON. */
  readonly write: (line: string) => void;
}

/**
 * Writes one log line and one metric record (CloudWatch embedded metric format) per request. The field
 * names are those of Powertools for AWS Lambda where it has one. Neither line holds a token, a
 * certificate, a body, a path or an id.
 */
export class RequestLog {
  private isColdStart = true;

  public constructor(private readonly options: RequestLogOptions) {}

  /** Writes the log line and the metrics of one request. */
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

  /** Writes that a fetch of the certificate failed. Requests may still succeed with the cached one. */
  public certificateFailed(error: unknown): void {
    this.write("WARN", "certificate fetch failed", describeError(error));
  }

  private write(level: string, message: string, fields: object): void {
    const timestamp = new Date(this.options.clock()).toISOString();
    const line = { level, message, timestamp, service: "token-service", ...fields };
    this.options.write(JSON.stringify(line));
  }

  private writeMetrics(values: Readonly<Partial<Record<keyof typeof metricUnits, number>>>): void {
    const record = metricRecord({
      timestamp: this.options.clock(),
      namespace: metricNamespace,
      dimension: { [metricDimension]: this.options.functionName },
      units: metricUnits,
      values,
    });
    this.options.write(JSON.stringify(record));
  }
}
