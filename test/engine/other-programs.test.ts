// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { runLocal, verdict } from "../support/commands";

/** The reports of a preview as the CLI prints them: level, rule, and the type and name of the resource. */
function reports(stdout: string): string[] {
  return [...stdout.matchAll(/- \[(\w+)\] (?:\[severity: \w+\] )? *([\w-]+) +\((.+)\)/g)]
    .map(([, level, rule, resource]) => `${level} ${rule} ${resource}`)
    .sort();
}

describe("engine: programs of other people", function () {
  this.timeout(120_000);

  it("rejects the leaky program for its endpoint and its bucket", async () => {
    const ended = await runLocal("preview", ["--cwd", "examples/leaky"]);
    assert.equal(ended.code, 1);
    assert.equal(verdict(ended), "2 mandatory violations, 0 advisory");
    assert.deepEqual(reports(ended.stdout), [
      "mandatory forbid-public-api-endpoint aws:apigateway:RestApi: tokens",
      "mandatory require-bucket-encryption aws:s3:Bucket: recordings",
    ]);
  });

  it("accepts buckets in loops, split and inline, with keys and providers of their own", async () => {
    const ended = await runLocal("preview", ["--cwd", "examples/careful"]);
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(verdict(ended), "no violations");
    assert.match(ended.stdout, /^Undecided none$/m);
  });

  it("tells right from wrong in every spelling of one program", async () => {
    const ended = await runLocal("preview", ["--cwd", "examples/mixed"]);
    assert.equal(ended.code, 1);
    assert.deepEqual(reports(ended.stdout), [
      "mandatory forbid-public-api-endpoint aws:apigateway:RestApi: regional",
      "mandatory forbid-public-api-endpoint aws:apigatewayv2:Api: http",
      "mandatory require-bucket-encryption aws:s3:Bucket: managed",
      "mandatory require-bucket-encryption aws:s3:BucketServerSideEncryptionConfiguration: aes256",
      "mandatory require-bucket-encryption aws:s3:BucketV2: nothing",
    ]);
  });
});
