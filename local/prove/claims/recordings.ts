// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  acceptsUploadsWithoutHeaders,
  notOpenThroughServices,
  notPublic,
  onBucket,
  onlyTheseAccounts,
  refusesOtherKeys,
  refusesUploadersOwnKeys,
  tlsOnly,
} from "../../../policies/access";
import { policyOf } from "../documents";
import type { Place } from "../place";
import { type StateResource, textOf } from "../state";
import { type Claim, claim } from "./claim";

const BUCKET = "aws:s3/bucket:Bucket";
const NO_BUCKET = "the data centre has no bucket";
const NO_STORAGE = "the data centre has no RecordingStorage";

export interface Storage {
  readonly bucket: StateResource;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** Where the data centre's recordings land, and under which key. */
export function recordingStorages(place: Place): Storage[] {
  const component = "agora-classroom:index:RecordingStorage";
  const [key] = place.named("aws:kms/key:Key", "arn", component, "bucketKeyArn");
  return place.named(BUCKET, "bucket", component, "bucketName").map((bucket) => ({
    bucket,
    bucketArn: textOf(bucket, "arn"),
    keyArn: key === undefined ? "" : textOf(key, "arn"),
  }));
}

export function recordingClaims(place: Place): Claim[] {
  const { deployed } = place;
  const buckets = deployed.ofType(BUCKET, "aws:s3/bucketV2:BucketV2").map((bucket) => ({
    documents: [policyOf(deployed, bucket)],
    among: onBucket(textOf(bucket, "arn")),
  }));
  const storages = recordingStorages(place).map((storage) => ({
    ...storage,
    documents: [policyOf(deployed, storage.bucket)],
  }));
  const accountIds = [...accountsOf(place), ...place.backendRoleArns.map(accountOf)];
  return [
    claim("every bucket refuses plain HTTP", buckets, (each) => [tlsOnly(each)], NO_BUCKET),
    claim(
      "every bucket refuses strangers",
      buckets,
      (each) => [
        notPublic(each),
        onlyTheseAccounts({ ...each, accountIds }),
        notOpenThroughServices(each),
      ],
      NO_BUCKET,
    ),
    claim(
      "recordings are refused under another key",
      storages,
      (each) => [refusesOtherKeys(each), refusesUploadersOwnKeys(each)],
      NO_STORAGE,
    ),
    claim(
      "recordings without encryption headers are accepted",
      storages,
      (each) => [acceptsUploadsWithoutHeaders(each)],
      NO_STORAGE,
    ),
  ];
}

/** The accounts that the data centre is in, which only some of its ARNs tell. */
function accountsOf({ deployed }: Place): string[] {
  const arns = deployed
    .ofType("aws:kms/key:Key", "aws:apigateway/restApi:RestApi")
    .map((resource) => textOf(resource, "executionArn") || textOf(resource, "arn"));
  return [...new Set(arns.map(accountOf))];
}

function accountOf(arn: string): string {
  return arn.split(":")[4] ?? "";
}
