// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readProjects } from "../../../local/agora-check/agora-project";
import { documentedProject } from "../../support/agora-check/loopback-console";

const url = "https://api.agora.io";
const read = (body: unknown) => readProjects(JSON.stringify(body), url);

describe("readProjects", () => {
  it("reads whether a project is enabled and which certificate it has", () => {
    const [disabled] = read({ projects: [documentedProject({ status: 0 })] });
    assert.equal(disabled?.isEnabled, false);
    for (const none of [null, "", undefined, "none"]) {
      const project = { ...documentedProject(), sign_key: none };
      assert.equal(read({ projects: [project] })[0]?.certificate, undefined, String(none));
    }
  });

  it("accepts an account without projects", () => {
    assert.deepEqual(read({ projects: [] }), []);
  });

  for (const text of ["", "<html>", "null", "[]", "{}", '{"projects": {}}', '"projects"']) {
    it(`refuses ${text || "nothing"} as a list of projects, without repeating it`, () => {
      assert.throws(() => readProjects(text, url), {
        name: "Failure",
        message: `${url} answers with something that is not a list of projects. Check AGORA_API_URL.`,
      });
    });
  }

  for (const [title, project] of [
    ["that is null", null],
    ["without an App ID", { status: 1 }],
    ["with an unknown status", documentedProject({ status: 2 })],
  ] as const) {
    it(`refuses a project ${title}`, () => {
      assert.throws(() => read({ projects: [project] }), {
        name: "Failure",
        message:
          `${url} answers with a project without 'vendor_key' or with a 'status' other than 0 and ` +
          "1, which its documentation does not have. Check AGORA_API_URL.",
      });
    });
  }
});
