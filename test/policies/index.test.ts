// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EnforcementLevel, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { fixes } from "../../policies/fixes";
import manifest from "../../policies/package.json";
import { rules } from "../../policies/rules";
import { temporaryFolder } from "../support/files/temporary";
import { endOfPack, PackProcess } from "../support/pack/process";
import { from, type Program, type Shown, secret, show } from "../support/pack/program";
import { linkDependencies, writePack } from "../support/pack/write";
import { ROOT } from "../support/structure/sources";

const policies = join(ROOT, "policies");

/** A private API and a public one, an encrypted bucket and one that cannot be decided, and secrets. */
const program: Program = {
  command: { type: "command:local:Command", external: true },
  open: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: secret("s3cr3t") } },
  },
  closed: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: secret("PRIVATE") } },
  },
  unclear: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: from("command.stdout") } },
  },
  key: { type: "aws:kms/key:Key" },
  files: { type: "aws:s3/bucket:Bucket" },
  encryption: {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    properties: {
      bucket: from("files.id"),
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: secret("aws:kms"),
            kmsMasterKeyId: from("key.arn"),
          },
        },
      ],
    },
  },
  plain: { type: "aws:s3/bucket:Bucket", properties: { tags: secret({ owner: "s3cr3t" }) } },
};

const throwingPack = `
import { PolicyPack } from "@pulumi/policy";
import { configuration } from "./policies/framework/configuration";
import { policyOf } from "./policies/framework/policy";

const type = "aws:s3/bucket:Bucket";
const broken = () => undefined.s3cr3t;

const rule = {
  name: "require-nothing",
  description: "Nothing must be.",
  severity: "low",
  controls: [],
  enforcementLevel: "mandatory",
  tags: [],
  remediationSteps: "Do nothing.",
  url: "https://example.com",
  configSchema: configuration("mandatory"),
  validator: { resource: { [type]: broken }, stack: { [type]: broken } },
};

new PolicyPack("broken", { policies: [policyOf(rule)] });
`;

/** The rules whose verdicts on the program are held to the letter; each rule has a suite of its own. */
const followed = ["forbid-public-api-endpoint", "require-bucket-encryption", "require-nothing"];

/** Level, rule, resource and the first line of what they say in a whole preview. */
async function preview(pack: PackProcess, resources: readonly Shown[]): Promise<string[]> {
  const analyses = [];
  for (const resource of resources) {
    analyses.push(await pack.analyze(resource));
  }
  analyses.push(await pack.analyzeStack(resources));
  const reports = analyses.flatMap((analysis) => analysis.reports);
  return reports
    .filter(({ policy }) => followed.includes(policy))
    .map(({ level, policy, message }) => `${level} ${policy} ${message.split("\n")[0]}`);
}

