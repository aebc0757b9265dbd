// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { configuration, type Options } from "../../../policies/framework/configuration";
import { refused, undecided, unjudgeable, violation } from "../../../policies/framework/finding";
import { judgeOf, policyOf, utcDate } from "../../../policies/framework/policy";
import type { Rule, Validator } from "../../../policies/framework/rule";
import { type Circumstances, judge } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

const type = "aws:s3/bucket:Bucket";

const ruleWith = (validator: Validator<Options>): Rule => ({
  name: "require-something",
  description: "Things must be something.",
  rationale: "Because.",
  severity: "low",
  controls: [
    { framework: "First", version: "1", reference: "A.1", specification: "Be something" },
    { framework: "Second", version: "2", reference: "B.2", specification: "Be anything" },
  ],
  enforcementLevel: "mandatory",
  tags: ["some"],
  remediationSteps: "Make it something.",
  url: "https://example.com/something",
  configSchema: configuration("mandatory"),
  validator,
});

const broken = ruleWith({
  resource: {
    [type]: (bucket) => [violation(bucket, "kind", "is nothing", "it must be something")],
  },
});
const unclear = ruleWith({
  stack: { [type]: (bucket) => [undecided(bucket, "kind", "it must be something")] },
});
const program: Program = { files: { type } };

const violated =
  "Bucket 'files': 'kind' is nothing; it must be something.\nMake it something.\nRead more: " +
  "https://example.com/something";
const wayOut =
  "Write the value itself, deploy first what this stack makes it from, or exempt the resource.";
const unknownKind = "Bucket 'files': 'kind' is not known before the update";
const notYet = `Not decidable yet: ${unknownKind}; it must be something. ${wayOut}`;
const exemption = { urn: "*::files", reason: "a reason", expires: "2026-12-31" };

async function saysOf(rule: Rule, circumstances?: Circumstances): Promise<string[]> {
  const { reports } = await judge(rule, program, circumstances);
  return reports.map(({ level, resource, message }) => `${level} ${resource}: ${message}`);
}

async function messagesOf(rule: Rule, resources: Program): Promise<string[]> {
  return (await judge(rule, resources)).reports.map(({ message }) => message);
}

