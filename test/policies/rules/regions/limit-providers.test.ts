// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { limitProviders as rule } from "../../../../policies/rules/regions/limit-providers";
import { from, kindOf, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const limited = (...packages: string[]) =>
  ruleSpec(rule, {
    must: `it must be of ${packages.join(", ") || "no package at all"}`,
    configuration: { packages },
  });
const { complies, violates, exempted } = limited("aws", "aws-native");

describe("limit-providers", () => {
  ruleSpec(rule).notApplicable({ "no package is configured": one("gcp:storage/bucket:Bucket") });

  complies({
    "a resource of a package on the list": one("aws:s3/bucket:Bucket"),
    "a resource of another package on the list": one("aws-native:s3:Bucket"),
    "a component, which has no provider": one("acme:index:Site"),
    "the stack itself": one("pulumi:pulumi:Stack"),
    "a reference to another stack": {
      builtin: { type: "pulumi:providers:pulumi" },
      other: { type: "pulumi:pulumi:StackReference", options: { provider: from("builtin") } },
    },
  });

  for (const [type, name] of [
    ["gcp:storage/bucket:Bucket", "gcp"],
    ["command:local:Command", "command"],
    ["pulumi-nodejs:dynamic:Resource", "pulumi-nodejs"],
  ] as const) {
    violates({ [type]: [one(type), `${kindOf(type)} 'it': 'type' is of the package ${name}`] });
  }

  limited().violates({
    "any package, where the list is empty": [
      one("aws:s3/bucket:Bucket"),
      "Bucket 'it': 'type' is of the package aws",
    ],
  });

  exempted({
    "a command, until a day": [
      one("command:local:Command"),
      "*command:local:Command::*",
      "seeds a table",
      "Command 'it': 'type' is of the package command",
    ],
  });
});
