// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: a lifetime in the function's code, or in a variable whose name does not tell. */

import { configuration } from "../../framework/configuration";
import { agoraDocs, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { wordsOf } from "../../predicates/credential-names";
import { below, type Reading, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const longestSeconds = 86_400;
const must = `a token must not live longer than 24 hours (${longestSeconds} seconds)`;

export const limitTokenLifetime: Rule = {
  name: "limit-token-lifetime",
  description: "Tokens must live for a day at most.",
  rationale:
    "A token cannot be revoked. Whoever gets hold of one can join the class until it expires. " +
    "Agora gives 24 hours as the default and the maximum.",
  severity: "medium",
  controls: [
    nist("IA-5(13)", "Expiration of cached authenticators"),
    nist("AC-12", "Session termination"),
    iso("A.8.5", "Secure authentication"),
    agoraDocs("Security best practices", "Give tokens a reasonable lifetime"),
  ],
  enforcementLevel: "mandatory",
  tags: ["lambda", "tokens"],
  remediationSteps:
    "Set it to the length of a lesson and a margin, and let clients ask for a new token before theirs expires.",
  url: "https://docs.agora.io/en/video-calling/token-authentication/deploy-token-server",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      "aws:lambda/function:Function": judge,
      "aws-native:lambda:Function": judge,
    },
  },
};

function judge(lambda: Resource): readonly Finding[] {
  return select(lambda.props, "environment", "variables").flatMap((variables) =>
    judgeVariables(lambda, variables),
  );
}

function judgeVariables(lambda: Resource, variables: Reading): readonly Finding[] {
  if (variables.state !== "known" || !(variables.value instanceof Object)) {
    return variables.state === "unknown" ? [undecided(lambda, variables.path, must)] : [];
  }
  return Object.keys(variables.value)
    .filter(isLifetimeOfToken)
    .flatMap((name): readonly Finding[] => {
      const value = below(variables, name);
      const seconds = secondsOf(textOf(value) ?? "", name);
      if (value.state === "unknown") {
        return [undecided(lambda, value.path, must)];
      }
      return seconds === undefined || seconds <= longestSeconds
        ? []
        : [violation(lambda, value.path, `is ${seconds} seconds`, must)];
    });
}

/** A name that ends in "at" or "date" is about a moment, not about a length of time. */
function isLifetimeOfToken(name: string): boolean {
  const words = wordsOf(name).join(" ");
  return (
    /tokens?( |ttl|life|expir|valid|$)/.test(words) &&
    /(^| |tokens?)(ttl|life ?time|expir|valid(ity| for)|max ?age|duration)/.test(words) &&
    !/ (at|on|date|timestamp|epoch)$/.test(words)
  );
}

const unitSeconds: readonly (readonly [word: RegExp, seconds: number])[] = [
  [/^(ms|msecs?|millis|milliseconds?)$/, 0.001],
  [/^(m|mins?|minutes?)$/, 60],
  [/^(h|hrs?|hours?)$/, 3_600],
  [/^(d|days?)$/, 86_400],
  [/^(w|weeks?)$/, 604_800],
];

/** A number counts seconds, unless the value or the name has another unit. */
function secondsOf(text: string, name: string): number | undefined {
  const [, number, unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const words = unit === "" ? wordsOf(name) : [unit.toLowerCase()];
  const [, seconds = 1] = unitSeconds.find(([word]) => words.some((one) => word.test(one))) ?? [];
  return number === undefined ? undefined : Number(number) * seconds;
}
