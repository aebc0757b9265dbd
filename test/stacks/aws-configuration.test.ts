// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readAwsConfiguration } from "../../stacks/aws-configuration";

const refused = (sentence: string) => ({ problems: [sentence] });

describe("readAwsConfiguration", () => {
  it("reads how AWS is reached", () => {
    const given = {
      profile: "classroom",
      sharedConfigFiles: ["config"],
      sharedCredentialsFiles: ["credentials"],
      retryMode: "adaptive",
      customCaBundle: "proxy.pem",
      httpProxy: "http://proxy:3128",
      httpsProxy: "http://proxy:3128",
      noProxy: "169.254.169.254",
    };
    assert.deepEqual(readAwsConfiguration(given), { value: given });
  });

  it("reads nothing where nothing is set", () => {
    const reading = readAwsConfiguration({});
    assert.ok("value" in reading);
    assert.ok(Object.values(reading.value).every((value) => value === undefined));
  });

  const cases: [string, string, string][] = [
    ["a region", "region", "Set 'awsRegion' in the entries of 'classroom:regions', and remove it"],
    [
      "an account",
      "allowedAccountIds",
      "Set 'accountId' in the entries of 'classroom:regions', and remove it",
    ],
    [
      "a role",
      "assumeRoles",
      "Set 'assumeRoleArn' in the entries of 'classroom:regions', and remove it",
    ],
    ["tags", "defaultTags", "Set 'classroom:tags', and remove it"],
    [
      "a key, without its value,",
      "secretKey",
      "Give credentials by the environment of the command, or name a profile with 'aws:profile', and remove it",
    ],
  ];
  for (const [title, name, fix] of cases) {
    it(`refuses ${title} with what to set instead`, () => {
      assert.deepEqual(
        readAwsConfiguration({ [name]: "value" }),
        refused(
          `'aws:${name}' has no effect on the data centres. ${fix}: pulumi config rm aws:${name}.`,
        ),
      );
    });
  }

  it("refuses any other key, an inherited name too, and lists the allowed keys", () => {
    assert.deepEqual(
      readAwsConfiguration({ toString: "value" }),
      refused(
        "'aws:toString' has no effect on the data centres. Remove it: pulumi config rm " +
          "aws:toString; what is handed on is profile, sharedConfigFiles, " +
          "sharedCredentialsFiles, retryMode, customCaBundle, httpProxy, httpsProxy, noProxy.",
      ),
    );
  });

  it("refuses a value that the provider would refuse, beside the other problems", () => {
    assert.deepEqual(readAwsConfiguration({ retryMode: "never", token: "value" }), {
      problems: [
        "'aws:token' has no effect on the data centres. Give credentials by the environment " +
          "of the command, or name a profile with 'aws:profile', and remove it: pulumi config " +
          "rm aws:token.",
        "'aws:retryMode' must be one of standard, adaptive, got \"never\".",
      ],
    });
  });
});
