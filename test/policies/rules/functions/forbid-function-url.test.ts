// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidFunctionUrl as rule } from "../../../../policies/rules/functions/forbid-function-url";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const url = (authorizationType: string): Program => ({
  url: { type: "aws:lambda/functionUrl:FunctionUrl", properties: { authorizationType } },
});
const nativeUrl = (authType: string): Program => ({
  url: { type: "aws-native:lambda:Url", properties: { authType } },
});
const none = "a function must not have one";
const isOpen = "is not AWS_IAM: everybody can call it";

const { notApplicable, violates, exempted } = ruleSpec(rule, { must: none });
const atFirst = ruleSpec(rule, { must: none, phase: "first preview" });
const signedAllowed = ruleSpec(rule, {
  must: "its callers must be authorized by AWS_IAM",
  configuration: { allowIamUrls: true },
});

describe("forbid-function-url", () => {
  notApplicable({
    "the program has a function without URL": { sign: { type: "aws:lambda/function:Function" } },
  });

  violates({
    "a URL for everybody": [url("NONE"), `FunctionUrl 'url': 'authorizationType' ${isOpen}`],
    "a URL for signed requests": [
      url("AWS_IAM"),
      "FunctionUrl 'url': 'authorizationType' is AWS_IAM, on the public internet",
    ],
    "a URL of aws-native for everybody": [nativeUrl("NONE"), `Url 'url': 'authType' ${isOpen}`],
  });

  atFirst.violates({
    "a URL whose authorization is not known yet, because no value complies": [
      url(from("command.stdout")),
      "FunctionUrl 'url': 'authorizationType' opens the function to the public internet, " +
        "whatever it is",
    ],
  });

  describe("where signed URLs are allowed", () => {
    signedAllowed.complies({ "a URL for signed requests": [url("AWS_IAM"), nativeUrl("AWS_IAM")] });

    signedAllowed.violates({
      "a URL for everybody": [nativeUrl("NONE"), `Url 'url': 'authType' ${isOpen}`],
    });

    signedAllowed.undecided({
      "an authorization that is not known yet": [
        url(from("command.stdout")),
        "FunctionUrl 'url': 'authorizationType' is",
      ],
    });
  });

  exempted({
    "a URL that an administrator allows": [
      url("NONE"),
      "*::url",
      "a webhook",
      `FunctionUrl 'url': 'authorizationType' ${isOpen}`,
    ],
  });
});
