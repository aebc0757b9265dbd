// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPersonalData as rule } from "../../../../policies/rules/privacy/forbid-personal-data";
import { from, one, secret } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const email = "jane.doe@example.com";
const pupil = "pupil-078-05-1120";
const { complies, violates, exempted } = ruleSpec(rule, {
  must: "names, tags and descriptions must not tell who somebody is",
});

describe("forbid-personal-data", () => {
  violates({
    "a user's name": [
      one("aws:iam/user:User", { name: email }),
      "User 'it': 'name' holds an e-mail address",
    ],
    "a description": [
      one("aws:kms/key:Key", { description: "ask +49 30 901820" }),
      "Key 'it': 'description' holds a telephone number",
    ],
    "the key of an object": [
      one("aws:s3/bucketObjectv2:BucketObjectv2", { key: `lessons/${email}/1.mp4` }),
      "BucketObjectv2 'it': 'key' holds an e-mail address",
    ],
    "the beginning of a name": [
      one("aws:s3/bucketLogging:BucketLogging", { targetPrefix: `${email}/` }),
      "BucketLogging 'it': 'targetPrefix' holds an e-mail address",
    ],
    "a user's path": [
      one("aws:iam/user:User", { path: `/${email}/` }),
      "User 'it': 'path' holds an e-mail address",
    ],
    "a comment": [
      one("aws:route53/zone:Zone", { comment: `of ${email}` }),
      "Zone 'it': 'comment' holds an e-mail address",
    ],
    "a tag's value": [
      one("aws:sqs/queue:Queue", { tags: { teacher: email } }),
      "Queue 'it': 'tags.teacher' holds an e-mail address",
    ],
    "a tag's name, which is not repeated": [
      one("aws:sqs/queue:Queue", { tags: { [email]: "teacher" } }),
      "Queue 'it': 'tags' holds an e-mail address",
    ],
    "a tag in a list": [
      one("aws-native:sqs:Queue", { tags: [{ key: "teacher", value: email }] }),
      "Queue 'it': 'tags[0].value' holds an e-mail address",
    ],
    "a tag in a property of another name": [
      one("aws-native:efs:FileSystem", { fileSystemTags: [{ key: "teacher", value: email }] }),
      "FileSystem 'it': 'fileSystemTags[0].value' holds an e-mail address",
    ],
    "a secret tag, which is judged and never echoed": [
      one("aws:sqs/queue:Queue", { tags: secret({ teacher: email }) }),
      "Queue 'it': 'tags.teacher' holds an e-mail address",
    ],
    "a provider's default tags": [
      one("pulumi:providers:aws", { defaultTags: JSON.stringify({ tags: { teacher: email } }) }),
      "aws 'it': 'defaultTags.tags.teacher' holds an e-mail address",
    ],
    "a resource of another package": [
      one("random:index/randomPet:RandomPet", { prefixName: email }),
      "RandomPet 'it': 'prefixName' holds an e-mail address",
    ],
    "two properties of one resource": [
      one("aws:iam/user:User", { name: email, tags: { telephone: "+4915112345678" } }),
      "User 'it': 'name' holds an e-mail address",
      "User 'it': 'tags.telephone' holds a telephone number",
    ],
    "a resource's own name, which is reported once": [{}, { name: pupil }].map((properties) => [
      { [pupil]: { type: "aws:sqs/queue:Queue", properties } },
      `Queue '${pupil}': 'name' holds a social security number`,
    ]),
  });

  complies({
    "teams, roles and random ids": one("aws:sqs/queue:Queue", {
      name: "lessons-8f14e45fceea167a5a36dedd4bea2543",
      tags: { owner: "classroom-platform", version: "1.2.3" },
    }),
    "an address where addresses belong, and a name from a sibling": {
      queue: { type: "aws:sqs/queue:Queue" },
      thing: {
        type: "aws:sns/topicSubscription:TopicSubscription",
        properties: { endpoint: email, protocol: "email" },
      },
      other: {
        type: "aws:sqs/queue:Queue",
        properties: { name: from("queue.name"), tags: { source: from("queue.arn") } },
      },
    },
  });

  exempted({
    "a mailbox, until a day": [
      one("aws:sqs/queue:Queue", { tags: { owner: email } }),
      "*::it",
      "a shared mailbox",
      "Queue 'it': 'tags.owner' holds an e-mail address",
    ],
  });
});
