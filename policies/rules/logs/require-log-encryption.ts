// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Every key here is customer-managed: CloudWatch Logs uses a key only if the policy of the key allows it,
 * and nobody can write that into the policy of a key that AWS manages. So a key that is not known yet
 * complies. Cannot see: whether the policy of the key allows it.
 */

import { configuration } from "../../framework/configuration";
import { gdpr, iso, nist } from "../../framework/controls";
import type { Finding } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { judgeCustomerKey } from "../../predicates/customer-key";
import { read } from "../../resources/reading";
import { asWritten, type Resource } from "../../resources/stack";

const wording = {
  must: "logs must be encrypted with a customer-managed key",
  missing: "is missing, which leaves the logs to AWS's own keys",
};

export const requireLogEncryption: Rule = {
  name: "require-log-encryption",
  description: "Log groups must be encrypted with a customer-managed key.",
  rationale:
    "With a customer-managed key, reading logs takes a permission on the key as well, and " +
    "every use of the key is on record. Nobody can read the logs any more once the key is " +
    "disabled.",
  severity: "medium",
  controls: [
    nist("SC-28(1)", "Protection of information at rest: cryptographic protection"),
    nist("AU-9(3)", "Protection of audit information: cryptographic protection"),
    iso("A.8.24", "Use of cryptography"),
    gdpr("Article 32(1)(a)", "Encryption of personal data"),
  ],
  enforcementLevel: "advisory",
  tags: ["cloudwatch", "logs", "kms", "encryption", "tokens"],
  remediationSteps:
    "Set kmsKeyId to the ARN of a key whose policy lets CloudWatch Logs of the region use it.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: { "aws:cloudwatch/logGroup:LogGroup": judge, "aws-native:logs:LogGroup": judge },
  },
};

function judge(group: Resource): readonly Finding[] {
  const key = read(group.props, "kmsKeyId");
  return key.state === "unknown" ? [] : judgeCustomerKey(asWritten(group), key, wording);
}
