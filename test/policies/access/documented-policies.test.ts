// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { decide } from "../../../policies/access";
import { documentedFiles, documentedPolicies } from "../../support/access/documented-policies";

const files = documentedFiles().map((file) => ({ file, policies: documentedPolicies(file) }));
const policies = files.flatMap((each) => each.policies);
const questions = policies.flatMap((policy) => policy.questions);
const atMostUndecided = 0.02;

describe("documented policies", () => {
  it("are at least 150, with at least 400 questions", () => {
    assert.ok(policies.length >= 150, `${policies.length} policies`);
    assert.ok(questions.length >= 400, `${questions.length} questions`);
  });

  it("are named once, and each names its page", () => {
    assert.deepEqual(twice(policies.map(({ name }) => name)), []);
    assert.deepEqual(twice(questions.map(({ title }) => title)), []);
    for (const { name, page, url, questions: asked } of policies) {
      assert.match(
        url,
        /^https:\/\/docs\.(aws\.amazon\.com|amazonaws\.cn)\/\S+\.html(#\S+)?$/,
        name,
      );
      assert.notEqual(page, "", name);
      assert.notEqual(asked.length, 0, name);
    }
  });

  it("are asked about requests that there can be", () => {
    const impossible = questions
      .filter(({ ofOpenDocuments }) => decide(ofOpenDocuments).answer === "none")
      .map(({ title }) => title);
    assert.deepEqual(impossible, []);
  });

  for (const { file, policies: ofFile } of files) {
    it(`are never answered otherwise than their pages say: ${file}`, () => {
      const wrong = ofFile.flatMap(({ questions: asked }) =>
        asked.flatMap(({ title, question, expected, because }) => {
          const { answer } = decide(question);
          return answer === expected || answer === "undecided"
            ? []
            : [`${title}: ${answer}, not ${expected}: ${because}`];
        }),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it("are decided, but for 2 %", () => {
    const undecided = questions.flatMap(({ title, question }) => {
      const answer = decide(question);
      return answer.answer === "undecided" ? [`${title}: ${answer.because.join(" ")}`] : [];
    });
    const share = undecided.length / questions.length;
    assert.ok(
      share <= atMostUndecided,
      `${undecided.length} of ${questions.length} are undecided:\n${undecided.join("\n")}`,
    );
  });
});

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
