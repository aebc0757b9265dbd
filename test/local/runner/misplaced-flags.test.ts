// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Command } from "../../../local/runner/command";
import { refuseMisplacedFlags, unexpectedArgument } from "../../../local/runner/misplaced-flags";

describe("local/runner/misplaced-flags", () => {
  const command: Command = {
    name: "preview",
    description: [],
    options: {
      stack: { value: "NAME", description: "" },
      "strict-providers": { description: "" },
    },
    hasJson: true,
    run: async () => 0,
  };
  const script = {
    npm_package_name: "pulumi-agora-classroom",
    npm_command: "run",
    npm_lifecycle_event: "preview",
  };

  const refused: [string, NodeJS.ProcessEnv, string][] = [
    [
      "a flag of a script",
      { ...script, npm_config_stack: "china" },
      "npm took --stack for itself, so preview would have run without it. Run: npm run preview -- --stack china",
    ],
    [
      "a flag whose value npm left as an argument",
      { ...script, npm_config_stack: "" },
      "npm took --stack for itself, so preview would have run without it. Run: npm run preview -- --stack NAME",
    ],
    [
      "several flags, one of them a switch",
      { ...script, npm_config_strict_providers: "true", npm_config_stack: "a b" },
      "npm took --stack and --strict-providers for itself, so preview would have run without it. " +
        "Run: npm run preview -- --stack 'a b' --strict-providers",
    ],
    [
      "npm's own --json",
      { ...script, npm_config_json: "true" },
      "npm took --json for itself, so preview would have run without it. Run: npm run preview -- --json",
    ],
    [
      "a flag before the name of the package",
      { ...script, npm_command: "exec", npm_config_stack: "china" },
      "npm took --stack for itself, so preview would have run without it. Run: agora-classroom preview --stack china",
    ],
  ];
  for (const [title, environment, message] of refused) {
    it(`refuses ${title} and shows the command`, () => {
      assert.throws(() => refuseMisplacedFlags(command, environment), { name: "Failure", message });
    });
  }

  it("accepts settings of npm that are none of the command's flags", () => {
    refuseMisplacedFlags(command, { ...script, npm_config_cache: "x", npm_config_from: "x" });
  });

  it("shows the command to whoever gives an argument", () => {
    assert.equal(
      unexpectedArgument(command, "china", script),
      'Unexpected argument "china": preview takes options only. Run: npm run preview -- --stack NAME',
    );
    assert.equal(
      unexpectedArgument({ ...command, name: "pack", options: {} }, "china", {}),
      'Unexpected argument "china": pack takes options only. Run: agora-classroom pack',
    );
  });
});
