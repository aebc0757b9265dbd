// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidFunctionUrl as rule } from "../../../../policies/rules/functions/forbid-function-url";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const url = (authorizationType: string): Program => ({
  command: { type: "command:local:Command", external: true },
  url: { type: "aws:lambda/functionUrl:FunctionUrl", properties: { authorizationType } },
});
const nativeUrl = (authType: string): Program => ({
  url: { type: "aws-native:lambda:Url", properties: { authType } },
});
const allowing = { configuration: { allowIamUrls: true } };
const none = "a function must not have one";
const signed = "its callers must be authorized by AWS_IAM";

describe("forbid-function-url", () => {
  it("not applicable: the program has a function without URL", () =>
    assertNotApplicable(rule, { sign: { type: "aws:lambda/function:Function" } }));

  const violations: [string, Program, string][] = [
    [
      "for everybody",
      url("NONE"),
      "FunctionUrl 'url': 'authorizationType' is not AWS_IAM: everybody can call it",
    ],
    [
      "for signed requests",
      url("AWS_IAM"),
      "FunctionUrl 'url': 'authorizationType' is AWS_IAM, on the public internet",
    ],
    [
      "of aws-native for everybody",
      nativeUrl("NONE"),
      "Url 'url': 'authType' is not AWS_IAM: everybody can call it",
    ],
  ];
  for (const [shape, program, what] of violations) {
    it(`violation: a URL ${shape}`, () =>
      assertAlwaysSays(rule, program, [violationOf(rule, `${what}; ${none}`)]));
  }

  it("violation: a URL whose authorization is not known yet, for no value would do", () =>
    assertSays(rule, url(from("command.stdout")), [
      violationOf(
        rule,
        `FunctionUrl 'url': 'authorizationType' opens the function to the public internet, whatever it is; ${none}`,
      ),
    ]));

  describe("where signed URLs are allowed", () => {
    it("compliant: a URL for signed requests", async () => {
      await assertCompliant(rule, url("AWS_IAM"), allowing);
      await assertCompliant(rule, nativeUrl("AWS_IAM"), allowing);
    });

    it("violation: a URL for everybody", () =>
      assertAlwaysSays(
        rule,
        nativeUrl("NONE"),
        [
          violationOf(
            rule,
            `Url 'url': 'authType' is not AWS_IAM: everybody can call it; ${signed}`,
          ),
        ],
        allowing,
      ));

    it("undecidable: an authorization that is not known yet", () =>
      assertSays(
        rule,
        url(from("command.stdout")),
        [undecidedOf("FunctionUrl 'url': 'authorizationType' is", signed)],
        allowing,
      ));
  });

  it("exempted: a URL that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      url("NONE"),
      [
        "Exempted: FunctionUrl 'url': 'authorizationType' is not AWS_IAM: everybody can call it; allowed until 2026-12-31 because: a webhook",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::url", reason: "a webhook", expires: "2026-12-31" }],
        },
      },
    ));
});
