// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { AgoraProject } from "../../../local/agora-check/agora-project";
import { projectChecks, secretChecks } from "../../../local/agora-check/checks";

const appId = "970CA35de60c44645bbae8a215061b33";
const certificate = "5CFd2fd1755d40ecb72977518be15d3b";
const another = "0123456789abcdef0123456789abcdef";
const arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:eu-AbCdEf";
const project: AgoraProject = { name: "classroom", appId, isEnabled: true, certificate };

describe("projectChecks", () => {
  it("finds a project that is as it should be, in either case of its App ID", () => {
    const other = { ...project, appId: "0".repeat(32), isEnabled: false };
    assert.deepEqual(projectChecks(appId.toLowerCase(), [other, project]), [
      { outcome: "holds", sentence: 'The project "classroom" has this App ID, and is enabled.' },
      { outcome: "holds", sentence: "The primary App Certificate is enabled." },
    ]);
  });

  it("fails for an App ID that no project of the account has", () => {
    assert.deepEqual(projectChecks(appId, [{ ...project, appId: another }]), [
      {
        outcome: "fails",
        sentence:
          `No project of this Agora account has the App ID ${appId}. Correct 'classroom:appId', or ` +
          "take the customer keys of the account that owns it.",
      },
    ]);
  });

  it("fails for a project that is disabled or has no certificate", () => {
    const checks = projectChecks(appId, [{ ...project, isEnabled: false, certificate: undefined }]);
    assert.deepEqual(checks, [
      {
        outcome: "fails",
        sentence:
          'The project "classroom" is disabled: nobody can join. Enable it in Agora Console.',
      },
      {
        outcome: "fails",
        sentence:
          "The project has no primary App Certificate: no token is asked for. Enable it in Agora Console.",
      },
    ]);
  });
});

describe("secretChecks", () => {
  const compare = (signing: string, other?: string) =>
    secretChecks(appId, [project], [{ arn, certificates: { signing, other } }]);

  it("holds for a secret that signs with the project's certificate", () => {
    for (const other of [undefined, another]) {
      assert.deepEqual(compare(certificate, other), [
        {
          outcome: "holds",
          sentence: `${arn} signs with the project's primary App Certificate.`,
        },
      ]);
    }
  });

  it("fails for a secret without it, one in another case too, since its text is the key", () => {
    for (const signing of [another, certificate.toLowerCase()]) {
      assert.deepEqual(compare(signing), [
        {
          outcome: "fails",
          sentence:
            `${arn} does not hold the project's primary App Certificate: Agora refuses its tokens, ` +
            "unless they are signed with the secondary one. Fill the secret anew.",
        },
      ]);
    }
  });

  it("cannot tell while a secret signs with the other certificate of a rotation", () => {
    assert.deepEqual(compare(another, certificate), [
      {
        outcome: "unknown",
        sentence:
          `${arn} holds the project's primary App Certificate, and signs with another, which is ` +
          "right during a rotation only. No API tells Agora's secondary certificate.",
      },
    ]);
  });

  it("cannot tell without a secret, or with one that cannot be read", () => {
    assert.deepEqual(secretChecks(appId, [project], []), [
      { outcome: "unknown", sentence: "No secret was compared. Name one with --secret." },
    ]);
    assert.deepEqual(secretChecks(appId, [project], [{ arn, unread: "Because." }]), [
      { outcome: "unknown", sentence: `${arn} was not compared. Because.` },
    ]);
  });

  it("compares nothing where the project has no certificate", () => {
    assert.deepEqual(secretChecks(appId, [{ ...project, certificate: undefined }], []), []);
  });

  it("never repeats a certificate", () => {
    const sentences = [compare(certificate), compare(another), compare(another, certificate)]
      .flat()
      .map(({ sentence }) => sentence)
      .join();
    assert.ok(!sentences.includes(certificate) && !sentences.includes(another));
  });
});
