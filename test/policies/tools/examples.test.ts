// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import Ajv from "ajv";
import { fixes } from "../../../policies/fixes";
import { rules } from "../../../policies/rules";
import { examplesAsWritten, examplesOf } from "../../../policies/tools/examples";
import schema from "../../../policies/tools/examples.schema.json";

describe("examples", () => {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(schema);

  for (const { name } of [...rules, ...fixes]) {
    it(`has the examples of ${name} in the form of the schema`, () => {
      validate(examplesAsWritten(name));
      assert.deepEqual(validate.errors ?? [], []);
    });
  }

  it("rejects, by the schema, examples without one that passes", () => {
    const { fails } = examplesAsWritten("require-key-rotation");
    assert.equal(validate({ fails, passes: [] }), false);
    assert.equal(ajv.errorsText(validate.errors), "data/passes must NOT have fewer than 1 items");
  });

  it("turns fn::toJSON into the text that it makes", () => {
    const [example] = examplesOf("limit-role-trust").fails;
    assert.deepEqual(example?.resources.backend?.properties, {
      assumeRolePolicy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"}]}',
    });
  });

  it("leaves references to siblings as they are written", () => {
    const [example] = examplesOf("require-secret-encryption").passes;
    assert.deepEqual(example?.resources.certificate?.properties, {
      kmsKeyId: `\${key.arn}`,
      recoveryWindowInDays: 30,
    });
  });

  it("names the file that is missing", () => {
    assert.throws(() => examplesOf("require-nothing"), {
      message: "There is no file require-nothing.examples.yaml beside a rule or fix.",
    });
  });
});
