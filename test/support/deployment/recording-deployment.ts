// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ACCOUNT } from "../components/settled";
import { oncePerRun } from "../mocha/whole-run";
import {
  answersTo,
  answersWithoutLimits,
  everyone,
  type RecordingPrincipals,
  recordingPrincipals,
} from "../simulation/recording-askers";
import { DeployedDocuments, type Question } from "./deployed-documents";
import { type DeployedStack, deployAndDestroy } from "./deployed-stack";
import { stackFolder } from "./stack-copy";

/** Where a storage is deployed with everything that it can have. */
export const recordingPlaces = [
  { partition: "aws", dataCenter: "EU", awsRegion: "eu-central-1", suffix: "amazonaws.com" },
  { partition: "aws-cn", dataCenter: "CN", awsRegion: "cn-north-1", suffix: "amazonaws.com.cn" },
] as const;

type Place = (typeof recordingPlaces)[number];

/** A bucket of the storage, by the name of its resource. */
export type Bucket =
  | "recordings"
  | "recordings-access-logs"
  | "recordings-trail"
  | "recordings-vault";

type Context = NonNullable<Question["context"]>;

/** The deployment of a place, which is made once for all suites that look at it. */
export async function recordingDeployment(place: Place): Promise<RecordingDeployment> {
  const stack = await oncePerRun(`recording-${place.partition}`, () => deploy(place));
  return new RecordingDeployment(stack, place.partition);
}

function deploy({ partition, dataCenter, awsRegion }: Place): Promise<DeployedStack> {
  const config = {
    "classroom:appId": "970CA35de60c44645bbae8a215061b33",
    "classroom:deletionProtection": false,
    "classroom:regions": [
      {
        dataCenter,
        awsRegion,
        accountId: ACCOUNT,
        backendRoleArns: [`arn:${partition}:iam::${ACCOUNT}:role/classroom-backend`],
        recording: {
          retentionDays: 30,
          courseware: { retentionDays: 90, corsOrigins: ["https://classroom.example.com"] },
          vault: { mode: "GOVERNANCE", retentionDays: 365 },
        },
      },
    ],
  };
  const folder = stackFolder(`recording-${partition}`, JSON.stringify({ config }));
  return deployAndDestroy(folder);
}

/** A deployed storage, and the questions that can be asked about it. */
export class RecordingDeployment {
  public readonly documents: DeployedDocuments;
  public readonly principals: RecordingPrincipals;

  public constructor(
    public readonly stack: DeployedStack,
    partition: string,
  ) {
    this.documents = new DeployedDocuments(stack.resources);
    this.principals = recordingPrincipals(this.documents, partition);
  }

  /** A request for an object of a bucket, signed in its headers and over TLS 1.3 unless said otherwise. */
  public object(
    action: string,
    context: Context = {},
    {
      key = "recordings/class.m3u8",
      bucket = "recordings",
    }: { key?: string; bucket?: Bucket } = {},
  ): Question {
    return {
      action: `s3:${action}`,
      resource: `${this.bucketArn(bucket)}/${key}`,
      resourcePolicy: this.documents.input(":BucketPolicy", `${bucket}-policy`),
      context: {
        "s3:TlsVersion": "1.3",
        "s3:authType": "REST-HEADER",
        "aws:ResourceAccount": ACCOUNT,
        ...context,
      },
    };
  }

  /** A request that is about a bucket as a whole. */
  public bucket(action: string, context: Context = {}, bucket: Bucket = "recordings"): Question {
    return { ...this.object(action, context, { bucket }), resource: this.bucketArn(bucket) };
  }

  public bucketArn(bucket: Bucket): string {
    return this.documents.output(":Bucket", bucket);
  }

  public get trailArn(): string {
    return this.documents.output(":Trail", "recordings-trail");
  }

  /** That a request comes through the stack's endpoint. */
  public inside(): Context {
    return { "aws:SourceVpce": this.documents.endpoint("s3").id };
  }

  /** The statements of a bucket's policy that make no difference to any row: what they are for is not asked. */
  public async idleStatements(bucket: Bucket, rows: Rows): Promise<string[]> {
    const policy = this.documents.input(":BucketPolicy", `${bucket}-policy`);
    const { Statement, ...rest } = JSON.parse(policy) as { Statement: { Sid: string }[] };
    const idle: string[] = [];
    for (const { Sid } of Statement) {
      const others = Statement.filter((statement) => statement.Sid !== Sid);
      const resourcePolicy = JSON.stringify({ ...rest, Statement: others });
      if (!(await this.isNoticed(policy, resourcePolicy, rows))) {
        idle.push(Sid);
      }
    }
    return idle;
  }

  private async isNoticed(before: string, after: string, rows: Rows): Promise<boolean> {
    for (const [ask, row] of Object.values(rows)) {
      const question = ask(this);
      const asked = this.throughEndpoint({ ...question, resourcePolicy: after });
      if (question.resourcePolicy === before && (await answersTo(asked, this.principals)) !== row) {
        return true;
      }
    }
    return false;
  }

  /**
   * Asks everybody. Whatever is refused is also asked where every document lets everybody in, and must be
   * allowed there.
   */
  public async decide(question: Question, row: string): Promise<void> {
    const asked = this.throughEndpoint(question);
    assert.equal(await answersTo(asked, this.principals), row);
    assert.equal(await answersWithoutLimits(asked, this.principals), everyone("yes"));
  }

  /** A question with the policy of the stack's endpoint, if it comes that way. */
  private throughEndpoint(question: Question): Question & { readonly endpointPolicy?: string } {
    const { id, policy } = this.documents.endpoint("s3");
    const isInside = question.context?.["aws:SourceVpce"] === id;
    return { ...question, endpointPolicy: isInside ? policy : undefined };
  }
}

/** A question to a deployment, and the row of answers to it. */
export type Rows = Readonly<Record<string, readonly [ask: Ask, row: string]>>;
type Ask = (storage: RecordingDeployment) => Question;

/** That a request is signed in its URL, and how long ago. */
export function presigned(ageMs: number): Context {
  return { "s3:authType": "REST-QUERY-STRING", "s3:signatureAge": String(ageMs) };
}
