// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { metricRecord } from "../../../../components/lambda/runtime/metric-record";

describe("metricRecord", () => {
  it("declares the metrics that have a value, in CloudWatch's embedded metric format", () => {
    assert.deepEqual(
      metricRecord({
        timestamp: 1,
        namespace: "Example",
        dimension: { FunctionName: "one" },
        units: { Latency: "Milliseconds", Age: "Seconds" },
        values: { Latency: 5 },
      }),
      {
        _aws: {
          Timestamp: 1,
          CloudWatchMetrics: [
            {
              Namespace: "Example",
              Dimensions: [["FunctionName"]],
              Metrics: [{ Name: "Latency", Unit: "Milliseconds" }],
            },
          ],
        },
        FunctionName: "one",
        Latency: 5,
      },
    );
  });
});
