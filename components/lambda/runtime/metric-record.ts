// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a log line reports to CloudWatch. */
export interface MetricRecord {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly namespace: string;
  /** The one dimension of the metrics, by name. */
  readonly dimension: Readonly<Record<string, string>>;
  /** CloudWatch's units of the metrics, by name. */
  readonly units: Readonly<Record<string, string>>;
  /** Values of the metrics, by name; a metric without a value is left out. */
  readonly values: Readonly<Record<string, number | undefined>>;
}

/** A log line from which CloudWatch reads metrics: its embedded metric format. */
export function metricRecord(record: MetricRecord): Readonly<Record<string, unknown>> {
  const { timestamp, namespace, dimension, units, values } = record;
  return {
    _aws: {
      Timestamp: timestamp,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [Object.keys(dimension)],
          Metrics: Object.entries(units)
            .filter(([name]) => name in values)
            .map(([Name, Unit]) => ({ Name, Unit })),
        },
      ],
    },
    ...dimension,
    ...values,
  };
}
