// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { europe, transfer } from "./right-configuration";
import { wrongRegions } from "./wrong-regions";

/** Changes to a valid configuration, and the sentences that refuse them. */
export const wrong: Record<string, [Record<string, unknown>, string[]]> = {
  ...wrongRegions,
  "no App ID": [
    { appId: undefined },
    [
      "'classroom:appId' is missing; it must be 32 hexadecimal characters, as Agora Console shows them.",
    ],
  ],
  "a malformed App ID": [
    { appId: "abc" },
    [
      "'classroom:appId' must be 32 hexadecimal characters, as Agora Console shows them, got \"abc\".",
    ],
  ],
  "a misspelt key": [
    { identityMod: "issued" },
    [
      "'classroom:identityMod' is not a key of this configuration; use one of appId, " +
        "regions, identityMode, secretAdministratorArns, deletionProtection, " +
        "logRetentionDays, reservedConcurrency, alarmTopicArn, manageApiGatewayAccount, " +
        "tags, transfers, attestations, certificate, or remove it.",
    ],
  ],
  "an identity mode that does not exist": [
    { identityMode: "random" },
    ["'classroom:identityMode' must be one of app-managed, issued, got \"random\"."],
  ],
  "a text where true or false belongs": [
    { deletionProtection: "no" },
    ["'classroom:deletionProtection' must be true or false, got \"no\"."],
  ],
  "a retention that CloudWatch does not offer": [
    { logRetentionDays: 100 },
    [
      "'classroom:logRetentionDays' must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, " +
        "180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 100.",
    ],
  ],
  "an alarm topic of another region": [
    { alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms" },
    [
      "'classroom:alarmTopicArn' must be a topic in eu-central-1, got one in us-east-1. " +
        "Remove the key, and each region gets a topic.",
    ],
  ],
  "an alarm topic of another region beside one that all share": [
    {
      alarmTopicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
      regions: [
        europe,
        {
          ...europe,
          dataCenter: "NA",
          alarmTopicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
        },
      ],
    },
    [
      "'classroom:regions[1].alarmTopicArn' must be a topic in us-west-1, got one in " +
        "eu-central-1. Remove the key, and each region gets a topic.",
    ],
  ],
  "tags that are no map": [
    { tags: ["owner"] },
    ["'classroom:tags' must be a map, got [\"owner\"]."],
  ],
  "a tag without a value": [
    { tags: { owner: "" } },
    ["'classroom:tags.owner' must be a text that is not empty, got \"\"."],
  ],
  "a transfer to a data centre that is not here": [
    { transfers: [transfer] },
    [
      "'classroom:transfers[0]' must name data centres of 'classroom:regions', got NA. Add " +
        "its region, or remove the transfer.",
    ],
  ],
  "a transfer from a data centre to itself": [
    { transfers: [{ ...transfer, to: "EU" }] },
    ["'classroom:transfers[0].to' must be another data centre than 'from', got EU twice."],
  ],
  "a transfer twice": [
    { regions: [europe, { ...europe, dataCenter: "NA" }], transfers: [transfer, transfer] },
    [
      "'classroom:transfers[1]' must be the only transfer from EU to NA, got another before it. Remove one of them.",
    ],
  ],
  "a transfer that is over": [
    {
      regions: [europe, { ...europe, dataCenter: "NA" }],
      transfers: [{ ...transfer, expires: "2026-05-31" }],
    },
    [
      "'classroom:transfers[0].expires' must not be over, got 2026-05-31. Remove the " +
        "transfer, or have it approved again.",
    ],
  ],
  "a transfer that ends on a day that does not exist": [
    { transfers: [{ ...transfer, expires: "2026-02-30" }] },
    ["'classroom:transfers[0].expires' must be a date like 2026-12-31, got \"2026-02-30\"."],
  ],
  "an attestation of the future": [
    { attestations: { noCertificateDisabled: { by: "operator", on: "2026-06-02" } } },
    [
      "'classroom:attestations.noCertificateDisabled.on' must not be in the future, got " +
        "2026-06-02. Write the day on which it was seen to.",
    ],
  ],
  "an attestation of nobody": [
    { attestations: { noCertificateDisabled: { on: "2026-01-31" } } },
    [
      "'classroom:attestations.noCertificateDisabled.by' is missing; it must be a text that is not empty.",
    ],
  ],
  "several things at once": [
    { appId: "abc", regions: [{ ...europe, awsRegion: "us-east-1" }], tag: {} },
    [
      "'classroom:appId' must be 32 hexadecimal characters, as Agora Console shows them, got \"abc\".",
      "'classroom:regions[0].awsRegion' must be a region of Europe (eu-…) to serve data centre EU, got \"us-east-1\".",
      "'classroom:tag' is not a key of this configuration; use one of appId, regions, " +
        "identityMode, secretAdministratorArns, deletionProtection, logRetentionDays, " +
        "reservedConcurrency, alarmTopicArn, manageApiGatewayAccount, tags, transfers, " +
        "attestations, certificate, or remove it.",
    ],
  ],
};
