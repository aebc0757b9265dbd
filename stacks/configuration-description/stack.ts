// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { defaultDeletionProtection } from "../../components/operations/deletion-protection";
import { defaultLogRetentionDays, logRetentions } from "../../components/operations/log-retention";
import { tokenServiceDefaults } from "../../components/token-service/arguments";
import { appIdPattern } from "../../components/token-service/runtime/app-id";
import { identityModes } from "../../components/token-service/runtime/identity-modes";
import { attestations } from "./attestations";
import type { Keys } from "./kinds";
import { regions } from "./region";
import { nonEmpty, roleArn, topicArn } from "./texts";
import { transfers } from "./transfers";

/** The keys of a stack's configuration in the namespace `classroom`. */
export const stack = {
  appId: {
    type: "text",
    rule: "32 hexadecimal characters, as Agora Console shows them",
    label: "32 hexadecimal characters",
    pattern: appIdPattern,
    doc: "App ID of the Agora project. No other stack of this folder may have the same.",
    required: true,
  },
  regions: { ...regions, doc: "The data centres, one entry for each.", required: true },
  identityMode: {
    type: "oneOf",
    values: identityModes,
    doc:
      "Who makes room and user ids: the app, or the token service, which then refuses all others. " +
      "A change from `issued` deletes the issued ids.",
    default: tokenServiceDefaults.identityMode,
  },
  secretAdministratorArns: {
    type: "list",
    items: roleArn,
    doc: "Roles that may read the App Certificate. Filling the secret needs no such role.",
    default: [],
  },
  deletionProtection: {
    type: "boolean",
    doc:
      "Whether keys, secret, table and buckets are protected from deletion. `false` removes Pulumi's " +
      "protection and the table's, and AWS can restore keys and secret for 7 days instead of 30. " +
      "Buckets with data stay.",
    default: defaultDeletionProtection,
  },
  logRetentionDays: {
    type: "oneOf",
    values: logRetentions,
    doc:
      "How long logs are kept: a number of days that CloudWatch Logs offers. " +
      "A smaller number deletes older logs.",
    default: defaultLogRetentionDays,
  },
  reservedConcurrency: {
    type: "wholeNumber",
    doc: "Lambda executions that are reserved for each token function, which are also its limit.",
    whenAbsent: "none; the throttle of the API limits the load",
  },
  alarmTopicArn: {
    ...topicArn,
    doc: "SNS topic for alarms, in the AWS region of every entry that names none of its own.",
    whenAbsent: "one is made for each data centre",
  },
  manageApiGatewayAccount: {
    type: "boolean",
    doc:
      "Whether the stack gives API Gateway its log role. Each account and region has one such role, " +
      "so at most one stack manages it.",
    default: true,
  },
  tags: {
    type: "map",
    values: nonEmpty,
    doc: "Tags on everything. A tag `residency` with the name of the data centre is added.",
    default: {},
  },
  transfers: {
    ...transfers,
    doc: "Permissions for the backend of one data centre to call the token API of another.",
    default: [],
  },
  attestations: {
    ...attestations,
    doc:
      "What somebody has done by hand in Agora Console, because no API shows it. " +
      "The report shows it as attested, not as verified.",
    whenAbsent: "none",
  },
  certificate: {
    type: "secret",
    doc:
      "The App Certificate, set with `pulumi config set --secret`. AWS never returns it, " +
      "but Pulumi keeps an encrypted copy in this file and in the state.",
    whenAbsent: "the secret is empty at first, and `fillSecretCommand` fills it",
  },
} as const satisfies Keys;
