// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { limitTokenLifetime as rule } from "../../../../policies/rules/functions/limit-token-lifetime";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const sign = (variables: unknown, type = "aws:lambda/function:Function"): Program => ({
  sign: { type, properties: { environment: { variables } } },
});

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "a token must not live longer than 24 hours (86400 seconds)",
});

describe("limit-token-lifetime", () => {
  notApplicable({ "the program has no function": { bucket: { type: "aws:s3/bucket:Bucket" } } });

  complies({
    "a function without environment": { sign: { type: "aws:lambda/function:Function" } },
    "a day in seconds": sign({ TOKEN_TTL: "86400" }),
    "a day in minutes": sign({ TOKEN_LIFETIME_MINUTES: "1440" }),
    "a day in hours": sign({ AGORA_TOKEN_EXPIRATION_HOURS: "24" }),
    "a day in days": sign({ tokenExpiryDays: 1 }),
    "a day in milliseconds": sign({ TOKEN_TTL_MS: "86400000" }),
    "a day with its unit": sign({ TOKEN_TTL: "24h" }),
    "a text that is not a number": sign({ TOKEN_EXPIRED_MESSAGE: "Sign in again" }),
    "a text that only begins or ends with a number": sign({
      TOKEN_TTL: "604800 or less",
      TOKEN_MAX_AGE: "up to 604800",
    }),
    "the lifetime of something else": sign({ CACHE_TTL: "604800" }),
    "a limit to calls, whose name contains the letters TTL": sign({
      TOKEN_THROTTLE_LIMIT: "100000",
    }),
    "a point in time": sign({ TOKEN_EXPIRES_AT: "1767225600", tokenExpiryDate: 1_767_225_600 }),
    "a number that is no lifetime": sign({
      TOKEN_VERSION: "2026000000",
      TOKEN_VALIDATION_LIMIT: "100000",
      TOKEN_VALID_FROM: "1767225600",
    }),
  });

  const violations: [string, unknown, number][] = [
    ["TOKEN_TTL", "86401", 86_401],
    ["TOKEN_TTL", 604_800, 604_800],
    ["RTC_TOKEN_LIFETIME_SECONDS", "604800", 604_800],
    ["TOKEN_LIFETIME_MINUTES", "1441", 86_460],
    ["tokenExpiresInHours", "25", 90_000],
    ["TOKEN_EXPIRATION_DAYS", "7", 604_800],
    ["TOKEN_TTL_MS", "86401000", 86_401],
    ["TOKEN_TTL", "48h", 172_800],
    ["TOKEN_TTL_MINUTES", "2d", 172_800],
    ["TOKEN_TTL", "1w", 604_800],
    ["TOKEN_TTL", " 604800\n", 604_800],
    ["TOKEN_TTL_HOURS", "24.25", 87_300],
    ["TOKEN_TTL_AT_MOST", "604800", 604_800],
    ["TOKENTTL", "604800", 604_800],
    ["accessTokenLifeTime", "604800", 604_800],
    ["TOKEN_EXPIRATION_TIME", "604800", 604_800],
    ["TTL_OF_TOKENS", "604800", 604_800],
    ["TOKEN_VALIDITY_DAYS", "30", 2_592_000],
    ["tokenValidForHours", 25, 90_000],
    ["TOKEN_MAX_AGE", "604800", 604_800],
    ["TOKEN_MAXAGE", "604800", 604_800],
    ["RTM_TOKEN_DURATION", "48h", 172_800],
  ];

  for (const [name, value, seconds] of violations) {
    violates({
      [`${name} is ${JSON.stringify(value)}`]: [
        sign({ [name]: value }),
        `Function 'sign': 'environment.variables.${name}' is ${seconds} seconds`,
      ],
    });
  }

  violates({
    "a function of aws-native": [
      sign({ TOKEN_TTL: "604800" }, "aws-native:lambda:Function"),
      "Function 'sign': 'environment.variables.TOKEN_TTL' is 604800 seconds",
    ],
  });

  undecided({
    "a lifetime that is not known yet": [
      sign({ TOKEN_TTL: from("command.stdout"), API: from("command.stdout") }),
      "Function 'sign': 'environment.variables.TOKEN_TTL' is",
    ],
    "an environment that is not known yet": [
      sign(from("command.stdout")),
      "Function 'sign': 'environment.variables' is",
    ],
  });

  exempted({
    "a function that an administrator allows": [
      sign({ TOKEN_TTL: "604800" }),
      "*::sign",
      "a demonstration",
      "Function 'sign': 'environment.variables.TOKEN_TTL' is 604800 seconds",
    ],
  });
});
