// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { isGlobal } from "../../../policies/provider-tables/global-types";
import { providerTypes } from "../../support/pack/provider";

describe("global-types", () => {
  it("are the types of the installed provider that take no region", () => {
    const types = providerTypes(/^(?!types$)/);
    assert.deepEqual(
      types.filter(({ token }) => isGlobal(token)).map(({ token }) => token),
      types
        .filter(({ declaration }) => !/\n {4}region\??: /.test(argumentsIn(declaration)))
        .map(({ token }) => token),
    );
  });

  for (const type of [
    "aws-native:ce:AnomalyMonitor",
    "aws-native:iam:Role",
    "aws-native:route53:HostedZone",
  ]) {
    it(`include ${type}`, () => assert.ok(isGlobal(type)));
  }

  for (const type of ["aws-native:route53resolver:ResolverRule", "acme:iam:Role", "acme"]) {
    it(`do not include ${type}`, () => assert.equal(isGlobal(type), false));
  }
});

/** The declaration of what a resource takes, without what it gives. */
function argumentsIn(declaration: string): string {
  return declaration.slice(declaration.indexOf("Args {"));
}
