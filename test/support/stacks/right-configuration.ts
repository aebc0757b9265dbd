// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

export const role = "arn:aws:iam::111122223333:role/backend";
export const europe = { dataCenter: "EU", backendRoleArns: [role] };
export const right = { appId: "970CA35de60c44645bbae8a215061b33", regions: [europe] };
export const transfer = {
  from: "EU",
  to: "NA",
  purpose: "support",
  approvedBy: "data protection",
  expires: "2026-12-31",
};
export const roleRule = (key: string, got: unknown): string =>
  `'${key}' must be the ARN of an IAM role, arn:aws:iam::<account id>:role/<name>, ` +
  `without wildcards, got ${JSON.stringify(got)}.`;
