// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { templateIn } from "../../../../policies/resources/cloudformation/template";

const yaml = `
Parameters:
  Stage: {Type: String, Default: prod}
  Zones: {Type: CommaDelimitedList, Default: "a,b"}
  Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /images/base}
Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub 'uploads-\${Stage}'
      Zones: !Ref Zones
      Image: !Ref Image
      Versioned: yes
      Policy: {Version: 2012-10-17, Statement: []}
      Key: !GetAtt Key.Arn
  Key:
    Type: AWS::KMS::Key
`;
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function readable(content: unknown, parameters?: ReadonlyMap<string, unknown>) {
  const template = templateIn(content, parameters);
  assert.ok(typeof template === "object", String(template));
  return template;
}

describe("policies/resources/cloudformation/template", () => {
  it("reads YAML with short forms of functions, YAML 1.1's words and dates that are texts", () => {
    const [uploads, key] = readable(yaml).resources;
    assert.deepEqual(uploads?.properties, {
      bucketName: "uploads-prod",
      zones: ["a", "b"],
      image: unknown,
      versioned: true,
      policy: { Version: "2012-10-17", Statement: [] },
      key: unknown,
    });
    assert.deepEqual([...(uploads?.sources.get("key") ?? [])], ["Key"]);
    assert.deepEqual([key?.type, key?.properties], ["AWS::KMS::Key", {}]);
  });

  it("reads the same in JSON, as a text or as an object", () => {
    const template = {
      Resources: { A: { Type: "AWS::S3::Bucket", Properties: { ACL: "private" } } },
    };
    for (const content of [template, JSON.stringify(template), `\n${JSON.stringify(template)}`]) {
      assert.deepEqual(readable(content).resources[0]?.properties, { acl: "private" });
    }
  });

  it("takes the values of whoever makes the stack before defaults", () => {
    const { resources } = readable(yaml, new Map([["Stage", "test"]]));
    assert.equal(resources[0]?.properties.bucketName, "uploads-test");
  });

  it("leaves the program's own keys as they are", () => {
    const { resources } = readable({
      Resources: {
        A: {
          Type: "AWS::Lambda::Function",
          Properties: {
            Environment: { Variables: { APP_ID: "x" } },
            Tags: [{ Key: "a", Value: "b" }],
          },
        },
      },
    });
    assert.deepEqual(resources[0]?.properties, {
      environment: { variables: { APP_ID: "x" } },
      tags: [{ key: "a", value: "b" }],
    });
  });

  it("names macros, of the template and of a resource", () => {
    const template = readable({
      Transform: ["AWS::Serverless-2016-10-31"],
      Resources: {
        A: {
          Type: "AWS::S3::Bucket",
          Properties: { Tags: { "Fn::Transform": { Name: "Tagger" } } },
        },
      },
    });
    assert.deepEqual(template.macros, ["AWS::Serverless-2016-10-31"]);
    assert.equal(template.resources[0]?.macro, "Tagger");
  });

  const refused: Readonly<Record<string, readonly [content: unknown, because: string]>> = {
    "a list": [[], "it has no section Resources"],
    "a template without resources": ["{}", "it has no section Resources"],
    "what is no YAML": ["a: [", "it is neither JSON nor YAML"],
    "a key that stands twice": ["Resources: {}\nResources: {}", "it is neither JSON nor YAML"],
    "a text of 2 MB": [
      "x".repeat(2_000_000),
      "it is larger than the 1048576 bytes that CloudFormation takes",
    ],
  };
  for (const [title, [content, because]] of Object.entries(refused)) {
    it(`says what is wrong with ${title}`, () => {
      assert.equal(templateIn(content), because);
    });
  }

  it("reads a resource that is none without breaking", () => {
    const { resources } = readable({
      Resources: { A: null, __proto__: { B: 1 }, constructor: {} },
    });
    assert.deepEqual(
      resources.map(({ type }) => type),
      resources.map(() => "undefined"),
    );
  });
});