describe("policy", () => {
  it("carries the rule's metadata, and the first of its controls", () => {
    const policy: object = policyOf(broken);
    const { validateResource, ...metadata } = policy as Record<string, unknown>;
    assert.equal(typeof validateResource, "function");
    assert.deepEqual(metadata, {
      name: "require-something",
      description: "Things must be something.",
      severity: "low",
      enforcementLevel: "mandatory",
      tags: ["some"],
      remediationSteps: "Make it something.",
      url: "https://example.com/something",
      configSchema: configuration("mandatory"),
      framework: { name: "First", version: "1", reference: "A.1", specification: "Be something" },
    });
  });

  it("reports a violation at the level of the rule, or of the configuration", async () => {
    assert.deepEqual(await saysOf(broken), [`mandatory files: ${violated}`]);
    assert.deepEqual(await saysOf(broken, { enforcementLevel: "advisory" }), [
      `advisory files: ${violated}`,
    ]);
  });

  it("reports what only advises as advice, whatever the level of the rule", async () => {
    const advising = ruleWith({
      resource: {
        [type]: (bucket) => [
          violation(bucket, "kind", "is nothing", "it must be something", { level: "advisory" }),
        ],
      },
    });
    assert.deepEqual(await saysOf(advising), [`advisory files: ${violated}`]);
  });

  it("has nothing to say about types that the rule does not judge", async () => {
    const others: Program = { queue: { type: "aws:sqs/queue:Queue" } };
    for (const rule of [broken, unclear]) {
      assert.deepEqual(await judge(rule, others), { reports: [], applicable: false });
    }
  });

  it("says which type it does not judge, and keeps the answer", () => {
    type Judge = { validateResource: (args: object) => void };
    const { validateResource } = policyOf(broken) as unknown as Judge;
    const other = `acme:index:${randomUUID()}`;
    for (const args of [{ type: other, notApplicable: assert.fail }, { type: other }]) {
      assert.throws(() => validateResource(args), { message: `It does not judge ${other}.` });
    }
  });

  it("waits for the measure that it needs, of a resource and of the stack", async () => {
    const configSchema = configuration("mandatory", { limit: { type: "number" } });
    for (const { validator } of [broken, unclear]) {
      const waiting = { ...ruleWith({ ...validator, needs: "limit" }), configSchema };
      assert.deepEqual(await judge(waiting, program), { reports: [], applicable: false });
      assert.equal((await saysOf(waiting, { configuration: { limit: 0 } })).length, 1);
    }
  });

  it("takes the day of the analysis in UTC, without its time", () =>
    assert.match(utcDate(), /^\d{4}-\d{2}-\d{2}$/));

  describe("what cannot be decided", () => {
    const levels: [Circumstances, string[]][] = [
      [{}, [`mandatory files: ${notYet}`]],
      [{ configuration: { onUnknown: "advisory" } }, [`advisory files: ${notYet}`]],
      [{ configuration: { onUnknown: "ignore" } }, []],
      [{ enforcementLevel: "advisory" }, [`advisory files: ${notYet}`]],
    ];
    for (const [circumstances, expected] of levels) {
      it(`is reported as configured: ${JSON.stringify(circumstances)}`, async () => {
        assert.deepEqual(await saysOf(unclear, circumstances), expected);
      });
    }

    it("includes an unknown value that a rule reads without its reader", async () => {
      const reckless = ruleWith({
        stack: {
          [type]: ({ props }) => Object.values(Object(props.website)).flatMap(() => []),
        },
      });
      const website: Program = {
        pages: { type: "acme:index:Pages" },
        files: { type, properties: { website: { indexDocument: from("pages.index") } } },
      };
      assert.deepEqual(await messagesOf(reckless, website), [
        "Not decidable yet: Bucket 'files': 'website.indexDocument' is not known before the " +
          `update; the rule has to read it. ${wayOut}`,
      ]);
    });

    it("says what stands in the way where the value is known, apart from values that are missing", async () => {
      const puzzling = ruleWith({
        resource: {
          [type]: (bucket) => [
            unjudgeable(bucket, "policy", "it must be plain", "Not understood: a key."),
            refused(bucket, "trust", "it must be plain", "There is no such element."),
            undecided(bucket, "kind", "it must be plain"),
            undecided(bucket, "size", "it must be plain"),
          ],
        },
      });
      assert.deepEqual(await messagesOf(puzzling, program), [
        "Cannot be judged: Bucket 'files': 'policy' (Not understood: a key); it must be plain.\n" +
          "Write it without what stands in the way, or have whoever answers for security exempt " +
          "the resource.\nRead more: https://example.com/something",
        "AWS will refuse this: Bucket 'files': 'trust' (There is no such element); it must be " +
          "plain.\nWrite it as AWS's documentation has it.\nRead more: https://example.com/something",
        "Not decidable yet: Bucket 'files': 'kind' and 'size' are not known before the " +
          `update; it must be plain. ${wayOut}`,
      ]);
    });

    it("has nothing to do with what is known to be wrong", async () => {
      for (const onUnknown of ["advisory", "ignore"]) {
        assert.deepEqual(await saysOf(broken, { configuration: { onUnknown } }), [
          `mandatory files: ${violated}`,
        ]);
      }
    });
  });

  describe("exemptions", () => {
    const exempting = (expires: string): Circumstances => ({
      configuration: { exemptions: [{ ...exemption, expires }] },
      today: "2026-06-15",
    });

    it("turn a violation into advice that gives reason and expiry", async () => {
      assert.deepEqual(await saysOf(broken, exempting("2026-06-15")), [
        "advisory files: Exempted: Bucket 'files': 'kind' is nothing; allowed until 2026-06-15 because: a reason",
      ]);
    });

    it("cover what cannot be decided", async () => {
      assert.deepEqual(await saysOf(unclear, exempting("2026-12-31")), [
        `advisory files: Exempted: ${unknownKind}; allowed until 2026-12-31 because: a reason`,
      ]);
    });

    const expired =
      "\nThe exemption of '*::files' expired on 2026-06-14: fix the resource, or renew it (its reason was: a reason).";

    it("bring the violation back once they have expired, and say so", async () => {
      assert.deepEqual(await saysOf(broken, exempting("2026-06-14")), [
        `mandatory files: ${violated}${expired}`,
      ]);
    });

    it("leave what cannot be decided as it was once they have expired, and say so", async () => {
      assert.deepEqual(await saysOf(unclear, exempting("2026-06-14")), [
        `mandatory files: ${notYet}${expired}`,
      ]);
    });

    it("say nothing while they are not needed", async () => {
      const fine = ruleWith({ resource: { [type]: () => [] } });
      assert.deepEqual(await saysOf(fine, exempting("2026-12-31")), []);
      assert.deepEqual(await saysOf(fine, exempting("2020-01-01")), []);
    });
  });

  it("rejects what it would judge while its configuration is malformed", async () => {
    const configured = { configuration: { exemptions: [{ ...exemption, expires: "soon" }] } };
    const message =
      "Rule failed: 'exemptions[0].expires' must be a date such as 2027-01-31, " +
      'got "soon". (configuration of require-something)';
    assert.deepEqual(await saysOf(broken, configured), [`mandatory files: ${message}`]);
    assert.deepEqual(await saysOf(unclear, configured), [`mandatory : ${message}`]);
  });

  it("judges each resource of a stack by itself: one that breaks the rule's code hides no other", async () => {
    const fragile = ruleWith({
      stack: {
        [type]: (bucket) => {
          if (bucket.name === "one") {
            throw new RangeError("s3cr3t");
          }
          return [violation(bucket, "kind", "is nothing", "it must be something")];
        },
      },
    });
    const { reports } = await judge(fragile, {
      one: { type },
      two: { type, properties: { bucket: from("one.id") } },
    });
    assert.deepEqual(
      reports.map(({ resource, message }) => `${resource}: ${message.split(" in ")[0]}`),
      [
        "one: Rule failed: Bucket 'one': the rule stopped with RangeError",
        `two: ${violated.replace("files", "two")}`,
      ],
    );
    assert.doesNotMatch(JSON.stringify(reports), /s3cr3t/);
  });

  it("exempts a resource that breaks the rule's code", async () => {
    const thrown = () => {
      throw "s3cr3t";
    };
    const fragile = ruleWith({ resource: { [type]: thrown } });
    const stopped = "Bucket 'files': the rule stopped with a thrown value that is not an error";
    assert.deepEqual(await saysOf(fragile), [
      `mandatory files: Rule failed: ${stopped}. ` +
        "The resource was not judged: report the defect, and exempt the resource until it is fixed.",
    ]);
    assert.deepEqual(await saysOf(fragile, { configuration: { exemptions: [exemption] } }), [
      `advisory files: Exempted: ${stopped}; allowed until 2026-12-31 because: a reason`,
    ]);
  });

  it("names the class of an error that tells nothing else", async () => {
    const error = Object.assign(new RangeError("s3cr3t"), { stack: "RangeError: s3cr3t" });
    const fragile = ruleWith({ resource: { [type]: () => assert.fail(error) } });
    const [message = ""] = await saysOf(fragile);
    assert.match(message, /^mandatory files: Rule failed: .*: the rule stopped with RangeError\. /);
  });

  describe("the table of a rule", () => {
    const judges = { "aws:s3/bucket:Bucket": "type", "aws:s3/*": "module", "aws:*": "package" };
    const all = { ...judges, "*": "all" };
    const types: Record<string, string> = {
      "aws:s3/bucket:Bucket": "type",
      "aws:s3/bucketV2:BucketV2": "module",
      "aws:s3control/bucket:Bucket": "package",
      "aws-native:s3:Bucket": "all",
      "acme:index:Site": "all",
    };
    for (const [type, entry] of Object.entries(types)) {
      it(`has for ${type} the entry of the ${entry}`, () =>
        assert.equal(judgeOf(all, type), entry));
    }

    it("has no entry for a type that none of its keys means", () =>
      assert.equal(judgeOf({ "aws:s3/*": "module" }, "aws:s3control/bucket:Bucket"), undefined));
  });
});
