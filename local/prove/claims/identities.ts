// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What Agora's writer and the app's reader may do with recordings: their work, and nothing beside it. */

import {
  type Document,
  decide,
  onlyTheseResources,
  type Property,
  type RequestLike,
} from "../../../policies/access";
import { managedPolicies, policyOf, type Rights, rightsOf } from "../documents";
import type { Place } from "../place";
import { textOf } from "../state";
import type { Claim } from "./claim";
import { recordingStorages, type Storage } from "./recordings";

/** Uploads in one piece or in parts; S3 decrypts the parts to put them together. */
const WRITING = [
  "s3:PutObject",
  "s3:AbortMultipartUpload",
  "s3:ListMultipartUploadParts",
  "s3:ListBucketMultipartUploads",
  "kms:GenerateDataKey",
  "kms:Decrypt",
];

const READING = [
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:GetObjectAttributes",
  "s3:GetObjectTagging",
  "s3:GetBucketLocation",
  "s3:ListBucket",
  "s3:ListBucketVersions",
  "kms:Decrypt",
];

export function identityClaims(place: Place): Claim[] {
  const [storage] = recordingStorages(place);
  return [writerClaim(place, storage), readerClaim(place, storage)];
}

function writerClaim({ deployed, signsCourseware }: Place, storage: Storage | undefined): Claim {
  const says = "the writer can only write recordings";
  const writers = deployed.ofType("aws:iam/user:User").map((user) => ({
    arn: textOf(user, "arn"),
    rights: rightsOf(deployed, user),
  }));
  const found = writers.filter(({ rights }) => storage && mayDo("s3:PutObject", rights, storage));
  if (storage === undefined || found.length === 0) {
    return { says, because: "no user of the data centre writes recordings" };
  }
  const bucketPolicy = policyOf(deployed, storage.bucket);
  return {
    says,
    properties: found.flatMap(({ arn, rights }) => [
      ...onlyThis(grantedBy(rights), WRITING, storage, signsCourseware ? [signedReads] : []),
      givenBeside(bucketPolicy, arn),
    ]),
    elsewhere: found.flatMap(({ rights }) => (rights.boundary ? [] : rights.elsewhere)),
  };
}

function readerClaim({ deployed }: Place, storage: Storage | undefined): Claim {
  const says = "the reader can only read recordings";
  const readers = managedPolicies(deployed).filter(
    (policies) => storage && mayDo("s3:GetObject", { policies, elsewhere: [] }, storage),
  );
  return storage === undefined || readers.length === 0
    ? { says, because: "no managed policy of the data centre reads recordings" }
    : { says, properties: readers.flatMap((reader) => onlyThis([reader], READING, storage)) };
}

/** A boundary bounds what is attached beside it too, so it stands alone where some of that is unknown. */
function grantedBy({ policies, boundary, elsewhere }: Rights): Document[] {
  return [...(boundary && elsewhere.length > 0 ? [] : [policies]), ...(boundary ? [boundary] : [])];
}

function mayDo(action: string, rights: Rights, { bucketArn }: Storage): boolean {
  const { answer } = decide({
    grantedBy: grantedBy(rights),
    among: [{ actions: [action], resources: [`${bucketArn}/*`] }],
  });
  return answer !== "none";
}

function onlyThis(
  documents: readonly Document[],
  actions: readonly string[],
  { bucketArn, keyArn }: Storage,
  besides: readonly RequestLike[] = [],
): Property[] {
  const resources = [bucketArn, `${bucketArn}/*`, ...(keyArn === "" ? [] : [keyArn])];
  return [
    {
      says: `only ${actions.join(", ")}`,
      expects: "none",
      asks: [{ grantedBy: documents, whereNot: [{ Action: actions }, ...besides] }],
    },
    onlyTheseResources({ documents, resources }),
  ];
}

/** What a URL may do that Agora signs for a class file. */
const signedReads: RequestLike = {
  Action: "s3:GetObject",
  Condition: { StringEquals: { "s3:authType": "REST-QUERY-STRING" } },
};

/** The bucket's own policy gives the writer nothing else; no boundary would bound that. */
function givenBeside(document: Document, userArn: string): Property {
  return {
    says: `the bucket gives ${userArn} nothing else`,
    expects: "none",
    asks: [
      {
        grantedBy: [document],
        where: [{ Condition: { ArnEquals: { "aws:PrincipalArn": userArn } } }],
        whereNot: [{ Action: WRITING }],
      },
    ],
  };
}
