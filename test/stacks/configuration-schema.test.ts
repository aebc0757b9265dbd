// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { readConfiguration } from "../../stacks/configuration";
import { configurationSchema } from "../../stacks/configuration-schema";
import {
  intruders,
  type Json,
  rightConfigurations,
  withIntruder,
} from "../support/stacks/random-configurations";
import { right } from "../support/stacks/right-configuration";
import { wrong } from "../support/stacks/wrong-configurations";
import { ROOT } from "../support/structure/sources";

const today = new Date("2026-06-01T00:00:00Z");

describe("configurationSchema", () => {
  const ajv = new Ajv({
    strict: false,
    formats: { date: (value: string) => new Date(value).toISOString().startsWith(value) },
  });
  const validate = ajv.compile(configurationSchema());

  /** The problems that an editor shows for a configuration in a stack's file. */
  function editorSays(values: object): string {
    const named = Object.entries(values).map(([name, value]) => [`classroom:${name}`, value]);
    const file = JSON.parse(JSON.stringify({ config: Object.fromEntries(named) }));
    return validate(file) ? "" : ajv.errorsText(validate.errors);
  }

  function programAccepts(values: object): boolean {
    return "value" in readConfiguration(values as Record<string, unknown>, today);
  }

  /** A schema cannot compare two keys, and does not know the date. */
  const beyondSchema = [
    "a data centre twice",
    "China beside another data centre",
    "an alarm topic of another region",
    "an alarm topic of another region beside one that all share",
    "a role of another account than the region's",
    "a transfer to a data centre that is not here",
    "a transfer from a data centre to itself",
    "a transfer twice",
    "a transfer that is over",
    "an attestation of the future",
  ];

  it("refuses what the program refuses, except what compares keys or needs the date", () => {
    const accepted = Object.entries(wrong)
      .filter(([, [change]]) => editorSays({ ...right, ...change }) === "")
      .map(([title]) => title);
    assert.deepEqual(accepted.sort(), [...beyondSchema].sort());
  });

  it("accepts what the program accepts", () => {
    fc.assert(
      fc.property(rightConfigurations, (configuration) => {
        assert.equal(editorSays(configuration), "");
        assert.ok(programAccepts(configuration));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("agrees with the program about configurations with a changed value", () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(rightConfigurations, fc.nat(), intruders, (configuration, index, intruder) => {
        // The program compares a topic's region with another key.
        fc.pre(!JSON.stringify(configuration).includes(":sns:"));
        const changed = withIntruder(configuration, index, intruder) as Record<string, Json>;
        const said = editorSays(changed);
        assert.equal(said === "", programAccepts(changed), said || "the editor accepts it");
        verdicts[said === "" ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 400, seed: 7 },
    );
    assert.ok(verdicts.accepted > 10 && verdicts.refused > 200, JSON.stringify(verdicts));
  });

  it("is named in each of our own stack files, and accepts them", () => {
    const folder = join(ROOT, "stacks");
    const names = readdirSync(folder).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
    assert.ok(names.length >= 3);
    for (const name of names) {
      const text = readFileSync(join(folder, name), "utf8");
      assert.match(text, /^# yaml-language-server: \$schema=configuration\.schema\.json\n/, name);
      assert.ok(validate(parse(text)), `${name}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it("accepts what Pulumi writes into a stack's file, and keys of other packages", () => {
    const [appId, regions] = [right.appId, right.regions];
    const config = { "classroom:appId": appId, "classroom:regions": regions };
    const file = (more: object, beside = {}) => ({ ...beside, config: { ...config, ...more } });
    assert.ok(validate(file({ "random:seed": 1 }, { encryptionsalt: "v1:abc" })));
    assert.ok(validate(file({ "classroom:certificate": { secure: "v1:abc" } })));
    assert.ok(validate(file({ "aws:profile": "classroom" })));
    assert.ok(!validate(file({ "classroom:certificate": "5CFd2fd1755d40ecb72977518be15d3b" })));
    assert.ok(!validate(file({ "aws:region": "eu-central-1" })), "has no effect");
  });
});
