// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { rejectFor } from "../../../components/arguments/problems";
import { regionOfProvider } from "../../../components/regions/provider-region";
import { known, providerOf, settled } from "../../support/components/settled";

class Anything extends pulumi.ComponentResource {
  public readonly region: pulumi.Output<string>;

  public constructor(opts: pulumi.ComponentResourceOptions) {
    super("test:index:Anything", "one", {}, opts);
    this.region = regionOfProvider(this, rejectFor(this, "Anything", "one"), "eu-central-1");
  }
}

describe("regionOfProvider", () => {
  for (const way of ["provider", "providers"] as const) {
    it(`returns the region when it is that of opts.${way}`, async () => {
      const { result } = await settled("eu-central-1", () => {
        const provider = providerOf("eu-central-1");
        return new Anything(way === "provider" ? { provider } : { providers: [provider] });
      });
      assert.equal(await known(result.region), "eu-central-1");
    });

    it(`fails when opts.${way} works in another region`, async () => {
      const { result } = await settled("eu-central-1", () => {
        const provider = providerOf("us-east-1");
        return new Anything(way === "provider" ? { provider } : { providers: [provider] });
      });
      await assert.rejects(known(result.region), {
        message:
          "Anything 'one': 'awsRegion' must be the region of the provider, got \"eu-central-1\" " +
          'with a provider for "us-east-1". Pass the provider of eu-central-1 as opts.provider.',
      });
    });
  }

  it("returns the region with the default provider, whose region it cannot see", async () => {
    const { result } = await settled("eu-central-1", () => new Anything({}));
    assert.equal(await known(result.region), "eu-central-1");
  });
});
