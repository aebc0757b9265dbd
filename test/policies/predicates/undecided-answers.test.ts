// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { limitRoleTrust } from "../../../policies/rules/iam/limit-role-trust";
import { forbidPublicResourcePolicy as rule } from "../../../policies/rules/stores/forbid-public-resource-policy";
import { judge } from "../../support/pack/judge";
import { one } from "../../support/pack/program";

const queue = (statement: object) =>
  one("aws:sqs/queuePolicy:QueuePolicy", {
    queueUrl: "jobs",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  });
const trust = (...statements: readonly object[]) =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  });
const open = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };
const assume = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };

async function firstLines(
  judged: Parameters<typeof judge>[0],
  program: Parameters<typeof judge>[1],
) {
  const { reports } = await judge(judged, program, { phase: "deployed" });
  return reports.map(({ level, message }) => `${level} ${message.split(/[:;] /)[0]}`);
}

describe("predicates/undecided-answers", () => {
  it("refused by AWS: a misspelt element, which is judged in its worst reading as well", async () => {
    const misspelt = { ...open, Condition: { StringSames: { "aws:SourceArn": "a" } } };
    assert.deepEqual(await firstLines(rule, queue(misspelt)), [
      "mandatory AWS will refuse this",
      "mandatory QueuePolicy 'it'",
    ]);
  });

  it("refused by AWS: a statement without a principal, and its neighbour is judged all the same", async () => {
    const { Principal: _none, ...without } = assume;
    const reports = await firstLines(limitRoleTrust, trust(without, assume));
    assert.ok(reports.includes("mandatory Role 'it'"), reports.join("\n"));
  });

  it("not decidable: a valid condition of which nobody knows what it says, at the rule's own level", async () => {
    const puzzling = { ...assume, Condition: { ArnLike: { "aws:PrincipalArn": "*" } } };
    assert.deepEqual(await firstLines(limitRoleTrust, trust(puzzling)), [
      "mandatory Cannot be judged",
    ]);
  });

  it("violation: a policy variable that narrows nothing", async () => {
    const variable = {
      ...assume,
      Condition: { StringLike: { "aws:PrincipalTag/team": `\${aws:PrincipalTag/team}` } },
    };
    assert.deepEqual(await firstLines(limitRoleTrust, trust(variable)), ["mandatory Role 'it'"]);
  });
});
