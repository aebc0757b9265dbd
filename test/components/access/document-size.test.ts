// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { documentSizeProblem } from "../../../components/access/document-size";
import { routesOf } from "../../../components/token-service/contract/routes";
import { apiPolicy } from "../../../components/token-service/documents/api-policy";

/** The API's policy for so many backend roles with names of usual length. */
function policyFor(roles: number): string {
  return apiPolicy({
    executionArn: "arn:aws:execute-api:ap-southeast-1:111122223333:a1b2c3d4e5",
    stageName: "live",
    routes: routesOf("issued"),
    callerRoleArns: Array.from(
      { length: roles },
      (_, index) => `arn:aws:iam::111122223333:role/classroom-backend-${index}`,
    ),
    temporaryCallers: [],
    vpcEndpointId: "vpce-0123456789abcdef0",
  });
}

describe("documentSizeProblem", () => {
  it("lets forty backend roles call the API", () => {
    assert.equal(
      documentSizeProblem("API resource policy", policyFor(40), "backendRoleArns"),
      undefined,
    );
  });

  it("refuses more backend roles than AWS's document can name", () => {
    const document = policyFor(80);
    assert.equal(
      documentSizeProblem("API resource policy", document, "backendRoleArns"),
      "'backendRoleArns' must be few and short enough for AWS's API resource policy of " +
        `8192 characters, got a document of ${document.length}. Let several of them share ` +
        "one role.",
    );
  });

  it("counts up to the last character", () => {
    assert.equal(documentSizeProblem("managed policy", "x".repeat(6144), "property"), undefined);
    assert.match(
      documentSizeProblem("managed policy", "x".repeat(6145), "property") ?? "",
      /got a document of 6145/,
    );
  });
});