describe("index", () => {
  const folders = {
    thrown: temporaryFolder(),
    stale: temporaryFolder(),
    published: temporaryFolder(),
  };
  const resources = show(program, "first preview");
  const expected = [
    "mandatory forbid-public-api-endpoint RestApi 'open': 'endpointConfiguration.types' is no " +
      "endpoint type of AWS's; it must be PRIVATE.",
    "mandatory forbid-public-api-endpoint Not decidable yet: RestApi 'unclear': " +
      "'endpointConfiguration.types' is not known before the update; it must be PRIVATE. Write " +
      "the value itself, deploy first what this stack makes it from, or exempt the resource.",
    "mandatory require-bucket-encryption Bucket 'plain': 'serverSideEncryptionConfiguration' " +
      "is missing, which leaves the objects to AWS's own keys (SSE-S3); a bucket must be " +
      "encrypted with a customer-managed key.",
  ];

  describe("the compiled pack, spoken to like the engine does", () => {
    let pack: PackProcess;

    before(async () => {
      pack = await PackProcess.start(policies);
    });

    after(() => pack.stop());

    it("introduces itself and its rules", async () => {
      const info = await pack.info();
      assert.equal(info.getName(), "agora-classroom");
      assert.equal(info.getVersion(), manifest.version);
      assert.equal(info.getSupportsconfig(), true);
      assert.deepEqual(
        info.getPoliciesList().map((policy) => ({
          name: policy.getName(),
          level: policy.getEnforcementlevel(),
          type: policy.getPolicyType(),
          keys: Object.keys(policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {}).sort(),
          framework: policy.getFramework()?.getReference(),
        })),
        [...rules, ...fixes].map((rule) => ({
          name: rule.name,
          level:
            EnforcementLevel[rule.enforcementLevel.toUpperCase() as keyof typeof EnforcementLevel],
          type:
            "remedy" in rule || rule.validator.resource
              ? PolicyType.POLICY_TYPE_RESOURCE
              : PolicyType.POLICY_TYPE_STACK,
          keys: Object.keys(rule.configSchema.properties).sort(),
          framework: rule.controls[0]?.reference,
        })),
      );
    });

    it("judges a first preview without configuration, and echoes no secret", async () => {
      assert.deepEqual(await preview(pack, resources), expected);
    });

    it("says which rules have nothing to judge, and why", async () => {
      const [parameter] = show({ parameter: { type: "acme:index:Parameter" } }, "first preview");
      assert.ok(parameter);
      const idle = (part: "resource" | "stack", reason: string) =>
        rules
          .filter(({ validator }) => validator[part] !== undefined)
          .filter(({ validator }) => !("*" in (validator[part] ?? {})) || validator.needs)
          .map(({ name, validator: { needs, ...tables } }) => ({
            policy: name,
            reason: "*" in (tables[part] ?? {}) ? `'${needs}' is not configured.` : reason,
          }));
      assert.deepEqual(
        (await pack.analyze(parameter)).notApplicable,
        idle("resource", "It does not judge acme:index:Parameter."),
      );
      assert.deepEqual(
        (await pack.analyzeStack([parameter])).notApplicable,
        idle("stack", "The stack has no resource that it judges."),
      );
    });

    it("judges under the configuration that it is given", async () => {
      const exemption = { urn: "*::plain", reason: "public catalogue", expires: "2999-12-31" };
      await pack.configure({
        "forbid-public-api-endpoint": { enforcementLevel: "advisory", onUnknown: "ignore" },
        "require-bucket-encryption": { exemptions: [exemption] },
      });
      assert.deepEqual(await preview(pack, resources), [
        expected[0]?.replace("mandatory", "advisory"),
        "advisory require-bucket-encryption Exempted: Bucket 'plain': " +
          "'serverSideEncryptionConfiguration' is missing, which leaves the objects to AWS's own " +
          "keys (SSE-S3); allowed until 2999-12-31 because: public catalogue",
      ]);
      await pack.configure({});
    });
  });

  it("turns a rule that throws into a violation, and the call does not fail", async () => {
    const folder = folders.thrown;
    writePack(folder, throwingPack);
    const pack = await PackProcess.start(folder);
    try {
      const message =
        "mandatory require-nothing Rule failed: Bucket 'files': the rule stopped with " +
        "TypeError in broken. The resource was not judged: report the defect, and exempt the " +
        "resource until it is fixed.";
      const files = resources.filter(({ name }) => name === "files");
      assert.deepEqual(await preview(pack, files), [message, message]);
    } finally {
      await pack.stop();
    }
  });

  it("refuses to start when it is older than its sources, in one sentence", async () => {
    const folder = folders.stale;
    cpSync(policies, folder, { recursive: true });
    linkDependencies(folder);
    appendFileSync(join(folder, "resources", "reading.ts"), "// changed\n");
    assert.deepEqual(await endOfPack(folder), {
      code: 1,
      output:
        "The policy pack is older than its source resources/reading.ts: compile it with 'npm " +
        "run build' and start again.\n",
    });
  });

  it("works from its own folder alone, as it is published", async () => {
    const folder = folders.published;
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: policies,
      stdio: "pipe",
    });
    const [archive = ""] = readdirSync(folder);
    execFileSync("tar", ["-xzf", archive], { cwd: folder });
    linkDependencies(folder);
    assert.deepEqual(readdirSync(join(folder, "package")).sort(), [
      "CATALOGUE.md",
      "PulumiPolicy.yaml",
      "README.md",
      "dist",
      "pack",
      "package.json",
      "profiles",
    ]);
    const pack = await PackProcess.start(join(folder, "package"));
    try {
      assert.deepEqual(await preview(pack, resources), expected);
    } finally {
      await pack.stop();
    }
  });
});
