// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration, type Options } from "../../framework/configuration";
import { agora, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface FunctionUrlOptions extends Options {
  readonly allowIamUrls: boolean;
}

export const forbidFunctionUrl: Rule<FunctionUrlOptions> = {
  name: "forbid-function-url",
  description: "Functions must have no URL.",
  rationale:
    "A function URL is on the public internet. No network confines it, and it has no request " +
    "validation and no throttle of its own. It is a way around the private API.",
  severity: "critical",
  controls: [
    nist("SC-7", "Boundary protection"),
    nist("AC-3", "Access enforcement"),
    iso("A.8.22", "Segregation of networks"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["lambda", "network", "tokens"],
  remediationSteps:
    "Remove the URL and its permission, and let the callers reach the function through a private API.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  configSchema: configuration("advisory", {
    allowIamUrls: {
      type: "boolean",
      description: "Whether a URL is allowed whose callers are authorized by AWS_IAM.",
      default: false,
    },
  }),
  validator: {
    resource: {
      "aws:lambda/functionUrl:FunctionUrl": urlWith("authorizationType"),
      "aws-native:lambda:Url": urlWith("authType"),
    },
  },
};

function urlWith(property: string) {
  return (url: Resource, { allowIamUrls }: FunctionUrlOptions): readonly Finding[] => {
    const must = allowIamUrls
      ? "its callers must be authorized by AWS_IAM"
      : "a function must not have one";
    const type = read(url.props, property);
    if (type.state === "unknown") {
      const found = "opens the function to the public internet, whatever it is";
      return [
        allowIamUrls ? undecided(url, property, must) : violation(url, property, found, must),
      ];
    }
    if (textOf(type) !== "AWS_IAM") {
      return [violation(url, property, "is not AWS_IAM: everybody can call it", must)];
    }
    return allowIamUrls
      ? []
      : [violation(url, property, "is AWS_IAM, on the public internet", must)];
  };
}
