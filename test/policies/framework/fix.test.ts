// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { configurationOfFix } from "../../../policies/framework/configuration";
import { type Change, type Fix, fixPolicyOf } from "../../../policies/framework/fix";
import type { Resource } from "../../../policies/resources/stack";
import { fixed } from "../../support/pack/fixed";
import { from, type Program, secret, UNKNOWN } from "../../support/pack/program";

const type = "acme:index:Box";

function fixBy(changes: (resource: Resource) => readonly Change[]): Fix {
  return {
    name: "fix-something",
    description: "Something must be.",
    rationale: "It must.",
    severity: "low",
    controls: [],
    enforcementLevel: "disabled",
    tags: [],
    remediationSteps: "Do it.",
    url: "https://example.com",
    configSchema: configurationOfFix({ key: { type: "string", description: "A key." } }),
    remedy: { [type]: changes },
  };
}

/** Changes a box once: what is changed already is not changed again. */
const lid = fixBy(({ props }) =>
  "lid" in props && props.lid === "closed" ? [] : [{ path: "lid", value: "closed" }],
);
const box = (properties: Readonly<Record<string, unknown>>): Program => ({
  elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
  box: { type, properties },
});

describe("fix", () => {
  it("carries the fix's metadata, and the first of its controls", () => {
    const control = { version: "1", reference: "A.1", specification: "Be closed" };
    const governed: Fix = {
      ...lid,
      tags: ["lids"],
      controls: [{ framework: "First", ...control }],
    };
    const { remediateResource, ...metadata } = fixPolicyOf({ ...governed, needs: ["key"] });
    assert.equal(typeof remediateResource, "function");
    assert.deepEqual(metadata, {
      name: "fix-something",
      description: "Something must be.",
      severity: "low",
      enforcementLevel: "disabled",
      tags: ["lids"],
      remediationSteps: "Do it.",
      url: "https://example.com",
      configSchema: lid.configSchema,
      framework: { name: "First", ...control },
    });
    assert.equal("framework" in fixPolicyOf(lid), false);
  });

  it("says which type it does not change", () => {
    const { remediateResource } = fixPolicyOf(lid) as unknown as {
      remediateResource: (args: object) => unknown;
    };
    const notApplicable = (reason: string) => assert.fail(reason);
    assert.throws(() => remediateResource({ type: "acme:index:Bag", notApplicable }), {
      message: "It does not change acme:index:Bag.",
    });
  });

  it("changes what it has a remedy for, and nothing else", async () => {
    const program = { ...box({ lid: "open" }), other: { type: "acme:index:Bag" } };
    assert.deepEqual(await fixed(lid, program), { box: { lid: "closed" } });
  });

  it("sets what is missing, and what lies in blocks and lists", async () => {
    const nested = fixBy(({ props }) =>
      JSON.stringify(props).includes("shut") ? [] : [{ path: "lids[1].state", value: "shut" }],
    );
    assert.deepEqual(await fixed(lid, box({ size: 2 })), { box: { size: 2, lid: "closed" } });
    assert.deepEqual(await fixed(nested, box({ lids: [{ state: "open" }, { hinge: "left" }] })), {
      box: { lids: [{ state: "open" }, { hinge: "left", state: "shut" }] },
    });
  });

  it("keeps what is secret secret, and what is unknown unknown", async () => {
    const properties = {
      lid: secret("open"),
      label: secret("s3cr3t"),
      size: from("elsewhere.size"),
    };
    assert.deepEqual(await fixed(lid, box(properties)), {
      box: { lid: secret("closed"), label: secret("s3cr3t"), size: UNKNOWN },
    });
  });

  it("changes nothing when it throws, or reads what is not known", async () => {
    const broken = fixBy(() => {
      throw new TypeError("s3cr3t");
    });
    const careless = fixBy(({ props }) => [{ path: "lid", value: String(props.size) }]);
    assert.deepEqual(await fixed(broken, box({ lid: "open" })), {});
    assert.deepEqual(await fixed(careless, box({ size: from("elsewhere.size") })), {});
  });

  it("leaves exempted resources alone until the exemption ends", async () => {
    const exempted = (expires: string) => ({
      exemptions: [{ urn: "*::box", reason: "it has no lid", expires }],
    });
    const program = box({ lid: "open" });
    assert.deepEqual(await fixed(lid, program, exempted("2026-06-15")), {});
    assert.deepEqual(await fixed(lid, program, exempted("2026-06-14")), { box: { lid: "closed" } });
  });

  it("changes nothing before it is configured, or when it is configured wrongly", async () => {
    const needing: Fix = { ...lid, needs: ["key"] };
    const program = box({ lid: "open" });
    assert.deepEqual(await fixed(needing, program), {});
    for (const fix of [needing, lid]) {
      assert.deepEqual(await fixed(fix, program, { key: 1 }), {});
    }
    assert.deepEqual(await fixed(needing, program, { key: "k" }), { box: { lid: "closed" } });
  });
});
