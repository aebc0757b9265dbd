// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import type { Finding } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { judgePublicDocument } from "../../predicates/public-documents";
import { documentsIn, documentTypes } from "../../resources/documents";
import type { Resource } from "../../resources/stack";

const mustBeClosed = "no key policy may let everyone in";

export const forbidPublicKeyPolicy: Rule = {
  name: "forbid-public-key-policy",
  description: "No key policy may let everyone use or manage the key.",
  rationale:
    "A key that everybody may use protects nothing: whoever has a copy of the encrypted data " +
    "can read it. A key that everybody may manage can be destroyed, and with it everything " +
    "that it encrypts.",
  severity: "critical",
  controls: [
    fsbp("KMS.5", "KMS keys should not be publicly accessible"),
    nist("AC-3", "Access enforcement"),
    nist("SC-12", "Cryptographic key establishment and management"),
    iso("A.8.24", "Use of cryptography"),
  ],
  enforcementLevel: "mandatory",
  tags: ["kms", "public-access"],
  remediationSteps:
    "Name the accounts and roles in Principal, or narrow the statement by kms:CallerAccount or aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: forTypes(documentTypes("key"), judgeKeyPolicy),
  },
};

/** A key without a policy gets AWS's default policy, which leaves everything to the account. */
function judgeKeyPolicy(key: Resource): readonly Finding[] {
  return documentsIn(key, "key").flatMap((document) =>
    judgePublicDocument(key, document, {
      name: "key policy",
      must: mustBeClosed,
    }),
  );
}
