// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Resource } from "../resource";
import { type Formats, named } from "./format";

function queueUrl({ account, physicalName, region }: Resource): string {
  return `https://sqs.${region}.${account.dnsSuffix}/${account.id}/${physicalName}`;
}

/** What runs code, and what it is called, watched and notified through. */
export const functionFormats: Formats = {
  "aws:cloudtrail/trail:Trail": {
    id: (resource) => resource.arn("cloudtrail", `trail/${resource.physicalName}`),
    outputs: (resource, id) => ({ arn: id, homeRegion: resource.region }),
  },
  "aws:cloudwatch/eventRule:EventRule": named("events", "rule/"),
  "aws:cloudwatch/logGroup:LogGroup": named("logs", "log-group:", () => ({
    logGroupClass: "STANDARD",
  })),
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { idIs: "name" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": named("cloudwatch", "alarm:"),
  "aws:lambda/function:Function": {
    idIs: "name",
    outputs: (resource, id) => {
      const arn = resource.arn("lambda", `function:${id}`);
      const { account, region } = resource;
      const invoke = (date: string, path: string, name: string) =>
        `arn:${account.partition}:apigateway:${region}:lambda:path/${date}/functions/${name}/${path}`;
      return {
        architectures: ["x86_64"],
        arn,
        ephemeralStorage: { size: 512 },
        invokeArn: invoke("2015-03-31", "invocations", arn),
        loggingConfig: {
          applicationLogLevel: "",
          logFormat: "Text",
          logGroup: `/aws/lambda/${id}`,
          systemLogLevel: "",
        },
        qualifiedArn: `${arn}:$LATEST`,
        qualifiedInvokeArn: invoke("2015-03-31", "invocations", `${arn}:$LATEST`),
        responseStreamingInvokeArn: invoke("2021-11-15", "response-streaming-invocations", arn),
        signingJobArn: "",
        signingProfileVersionArn: "",
        tracingConfig: { mode: "PassThrough" },
        version: "$LATEST",
      };
    },
  },
  "aws:lambda/permission:Permission": { idIs: "statementId" },
  "aws:sns/topic:Topic": {
    id: (resource) => resource.arn("sns", resource.physicalName),
    outputs: ({ account }, id) => ({
      arn: id,
      name: id.split(":").at(-1),
      owner: account.id,
    }),
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    idIs: "arn",
    outputs: ({ account }) => ({ owner: account.id }),
  },
  "aws:sqs/queue:Queue": {
    id: queueUrl,
    outputs: (resource, id) => {
      const name = id.split("/").at(-1) ?? "";
      return {
        arn: resource.arn("sqs", name),
        name,
        // SQS encrypts with its own key unless it is given one.
        sqsManagedSseEnabled: resource.text("kmsMasterKeyId") === undefined,
        url: id,
      };
    },
  },
};
