// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { forbidPersonalData as rule } from "../../../../policies/rules/privacy/forbid-personal-data";
import { judge } from "../../../support/pack/judge";
import { type Program, type ProgramResource, secret } from "../../../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../../support/pack/verdicts";

const tells = (what: string) =>
  violationOf(rule, `${what}; names, tags and descriptions must not tell who somebody is`);
const email = "jane.doe@example.com";
const one = (type: string, properties: ProgramResource["properties"]): Program => ({
  thing: { type, properties: { ...properties } },
});

describe("forbid-personal-data", () => {
  const violations: Record<string, [Program, string[]]> = {
    "a user's name": [
      one("aws:iam/user:User", { name: email }),
      ["User 'thing': 'name' holds an e-mail address"],
    ],
    "a description": [
      one("aws:kms/key:Key", { description: "ask +49 30 901820" }),
      ["Key 'thing': 'description' holds a telephone number"],
    ],
    "the key of an object": [
      one("aws:s3/bucketObjectv2:BucketObjectv2", { key: `lessons/${email}/1.mp4` }),
      ["BucketObjectv2 'thing': 'key' holds an e-mail address"],
    ],
    "the beginning of a name": [
      one("aws:s3/bucketLogging:BucketLogging", { targetPrefix: `${email}/` }),
      ["BucketLogging 'thing': 'targetPrefix' holds an e-mail address"],
    ],
    "a user's path": [
      one("aws:iam/user:User", { path: `/${email}/` }),
      ["User 'thing': 'path' holds an e-mail address"],
    ],
    "a comment": [
      one("aws:route53/zone:Zone", { comment: `of ${email}` }),
      ["Zone 'thing': 'comment' holds an e-mail address"],
    ],
    "a tag's value": [
      one("aws:sqs/queue:Queue", { tags: { teacher: email } }),
      ["Queue 'thing': 'tags.teacher' holds an e-mail address"],
    ],
    "a tag's name, which is not repeated": [
      one("aws:sqs/queue:Queue", { tags: { [email]: "teacher" } }),
      ["Queue 'thing': 'tags' holds an e-mail address"],
    ],
    "a tag in a list": [
      one("aws-native:sqs:Queue", { tags: [{ key: "teacher", value: email }] }),
      ["Queue 'thing': 'tags[0].value' holds an e-mail address"],
    ],
    "a tag that is called otherwise": [
      one("aws-native:efs:FileSystem", { fileSystemTags: [{ key: "teacher", value: email }] }),
      ["FileSystem 'thing': 'fileSystemTags[0].value' holds an e-mail address"],
    ],
    "a secret tag, which is judged and never echoed": [
      one("aws:sqs/queue:Queue", { tags: secret({ teacher: email }) }),
      ["Queue 'thing': 'tags.teacher' holds an e-mail address"],
    ],
    "a provider's default tags": [
      one("pulumi:providers:aws", { defaultTags: JSON.stringify({ tags: { teacher: email } }) }),
      ["aws 'thing': 'defaultTags.tags.teacher' holds an e-mail address"],
    ],
    "a resource of another package": [
      one("random:index/randomPet:RandomPet", { prefixName: email }),
      ["RandomPet 'thing': 'prefixName' holds an e-mail address"],
    ],
    "two properties of one resource": [
      one("aws:iam/user:User", { name: email, tags: { telephone: "+4915112345678" } }),
      [
        "User 'thing': 'name' holds an e-mail address",
        "User 'thing': 'tags.telephone' holds a telephone number",
      ],
    ],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, what.map(tells)));
  }

  it("compliant: teams, roles and random ids", () =>
    assertCompliant(
      rule,
      one("aws:sqs/queue:Queue", {
        name: "lessons-8f14e45fceea167a5a36dedd4bea2543",
        tags: { owner: "classroom-platform", version: "1.2.3" },
      }),
    ));

  it("compliant: an address where addresses belong, and a name from a sibling", () =>
    assertCompliant(rule, {
      queue: { type: "aws:sqs/queue:Queue" },
      thing: {
        type: "aws:sns/topicSubscription:TopicSubscription",
        properties: { endpoint: email, protocol: "email" },
      },
      other: {
        type: "aws:sqs/queue:Queue",
        properties: { name: from("queue.name"), tags: { source: from("queue.arn") } },
      },
    }));

  it("violation: what the program itself calls the resource, said once", async () => {
    const name = "pupil-078-05-1120";
    for (const properties of [{}, { name }]) {
      const { reports } = await judge(rule, {
        [name]: { type: "aws:sqs/queue:Queue", properties },
      });
      assert.deepEqual(
        reports.map(({ message }) => message),
        [tells(`Queue '${name}': 'name' holds a social security number`)],
      );
    }
  });

  it("exempted: a mailbox that a day ends", () =>
    assertAlwaysSays(
      rule,
      one("aws:sqs/queue:Queue", { tags: { owner: email } }),
      [
        "Exempted: Queue 'thing': 'tags.owner' holds an e-mail address; allowed until 2026-12-31 because: a shared mailbox",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::thing", reason: "a shared mailbox", expires: "2026-12-31" }],
        },
      },
    ));
});
