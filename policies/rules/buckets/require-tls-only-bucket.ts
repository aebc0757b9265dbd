// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: the policy of a bucket in another stack. It does not judge directory buckets. */

import { type ActionsOnResources, check, onBucket, tlsOnly } from "../../access";
import { configuration, type Options } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, unjudgeable, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { bucketPolicies } from "../../joins/judged-bucket-settings";
import { deniesPlainHttp } from "../../predicates/closed-documents";
import { asDocument, documentsIn, type ResourceDocument } from "../../resources/documents";
import { read, textOf } from "../../resources/reading";
import type { Stack, StackResource } from "../../resources/stack";

/** Their policies use other actions, those of S3 Express. */
const directoryBuckets = /:(DirectoryBucket$|s3express:)/;

const mustDenyHttp = "the bucket policy must deny plain HTTP to everyone";

export const requireTlsOnlyBucket: Rule = {
  name: "require-tls-only-bucket",
  description: "Buckets must deny requests that come over plain HTTP.",
  rationale:
    "S3 answers over plain HTTP as well. Everybody on the way can read and change what a " +
    "recorder uploads or a teacher plays back over plain HTTP.",
  severity: "high",
  controls: [
    fsbp("S3.5", "S3 general purpose buckets should require requests to use SSL"),
    nist("SC-8", "Transmission confidentiality and integrity"),
    iso("A.8.24", "Use of cryptography"),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "tls", "recordings"],
  remediationSteps:
    "Add a statement to the bucket's policy that denies s3:* to Principal * on the bucket and " +
    "everything in it where aws:SecureTransport is false.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  configSchema: configuration("advisory"),
  validator: { stack: bucketPolicies.judges(() => mustDenyHttp, judgePolicy) },
};

function judgePolicy(
  { resource, reading, of }: StatedSetting,
  _options: Options,
  _stack: Stack,
  bucket: StackResource | undefined,
): readonly Finding[] {
  if (directoryBuckets.test((bucket ?? resource).type)) {
    return [];
  }
  const [document] = documentsIn(resource, "resource");
  const { path, state } = document?.content ?? reading;
  if (document === undefined || state === "absent") {
    const found = "is missing: nothing denies plain HTTP";
    return [violation(resource, path, found, mustDenyHttp, { of })];
  }
  const name = nameOf(bucket ?? resource);
  return state === "unknown" || name === undefined
    ? [undecided(resource, state === "unknown" ? path : "bucket", mustDenyHttp, { of })]
    : judgeKnown(resource, document, `arn:${partitionIn(document)}:s3:::${name}`, of);
}

function judgeKnown(
  resource: StackResource,
  document: ResourceDocument,
  bucketArn: string,
  of: StackResource | undefined,
): readonly Finding[] {
  const documents = [asDocument(document, { name: "bucket policy" })];
  if (documents.every((one) => deniesPlainHttp(one, bucketArn))) {
    return [];
  }
  const ask = (among: readonly ActionsOnResources[]) => check(tlsOnly({ documents, among })).answer;
  const answer = ask(onBucket(bucketArn));
  const { path } = document.content;
  switch (answer.answer) {
    case "none":
      return [];
    case "found": {
      // Of the requests that get through, people know this one best.
      const reading = ask([{ actions: ["s3:GetObject"], resources: [`${bucketArn}/*`] }]);
      const { sentence } = reading.answer === "found" ? reading : answer;
      return [violation(resource, path, `lets it in: ${sentence}`, mustDenyHttp, { of })];
    }
    case "undecided":
      return [unjudgeable(resource, path, mustDenyHttp, answer.because.join(" "), { of })];
  }
}

function nameOf({ props }: StackResource): string | undefined {
  return ["bucket", "bucketName"].map((property) => textOf(read(props, property))).find(Boolean);
}

/** The partition in a bucket's ARN, which the policy itself has. The ARN has no region and no account. */
function partitionIn({ content }: ResourceDocument): string {
  const text = content.state === "known" ? JSON.stringify(content.value) : "";
  return /"arn:(aws[a-z-]*):s3:/.exec(text)?.[1] ?? "aws";
}
