// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Ended, runLocal } from "../support/commands/commands";
import { folderInCheckout } from "../support/files/temporary";

/**
 * What Agora's documentation tells its customers to put on their buckets, as of July 2026, by the page. The
 * page about enabling has lost its asterisks to Markdown, in the principal and behind the resource.
 */
const published: Record<string, { region: string; statement: object }> = {
  "enable-flexible-classroom": {
    region: "cn-north-1",
    statement: {
      Sid: "Stmt1622700872941",
      Effect: "Allow",
      Principal: "*",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: "arn:aws-cn:s3:::enable-flexible-classroom/*",
    },
  },
  "supply-course-materials": {
    region: "cn-north-1",
    statement: {
      Sid: "Stmt1622700872941",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws-cn:s3:::supply-course-materials/*",
    },
  },
  "online-play": {
    region: "eu-central-1",
    statement: {
      Sid: "Stmt1553255974279",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::online-play", "arn:aws:s3:::online-play/*"],
    },
  },
};

const access =
  "{ blockPublicAcls: true, blockPublicPolicy: true, " +
  "ignorePublicAcls: true, restrictPublicBuckets: true }";

/** Each policy on a bucket that is named like its page; the access block is on, as it would not be for long. */
const PROGRAM = `
const aws = require("@pulumi/aws");
const published = ${JSON.stringify(published)};
for (const [name, { region, statement }] of Object.entries(published)) {
  const opts = { provider: new aws.Provider(name, { region }) };
  const bucket = new aws.s3.Bucket(name, { bucket: name }, opts);
  new aws.s3.BucketPublicAccessBlock(name, { bucket: bucket.id, ...${access} }, opts);
  const policy = JSON.stringify({ Version: "2012-10-17", Id: "Policy", Statement: [statement] });
  new aws.s3.BucketPolicy(name, { bucket: bucket.id, policy }, opts);
}
`;

describe("engine: the bucket policies that Agora publishes", function () {
  this.timeout(300_000);
  const folder = folderInCheckout("published-policies");
  let ended: Ended;

  before(async () => {
    const files = {
      "Pulumi.yaml": "name: published\nruntime: nodejs\n",
      "package.json": JSON.stringify({ name: "published", main: "index.js" }),
      "index.js": PROGRAM,
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    ended = await runLocal("preview", ["--cwd", folder]);
  });

  it("stop the preview", () => {
    assert.equal(ended.code, 1, ended.stdout + ended.stderr);
  });

  for (const page of Object.keys(published)) {
    it(`are rejected by name on the bucket of the page ${page}`, () => {
      const reports = ended.stdout.split(/\n(?=\s*- \[)/);
      const about = reports.filter((report) =>
        new RegExp(`^\\s*- \\[mandatory\\].* forbid-public-bucket .*BucketPolicy: ${page}\\)`).test(
          report,
        ),
      );
      assert.equal(about.length, 1, ended.stdout);
    });
  }
});
