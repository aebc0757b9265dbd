// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { limitProviders as rule } from "../../../../policies/rules/regions/limit-providers";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  violationOf,
} from "../../../support/pack/verdicts";

const configuration = { packages: ["aws", "aws-native"] };
const foreign = (type: string): Program => ({ thing: { type } });

describe("limit-providers", () => {
  it("not applicable: no package is configured", () =>
    assertNotApplicable(rule, foreign("gcp:storage/bucket:Bucket")));

  const compliant: Record<string, Program> = {
    "a resource of a package on the list": foreign("aws:s3/bucket:Bucket"),
    "a resource of another package on the list": foreign("aws-native:s3:Bucket"),
    "a component, which has no provider": foreign("acme:index:Site"),
    "the stack itself": foreign("pulumi:pulumi:Stack"),
    "a reference to another stack": {
      builtin: { type: "pulumi:providers:pulumi" },
      other: {
        type: "pulumi:pulumi:StackReference",
        options: { provider: from("builtin") },
      },
    },
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program, { configuration }));
  }

  const packages: Record<string, string> = {
    "gcp:storage/bucket:Bucket": "Bucket 'thing': 'type' is of the package gcp",
    "command:local:Command": "Command 'thing': 'type' is of the package command",
    "pulumi-nodejs:dynamic:Resource": "Resource 'thing': 'type' is of the package pulumi-nodejs",
  };
  for (const [type, what] of Object.entries(packages)) {
    it(`violation: ${type}`, () =>
      assertAlwaysSays(
        rule,
        foreign(type),
        [violationOf(rule, `${what}; it must be of aws, aws-native`)],
        { configuration },
      ));
  }

  it("violation: everything, where the list is empty", () =>
    assertAlwaysSays(
      rule,
      foreign("aws:s3/bucket:Bucket"),
      [
        violationOf(
          rule,
          "Bucket 'thing': 'type' is of the package aws; it must be of no package at all",
        ),
      ],
      { configuration: { packages: [] } },
    ));

  it("exempted: a command that may run until a day", () =>
    assertAlwaysSays(
      rule,
      foreign("command:local:Command"),
      [
        "Exempted: Command 'thing': 'type' is of the package command; allowed until 2026-12-31 because: seeds a table",
      ],
      {
        configuration: {
          ...configuration,
          exemptions: [
            { urn: "*command:local:Command::*", reason: "seeds a table", expires: "2026-12-31" },
          ],
        },
      },
    ));
});
