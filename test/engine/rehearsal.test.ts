// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { awsRegionFacts } from "../../components/regions/aws-regions";
import { type Ended, leftBy, runLocal, verdict } from "../support/commands/commands";
import { type StateResource, undeployable } from "../support/deployment/deployability";
import { rehearsedStack } from "../support/deployment/rehearsed-stack";
import { temporaryFolder } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

/** A state as `pulumi stack export` writes it, as far as the tests look. */
interface Exported {
  readonly deployment: { readonly resources: readonly StateResource[] };
}

describe("engine: rehearsals", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  /** The state of the stack `prod`, which costs a rehearsal and is looked at twice. */
  let prod: readonly StateResource[] = [];

  async function rehearse(...args: string[]): Promise<{ ended: Ended; state: () => Exported }> {
    const file = join(folder, "state.json");
    rmSync(file, { force: true });
    const ended = await runLocal("rehearse", [...args, "--export", file]);
    return { ended, state: () => JSON.parse(readFileSync(file, "utf8")) as Exported };
  }

  function assertClean(ended: Ended): void {
    const { code, stdout, stderr } = ended;
    assert.equal(code, 0, stdout + stderr);
    assert.match(
      stderr,
      /1 of 3: pulumi up\n[\s\S]*2 of 3: pulumi policy analyze\n[\s\S]*3 of 3: /,
    );
    assert.match(stdout, /^ +\d+ unchanged$/m, "the second preview shows no changes");
    assert.match(stdout, /^Undecided none$/m);
    assert.equal(stdout.trim().split("\n").at(-1), "no violations");
    assert.deepEqual(leftBy(ended), []);
  }

  function arnsOf(state: Exported): string[] {
    const arns = state.deployment.resources.flatMap(({ outputs }) => outputs?.arn ?? []);
    return arns.filter((arn): arn is string => typeof arn === "string");
  }

  it("deploys three data centres, whose state the pack accepts and a second preview leaves alone", async () => {
    const { ended, file } = await rehearsedStack("dev");
    const state = () => JSON.parse(readFileSync(file, "utf8")) as Exported;
    assertClean(ended);
    assert.deepEqual(
      undeployable(state().deployment.resources),
      [],
      "AWS could make it in this order",
    );
    const arns = arnsOf(state());
    assert.ok(arns.length > 30);
    assert.deepEqual([...new Set(arns.map((arn) => arn.split(":")[1]))], ["aws"]);
    for (const region of ["ap-southeast-1", "eu-central-1", "us-west-1"]) {
      assert.ok(
        arns.some((arn) => arn.includes(`:${region}:`)),
        region,
      );
    }
  });

  it("deploys the data centre CN with everything in its partition", async () => {
    const { ended, state } = await rehearse("--stack", "china");
    assertClean(ended);
    assert.deepEqual(
      undeployable(state().deployment.resources),
      [],
      "AWS could make it in this order",
    );
    const arns = arnsOf(state());
    assert.ok(arns.length > 10);
    assert.deepEqual([...new Set(arns.map((arn) => arn.split(":")[1]))], ["aws-cn"]);
    assert.deepEqual(missingFeaturesIn(state().deployment.resources, "cn-north-1"), []);
    assert.doesNotMatch(
      JSON.stringify(state()),
      /"https:\/\/[^"]*amazonaws\.com[/"]/,
      "every host is in China",
    );
  });

  it("deploys a stack with every option, whose data centres share nothing regional", async () => {
    const { ended, state } = await rehearse("--stack", "prod");
    assertClean(ended);
    const { resources } = state().deployment;
    prod = resources;
    assert.deepEqual(undeployable(resources), [], "AWS could make it in this order");
    const places = { eu: "eu-central-1", na: "us-west-2", ap: "ap-southeast-1" };
    for (const [name, region] of Object.entries(places)) {
      const own = resources.filter(({ provider }) => provider?.includes(`::${name}::`));
      assert.ok(own.length > 60, name);
      const elsewhere = arnsOf({ deployment: { resources: own } })
        .map((arn) => arn.split(":")[3])
        .filter((place) => place !== "" && place !== region);
      assert.deepEqual(elsewhere, [], name);
    }
  });

  it("takes as much of AWS's quotas as the documents say", () => {
    const documented = new Map(
      readFileSync(join(ROOT, "docs", "costs.md"), "utf8")
        .split("\n")
        .map((line) => line.split(" | "))
        .map(([title = "", uses = ""]) => [
          title.replace(/^\| /, "").trim(),
          Number.parseInt(uses, 10),
        ]),
    );
    const quotas = {
      "VPCs per region": "aws:ec2/vpc:Vpc",
      "Security groups per region": "aws:ec2/securityGroup:SecurityGroup",
      "IAM roles per account": "aws:iam/role:Role",
      "Customer managed IAM policies per account": "aws:iam/policy:Policy",
      "IAM users per account": "aws:iam/user:User",
      "KMS keys per region": "aws:kms/key:Key",
      "Buckets per account": "aws:s3/bucket:Bucket",
      "CloudTrail trails per region": "aws:cloudtrail/trail:Trail",
    };
    const america = prod.filter(({ provider }) => provider?.includes("::na::"));
    for (const [title, type] of Object.entries(quotas)) {
      const used = america.filter((resource) => resource.type === type).length;
      assert.equal(documented.get(title), used, title);
    }
  });

  it("judges the exported state of somebody else's program as it judged the preview", async () => {
    const { ended } = await rehearse("--cwd", "examples/careful");
    assertClean(ended);
  });

  it("stops at an update that the pack rejects", async () => {
    const { ended, state } = await rehearse("--cwd", "examples/leaky");
    assert.equal(ended.code, 1);
    assert.equal(verdict(ended), "The rehearsal failed: pulumi up failed.");
    assert.doesNotMatch(ended.stderr, /2 of 3/);
    assert.throws(state, { code: "ENOENT" }, "there is no state to keep");
    assert.deepEqual(leftBy(ended), []);
  });

  it("refuses to export into a folder that does not exist, before the work", async () => {
    const file = join(folder, "none", "state.json");
    const ended = await runLocal("rehearse", ["--export", file]);
    assert.deepEqual(
      [ended.code, ended.stderr],
      [2, `error: '--export' must name a file in a folder that exists, got ${file}.\n`],
    );
    assert.equal(existsSync(file), false);
  });
});

/** What a state uses although AWS does not offer it in the region. */
function missingFeaturesIn(resources: readonly StateResource[], awsRegion: string): string[] {
  const { missingFeatures } = awsRegionFacts(awsRegion);
  return resources.flatMap(({ type, urn, inputs }) =>
    missingFeatures
      .filter((missing) => missing.type === type)
      .flatMap(({ property, except = [] }) => {
        const values = [property?.split(".").reduce<unknown>(valueIn, inputs) ?? []].flat();
        const used = values.filter((value) => !except.includes(String(value)));
        return property === undefined || used.length > 0 ? [`${urn} ${property ?? ""}`] : [];
      }),
  );
}

function valueIn(holder: unknown, name: string): unknown {
  return Object(holder)[name];
}
