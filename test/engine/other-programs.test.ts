// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { join } from "node:path";
import { runOffline } from "../../local/runner/offline-run";
import { parseEvents } from "../../local/summary/events";
import { type Ended, runLocal, verdict } from "../support/commands/commands";
import { ROOT } from "../support/structure/sources";

/** The reports of a preview as the CLI prints them: level, rule, and the type and name of the resource. */
function reports(stdout: string): string[] {
  return [...stdout.matchAll(/- \[(\w+)\] (?:\[severity: \w+\] )? *([\w-]+) +\((.+)\)/g)]
    .map(([, level, rule, resource]) => `${level} ${rule} ${resource}`)
    .sort();
}

/** What the mixed program spells in many ways; what it leaves out altogether is not what it is about. */
function aboutSpelling(report: string): boolean {
  return /forbid-public-api-endpoint|require-bucket-encryption/.test(report);
}

/** The two rules whose every spelling a program is made of; the others are not what it is about. */
function isOfHeadlineRules(report: string): boolean {
  return /\b(forbid-public-api-endpoint|require-bucket-encryption) /.test(report);
}

describe("engine: programs of other people", function () {
  this.timeout(300_000);

  describe("previewed at once", () => {
    let careful: Ended;
    let leaky: Ended;

    before(async () => {
      [careful, leaky] = await Promise.all([
        runLocal("preview", ["--cwd", "examples/careful"]),
        runLocal("preview", ["--cwd", "examples/leaky"]),
      ]);
    });

    it("rejects the leaky program for its endpoint and its bucket", () => {
      assert.equal(leaky.code, 1);
      assert.equal(verdict(leaky), "5 mandatory violations, 3 advisory");
      assert.deepEqual(reports(leaky.stdout), [
        "advisory limit-bucket-retention aws:s3:Bucket: recordings",
        "advisory require-audit-trail aws:s3:Bucket: recordings",
        "advisory require-bucket-access-logs aws:s3:Bucket: recordings",
        "mandatory forbid-public-api-endpoint aws:apigateway:RestApi: tokens",
        "mandatory require-bucket-encryption aws:s3:Bucket: recordings",
        "mandatory require-bucket-versioning aws:s3:Bucket: recordings",
        "mandatory require-public-access-block aws:s3:Bucket: recordings",
        "mandatory require-tls-only-bucket aws:s3:Bucket: recordings",
      ]);
    });

    it("accepts buckets in loops, split and inline, with keys and providers of their own", () => {
      assert.equal(careful.code, 0, careful.stdout + careful.stderr);
      assert.equal(verdict(careful), "no violations");
      assert.match(careful.stdout, /^Undecided none$/m);
    });
  });

  it("rejects an open token server for each thing that is open", async () => {
    const ended = await runLocal("preview", ["--cwd", "examples/open-server"]);
    assert.equal(ended.code, 1);
    assert.equal(verdict(ended), "13 mandatory violations, 6 advisory");
    assert.deepEqual(reports(ended.stdout), [
      "advisory forbid-destroyable-storage aws:secretsmanager:Secret: certificate",
      "advisory forbid-plaintext-secrets pulumi:pulumi:Stack: open-server-dev",
      "advisory require-access-logging aws:apigateway:Stage: live",
      "advisory require-log-encryption aws:cloudwatch:LogGroup: sign",
      "advisory require-log-retention aws:cloudwatch:LogGroup: sign",
      "advisory require-throttling aws:apigateway:MethodSettings: live",
      "mandatory forbid-function-url aws:lambda:FunctionUrl: sign",
      "mandatory forbid-payload-logging aws:apigateway:MethodSettings: live",
      "mandatory forbid-plaintext-secrets aws:lambda:Function: sign",
      "mandatory forbid-public-function-permission aws:lambda:Permission: sign",
      "mandatory forbid-public-ingress aws:vpc:SecurityGroupIngressRule: front",
      "mandatory forbid-public-load-balancer aws:lb:LoadBalancer: front",
      "mandatory forbid-wildcard-permissions aws:iam:RolePolicy: sign",
      "mandatory limit-role-trust aws:iam:Role: sign",
      "mandatory limit-token-lifetime aws:lambda:Function: sign",
      "mandatory require-api-authorization aws:apigateway:Method: sign",
      "mandatory require-private-api-policy aws:apigateway:RestApi: tokens",
      "mandatory require-secret-encryption aws:secretsmanager:Secret: certificate",
      "mandatory require-secret-encryption aws:secretsmanager:Secret: certificate",
    ]);
    const [beforeOutputs = ""] = ended.stdout.split("\nOutputs:");
    assert.doesNotMatch(beforeOutputs, /changeme/);
  });

  it("tells right from wrong in every spelling of one program", async () => {
    const ended = await runLocal("preview", ["--cwd", "examples/mixed"]);
    assert.equal(ended.code, 1);
    assert.deepEqual(reports(ended.stdout).filter(aboutSpelling), [
      "mandatory forbid-public-api-endpoint aws:apigateway:RestApi: regional",
      "mandatory forbid-public-api-endpoint aws:apigatewayv2:Api: http",
      "mandatory require-bucket-encryption aws:s3:Bucket: managed",
      "mandatory require-bucket-encryption aws:s3:BucketServerSideEncryptionConfiguration: aes256",
      "mandatory require-bucket-encryption aws:s3:BucketV2: nothing",
    ]);
  });

  it("judges the exported state of that program as it judged the preview", async () => {
    const context = {
      stop: new AbortController().signal,
      environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
      terminal: { say: () => {}, progress: () => {} },
    };
    const program = { stack: "dev", cwd: join(ROOT, "examples", "mixed") };
    let found: string[] = [];
    const code = await runOffline(program, context, async ({ pulumi, folder, packArgs }) => {
      const state = join(folder, "state.json");
      const config = ["--stack", "dev", "--config-file", pulumi.configFile];
      const updated = await pulumi.read(["up", "--yes", "--skip-preview", ...config]);
      assert.equal(updated.code, 0, updated.text);
      await pulumi.read(["stack", "export", "--stack", "dev", "--file", state]);
      const analysis = await pulumi.read([
        "policy",
        "analyze",
        "--file",
        state,
        "--json",
        ...packArgs,
      ]);
      found = parseEvents(analysis.text)
        .flatMap(({ policyEvent }) => policyEvent ?? [])
        .map((event) => `${event.policyName} ${event.resourceUrn?.split("::").slice(2).join(" ")}`)
        .filter(isOfHeadlineRules)
        .sort();
      return analysis.code;
    });
    assert.equal(code, 1);
    assert.deepEqual(found.filter(aboutSpelling), [
      "forbid-public-api-endpoint aws:apigateway/restApi:RestApi regional",
      "forbid-public-api-endpoint aws:apigatewayv2/api:Api http",
      "require-bucket-encryption aws:s3/bucket:Bucket managed",
      "require-bucket-encryption " +
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration " +
        "aes256",
      "require-bucket-encryption aws:s3/bucketV2:BucketV2 nothing",
    ]);
  });
});
