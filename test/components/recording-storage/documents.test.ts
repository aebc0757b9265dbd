// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { bucketPolicy } from "../../../components/recording-storage/documents/bucket-policy";
import { readerPolicy } from "../../../components/recording-storage/documents/reader-policy";
import { writerPolicy } from "../../../components/recording-storage/documents/writer-policy";
import { ACCOUNT } from "../../support/components/settled";
import { decision, type Principal, unknownWords } from "../../support/simulation/simulation";

// The storage with everything is asked in `test/engine/recording.test.ts`, from a deployed state; here is
// what other arguments make of the same documents.

const bucketArn = "arn:aws:s3:::box";
const keyArn = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/box`;
const place = { awsRegion: "eu-central-1", bucketArn, keyArn };
const presigned = { "s3:authType": "REST-QUERY-STRING", "s3:signatureAge": "1000" };
const inside = { "aws:SourceVpce": "vpce-1" };

type Reads = Pick<
  Parameters<typeof readerPolicy>[0],
  "s3EndpointId" | "coursewareRead" | "presignedReadSeconds"
>;

/** What reader and writer are told about an object, from outside by its name, by URL, and from inside. */
async function answers(reads: Reads, key: string): Promise<Record<string, string>> {
  const resourcePolicy = bucketPolicy({ bucketArn, keyArn, ...reads });
  const reader: Principal = {
    arn: `arn:aws:iam::${ACCOUNT}:role/player`,
    policies: [readerPolicy({ ...place, ...reads })],
  };
  const writer: Principal = {
    arn: `arn:aws:iam::${ACCOUNT}:user/agora`,
    policies: [writerPolicy({ ...place, ...reads, hasCourseware: true })],
  };
  const ask = (principal: Principal, context: Record<string, string>): Promise<string> =>
    decision({
      principal,
      action: "s3:GetObject",
      resource: `${bucketArn}/${key}`,
      accountId: ACCOUNT,
      resourcePolicy,
      context: { "s3:TlsVersion": "1.3", "s3:authType": "REST-HEADER", ...context },
    });
  return {
    "reader, header": await ask(reader, {}),
    "reader, inside": await ask(reader, inside),
    "reader, URL": await ask(reader, presigned),
    "writer, header": await ask(writer, {}),
    "writer, URL": await ask(writer, presigned),
  };
}

describe("reads of a storage without an endpoint", () => {
  const reads = { coursewareRead: "none", presignedReadSeconds: 900 } as const;

  it("need a URL with a young signature", async () => {
    assert.deepEqual(await answers(reads, "recordings/class.m3u8"), {
      "reader, header": "ImplicitlyDenied",
      "reader, inside": "ImplicitlyDenied",
      "reader, URL": "Allowed",
      "writer, header": "ImplicitlyDenied",
      "writer, URL": "ImplicitlyDenied",
    });
  });

  it("are refused for class files by default", async () => {
    assert.deepEqual(await answers(reads, "courseware/slides.pdf"), {
      "reader, header": "ImplicitlyDenied",
      "reader, inside": "ImplicitlyDenied",
      "reader, URL": "ExplicitlyDenied",
      "writer, header": "ImplicitlyDenied",
      "writer, URL": "ExplicitlyDenied",
    });
  });
});

describe("reads of class files by URL", () => {
  const reads = {
    s3EndpointId: "vpce-1",
    coursewareRead: "presigned",
    presignedReadSeconds: 900,
  } as const;

  it("may be signed by the app and by Agora with coursewareRead presigned", async () => {
    assert.deepEqual(await answers(reads, "courseware/slides.pdf"), {
      "reader, header": "ExplicitlyDenied",
      "reader, inside": "Allowed",
      "reader, URL": "Allowed",
      "writer, header": "ExplicitlyDenied",
      "writer, URL": "Allowed",
    });
  });

  it("give Agora no recording", async () => {
    const { "writer, URL": url, "writer, header": header } = await answers(
      reads,
      "recordings/class.m3u8",
    );
    assert.deepEqual([url, header], ["ImplicitlyDenied", "ExplicitlyDenied"]);
  });

  it("use only operators, keys and actions that IAM has", async () => {
    for (const document of [
      bucketPolicy({ bucketArn, keyArn, ...reads }),
      readerPolicy({ ...place, ...reads }),
      writerPolicy({ ...place, ...reads, hasCourseware: true }),
    ]) {
      assert.deepEqual(await unknownWords(document), []);
    }
  });
});

describe("sizes of the documents of a storage", () => {
  it("stay far below what AWS allows, with the longest names", () => {
    const long = `arn:aws-cn:s3:::${"b".repeat(63)}`;
    const reads = {
      s3EndpointId: "vpce-0123456789abcdef0",
      coursewareRead: "presigned",
      presignedReadSeconds: 3600,
    } as const;
    const subject = { awsRegion: "cn-northwest-1", bucketArn: long, keyArn, ...reads };
    assert.ok(bucketPolicy({ bucketArn: long, keyArn, ...reads }).length < 20_480 / 4);
    assert.ok(readerPolicy(subject).length < 6_144 / 4);
    // All of a user's inline policies together may have 2,048 characters.
    assert.ok(writerPolicy({ ...subject, hasCourseware: true }).length < 2_048);
  });
});
