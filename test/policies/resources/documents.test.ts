// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { decide } from "../../../policies/access";
import {
  asDocument,
  documentsIn,
  documentTypes,
  type PolicyKind,
} from "../../../policies/resources/documents";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const document = { Version: "2012-10-17", Statement: [statement] };

/** What the resource `it` of a program carries. */
async function carried(program: Program, kinds: readonly PolicyKind[], phase?: Phase) {
  const { resource } = await stackOf(program, phase);
  return documentsIn(resource("it"), ...kinds);
}

const policy = (content: unknown): Program => ({
  secret: { type: "aws:secretsmanager/secret:Secret" },
  it: { type: "aws:iam/policy:Policy", properties: { policy: content } },
});

describe("documents", () => {
  for (const [spelling, content] of [
    ["a text", JSON.stringify(document)],
    ["an object", document],
  ] as const) {
    it(`reads ${spelling} as the object that it stands for`, async () => {
      assert.deepEqual(await carried(policy(content), ["identity"]), [
        { kind: "identity", content: { state: "known", path: "policy", value: document } },
      ]);
    });
  }

  it("keeps a text that is no JSON, which access cannot decide", async () => {
    const [found] = await carried(policy("{"), ["identity"]);
    assert.ok(found);
    assert.deepEqual(found.content, { state: "known", path: "policy", value: "{" });
    const answer = decide({ grantedBy: [asDocument(found)] });
    assert.ok(answer.answer === "undecided");
    assert.equal(answer.kind, "refused");
    assert.deepEqual(answer.because, ["The policy is not JSON."]);
  });

  for (const [shape, content] of [
    ["a text made from it", `{"Statement":[{"Resource":"${from("secret.arn")}"}]}`],
    ["an object that holds it", { Statement: [{ Resource: from("secret.arn") }] }],
    ["the whole of it", from("secret.document")],
  ] as const) {
    it(`is unknown as a whole until a sibling is known: ${shape}`, async () => {
      assert.deepEqual(await carried(policy(content), ["identity"]), [
        { kind: "identity", content: { state: "unknown", path: "policy" } },
      ]);
      const [deployed] = await carried(policy(content), ["identity"], "deployed");
      assert.equal(deployed?.content.state, "known");
    });
  }

  it("counts the empty text, and what only the plug-in fills in, as absent", async () => {
    const absent = [{ kind: "resource", content: { state: "absent", path: "policy" } }];
    const bucket = { type: "aws:s3/bucket:Bucket" };
    assert.deepEqual(
      await carried({ it: { ...bucket, properties: { policy: "" } } }, ["resource"]),
      absent,
    );
    assert.deepEqual(await carried({ it: bucket }, ["resource"]), absent);
    assert.deepEqual(await carried({ it: bucket }, ["resource"], "deployed"), absent);
  });

  it("tells a role's trust from its permissions", async () => {
    const role: Program = {
      it: {
        type: "aws:iam/role:Role",
        properties: {
          assumeRolePolicy: document,
          inlinePolicies: [{ policy: document }, { policy: JSON.stringify(document) }],
        },
      },
    };
    const paths = async (...kinds: PolicyKind[]) =>
      (await carried(role, kinds)).map(({ kind, content }) => `${kind} ${content.path}`);
    assert.deepEqual(await paths("trust"), ["trust assumeRolePolicy"]);
    assert.deepEqual(await paths("identity"), [
      "identity inlinePolicies[0].policy",
      "identity inlinePolicies[1].policy",
    ]);
    assert.deepEqual(await paths("resource", "key"), []);
  });

  it("reads the statement of an event bus as a document", async () => {
    const program: Program = {
      it: { type: "aws-native:events:EventBusPolicy", properties: { statement } },
    };
    const [found] = await carried(program, ["resource"]);
    assert.deepEqual(found?.content, {
      state: "known",
      path: "statement",
      value: { Version: "2012-10-17", Statement: statement },
    });
  });

  it("asks access about a key's policy as about a resource's", () => {
    const content = { state: "known", path: "policy", value: document } as const;
    assert.deepEqual(asDocument({ kind: "key", content }, { name: "key policy" }), {
      name: "key policy",
      kind: "resource",
      content: document,
    });
    assert.deepEqual(asDocument({ kind: "trust", content }, { resourceArn: "arn" }), {
      name: "policy",
      kind: "trust",
      content: document,
      resourceArn: "arn",
    });
  });

  it("lists the types that have documents of a kind, each once", () => {
    assert.deepEqual(documentTypes("trust"), ["aws:iam/role:Role", "aws-native:iam:Role"]);
    const types = documentTypes("identity", "trust");
    assert.equal(new Set(types).size, types.length);
    assert.deepEqual(
      documentTypes("key").filter((type) => type.startsWith("aws:")),
      [
        "aws:kms/externalKey:ExternalKey",
        "aws:kms/key:Key",
        "aws:kms/keyPolicy:KeyPolicy",
        "aws:kms/replicaExternalKey:ReplicaExternalKey",
        "aws:kms/replicaKey:ReplicaKey",
      ],
    );
  });
});
