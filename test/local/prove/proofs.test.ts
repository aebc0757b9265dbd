// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { isProved, proofsOf } from "../../../local/prove/proofs";
import type { StateResource } from "../../../local/prove/state";
import {
  type Documents,
  handMadeState,
  intent,
  statement,
} from "../../support/access/hand-made-state";
import { failing, outcomes } from "../../support/access/outcomes";

function without(...types: readonly string[]) {
  return (resources: readonly StateResource[]) =>
    resources.filter(({ type }) => !types.some((each) => type.endsWith(`:${each}`)));
}

describe("local/prove/proofs", () => {
  it("proves every claim about each data centre of a stack that is as it should be", () => {
    const proofs = proofsOf(intent, handMadeState());
    assert.deepEqual(outcomes(proofs, "EU"), {
      "only the backend roles invoke the token API": "proved",
      "the token API is called only through its endpoint": "proved",
      "only the declared methods of the token API are open": "proved",
      "only the function and the named administrators read the secret": "proved",
      "no key is open to another account": "proved",
      "every key can be managed by its account": "proved",
      "every bucket refuses plain HTTP": "proved",
      "every bucket refuses strangers": "proved",
      "recordings are refused under another key": "proved",
      "recordings without encryption headers are accepted": "proved",
      "the writer can only write recordings": "proved",
      "the reader can only read recordings": "proved",
      "nothing is open to AP": "proved",
    });
    assert.equal(Object.keys(outcomes(proofs, "AP")).length, 13);
    assert.ok(isProved(proofs));
  });

  it("leaves open, by name, what it does not understand", () => {
    const proofs = proofsOf(
      intent,
      handMadeState({
        change: (documents) => {
          statement(documents, "secret", "NoOtherReader").Condition = {
            ArnNotEquals: { "aws:PrincipalArn": "*" },
          };
        },
      }),
    );
    assert.deepEqual(failing(proofs), [
      "EU only the function and the named administrators read the secret: undecided: Not understood: " +
        "ArnNotEquals of aws:PrincipalArn with a value that is no whole ARN.",
    ]);
    assert.ok(!isProved(proofs));
  });

  it("leaves open a document that AWS would refuse, and says why", () => {
    const change = (documents: Documents) => {
      statement(documents, "key", "Account").Efect = "Allow";
    };
    const sentence =
      'The policy of the key eu has a statement "Account" with an element "Efect", which IAM does not know.';
    assert.deepEqual(failing(proofsOf(intent, handMadeState({ change }))), [
      `EU no key is open to another account: undecided: ${sentence}`,
      `EU every key can be managed by its account: undecided: ${sentence}`,
      `EU nothing is open to AP: undecided: ${sentence}`,
    ]);
  });

  it("takes a resource without a policy for one that nobody protected", () => {
    const alter = without("BucketPolicy", "SecretPolicy");
    const disproved = proofsOf(intent, handMadeState({ alter }))
      .filter(({ outcome, place }) => outcome === "disproved" && place === "EU")
      .map(({ says }) => says);
    assert.deepEqual(disproved, [
      "only the function and the named administrators read the secret",
      "every bucket refuses plain HTTP",
      "recordings are refused under another key",
    ]);
  });

  it("takes a key without a policy for one with the policy that AWS gives it", () => {
    const alter = (resources: readonly StateResource[]) =>
      resources.map((resource) =>
        resource.type === "aws:kms/key:Key"
          ? { ...resource, outputs: { ...resource.outputs, policy: undefined } }
          : resource,
      );
    const { EU } = { EU: outcomes(proofsOf(intent, handMadeState({ alter })), "EU") };
    assert.equal(EU["every key can be managed by its account"], "proved");
    assert.equal(EU["no key is open to another account"], "proved");
  });

  it("leaves the writer open while a policy of it is elsewhere and nothing bounds it", () => {
    const attachment: StateResource = {
      urn: "urn:pulumi:live::shop::aws:iam/userPolicyAttachment:UserPolicyAttachment::more",
      type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
      provider: "urn:pulumi:live::shop::pulumi:providers:aws::eu::1",
      inputs: { user: "writer-eu", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    };
    const unbounded = (resource: StateResource) =>
      resource.type === "aws:iam/user:User"
        ? { ...resource, outputs: { ...resource.outputs, permissionsBoundary: undefined } }
        : resource;
    const of = (alter: (resources: StateResource[]) => StateResource[]) =>
      outcomes(proofsOf(intent, handMadeState({ alter })), "EU")[
        "the writer can only write recordings"
      ];
    assert.equal(
      of((resources) => [...resources, attachment]),
      "proved",
      "the boundary bounds it",
    );
    assert.equal(
      of((resources) => [...resources.map(unbounded), attachment]),
      "undecided: The state does not hold the policy arn:aws:iam::aws:policy/ReadOnlyAccess.",
    );
  });

  it("leaves neighbours open while a role has a policy that nobody can read here", () => {
    const attached = (policy: string): StateResource => ({
      urn: "urn:pulumi:live::shop::aws:iam/rolePolicyAttachment:RolePolicyAttachment::more",
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      provider: "urn:pulumi:live::shop::pulumi:providers:aws::ap::1",
      inputs: { role: "signer-ap", policyArn: `arn:aws:iam::aws:policy/${policy}` },
    });
    const of = (policy: string) => {
      const alter = (resources: StateResource[]) => [...resources, attached(policy)];
      return outcomes(proofsOf(intent, handMadeState({ alter })), "EU")["nothing is open to AP"];
    };
    assert.equal(of("service-role/AWSLambdaENIManagementAccess"), "proved");
    assert.equal(
      of("AdministratorAccess"),
      "undecided: The state does not hold the policy arn:aws:iam::aws:policy/AdministratorAccess.",
    );
  });

  it("says what is not applicable where a part is not deployed", () => {
    const alter = without("User", "TokenService", "Policy");
    assert.deepEqual(
      Object.entries(outcomes(proofsOf(intent, handMadeState({ alter })), "EU")).filter(
        ([, outcome]) => outcome !== "proved",
      ),
      [
        [
          "only the backend roles invoke the token API",
          "not applicable: the data centre has no TokenService",
        ],
        [
          "the token API is called only through its endpoint",
          "not applicable: the data centre has no TokenService",
        ],
        [
          "only the declared methods of the token API are open",
          "not applicable: the data centre has no TokenService",
        ],
        [
          "only the function and the named administrators read the secret",
          "not applicable: the data centre has no TokenService",
        ],
        [
          "the writer can only write recordings",
          "not applicable: no user of the data centre writes recordings",
        ],
        [
          "the reader can only read recordings",
          "not applicable: no managed policy of the data centre reads recordings",
        ],
      ],
    );
  });
});
