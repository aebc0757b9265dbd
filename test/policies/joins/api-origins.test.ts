// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ApiOrigin, apiOriginsOf } from "../../../policies/joins/api-origins";
import { stackOf } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

async function originsOf(origins: unknown, others: Program = {}): Promise<readonly ApiOrigin[]> {
  const type = "aws:cloudfront/distribution:Distribution";
  const { stack, resource } = await stackOf({ ...others, cdn: { type, properties: { origins } } });
  return apiOriginsOf(stack, resource("cdn"));
}

const lb = { type: "aws:lb/loadBalancer:LoadBalancer" };
const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };

describe("api-origins", () => {
  for (const domainName of [
    "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
    "a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-central-1.amazonaws.com",
    "d-a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
    "a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn",
    "a1b2c3d4e5.execute-api.us-east-1.api.aws",
    "A1B2C3D4E5.EXECUTE-API.EU-CENTRAL-1.AMAZONAWS.COM",
  ]) {
    it(`knows the API at ${domainName}`, async () => {
      assert.deepEqual(await originsOf([{ domainName: "www.example.com" }, { domainName }]), [
        { path: "origins[1].domainName", found: `is the API ${domainName}` },
      ]);
    });
  }

  it("knows the API whose whole address is given", async () => {
    const domainName = "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/v1";
    assert.deepEqual(await originsOf([{ domainName }]), [
      {
        path: "origins[0].domainName",
        found: "is the API a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
      },
    ]);
  });

  for (const type of [
    "aws:apigateway/domainName:DomainName",
    "aws:apigatewayv2/domainName:DomainName",
  ]) {
    it(`knows the custom domain of a ${type}, by its name and in any case`, async () => {
      const api = { type, properties: { domainName: "api.example.com" } };
      for (const domainName of [from("api.domainName"), "API.example.com"]) {
        assert.deepEqual(await originsOf([{ domainName }], { api }), [
          { path: "origins[0].domainName", found: "is the API domain 'api'" },
        ]);
      }
    });
  }

  it("does not take an origin without an address for a domain without a name", async () => {
    const api = { type: "aws:apigateway/domainName:DomainName" };
    assert.deepEqual(await originsOf([{ originId: "o" }], { api }), []);
  });

  for (const domainName of [
    "files.s3.eu-central-1.amazonaws.com",
    "execute-api.example.com",
    "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com.example.com",
    "",
  ]) {
    it(`knows that '${domainName}' is none`, async () => {
      assert.deepEqual(await originsOf([{ domainName }]), []);
    });
  }

  for (const type of ["aws:apigateway/stage:Stage", "aws:apigatewayv2/api:Api"]) {
    it(`follows an unknown address to a sibling of type ${type}`, async () => {
      assert.deepEqual(await originsOf([{ domainName: from("api.host") }], { lb, api: { type } }), [
        { path: "origins[0].domainName", found: "comes from the API resource 'api'" },
      ]);
    });
  }

  it("follows an unknown address to a sibling that is no API", async () => {
    assert.deepEqual(await originsOf([{ domainName: from("lb.dnsName") }], { lb }), []);
  });

  for (const [signing, origin] of Object.entries({
    "an origin access control": { originAccessControlId: from("elsewhere.control") },
    "an origin access identity": { s3OriginConfig: { originAccessIdentity: "identity/E1" } },
  })) {
    it(`knows that an unknown address signed for with ${signing} is none`, async () => {
      const origins = [{ domainName: from("elsewhere.host"), ...origin }];
      assert.deepEqual(await originsOf(origins, { elsewhere }), []);
    });
  }

  it("leaves an unknown address from outside the program open", async () => {
    const origins = [{ domainName: from("elsewhere.host"), originAccessControlId: "" }];
    assert.deepEqual(await originsOf(origins, { elsewhere }), [{ path: "origins[0].domainName" }]);
  });
});
