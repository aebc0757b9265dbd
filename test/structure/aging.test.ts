// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { rules } from "../../policies/rules";

import { notCopies, publicSwitches } from "../support/pack/classified-regions";
import { type ProviderProperty, providerProperties } from "../support/pack/provider-properties";
import { listedProperties, spelledProperties, spellings } from "../support/pack/table-properties";
import { none } from "../support/structure/sources";

const PUBLIC = /^acl$|^accessControl|[pP]ublic(ly)?([A-Z]|$)|^scheme$|^internal$|^isPublic/;

/** Modules that versions of the provider before this one have, and their programs still use. */
const FORMER = /^aws:(applicationloadbalancing|elasticloadbalancing(v2)?)\//;

/** A map, whose keys are declared nowhere. */
const BELOW_MAP = /(?<= loggingConfiguration\.logDestinationConfigs\.logDestination)\.bucketName$/;

const where = ({ type, path }: ProviderProperty) => `${type} ${path}`;
describe("structure: aging with the installed AWS provider", function () {
  this.timeout(120_000);
  let properties: readonly ProviderProperty[] = [];
  let known = new Set<string>();

  before(() => {
    properties = providerProperties();
    known = new Set(properties.map(where));
  });

  it("classifies every property that names a region: in a table, or with the reason why it copies nothing", () => {
    const judged = new Set(spelledProperties().map(({ type, path }) => `${type} ${path}`));
    none(
      properties
        .filter(({ name, path }) => /region/i.test(name) && path !== "region")
        .map(where)
        .filter((one) => !judged.has(one) && !notCopies.some(([pattern]) => pattern.test(one))),
      "not classified: list it in policies/provider-tables/data/region-properties.json or in " +
        "test/support/pack/classified-regions.ts",
    );
  });

  it("classifies every public-access switch: by the rule that judges it, or with the reason why none does", () => {
    none(
      properties
        .filter(({ name }) => PUBLIC.test(name))
        .map(where)
        .filter((one) => !publicSwitches.some(([pattern]) => pattern.test(one))),
      "a public-access switch that no rule has classified: see test/support/pack/classified-regions.ts",
    );
  });

  it("names rules that judge the types of their switches", () => {
    const judges = new Map(
      rules.map(({ name, validator }) => [
        name,
        Object.keys({ ...validator.resource, ...validator.stack }),
      ]),
    );
    const switches = properties.filter(({ name }) => PUBLIC.test(name));
    const offenders = publicSwitches.flatMap(([pattern, judgedBy]) => {
      const judged = judges.get(judgedBy);
      const types = switches.filter((one) => pattern.test(where(one))).map(({ type }) => type);
      return [...new Set(judged === undefined ? [] : types)]
        .filter((type) => !judged?.includes(type))
        .map((type) => `${judgedBy}: ${type}`);
    });
    none(offenders, "not judged by the rule");
    none(
      publicSwitches
        .map(([, judgedBy]) => judgedBy)
        .filter((judgedBy) => !judges.has(judgedBy) && !/^not (public|judged): /.test(judgedBy)),
      "no such rule",
    );
  });

  it("has no classification that classifies nothing", () => {
    const all = properties.map(where);
    none(
      [...notCopies, ...publicSwitches]
        .filter(([pattern]) => !all.some((one) => pattern.test(one)))
        .map(([pattern]) => String(pattern)),
      "unused",
    );
  });

  it("lists no property of a region or a bucket that the provider does not have", () => {
    const all = listedProperties();
    const offenders = all
      .filter(({ type }) => type.startsWith("aws:") && !FORMER.test(type))
      .filter(
        ({ type, path }) =>
          !spellings(path).some((one) => known.has(`${type} ${one}`.replace(BELOW_MAP, ""))),
      )
      .map(({ type, path }) => `${type} ${path.join(".")}`);
    none(offenders, "no such property");
    assert.ok(all.length > 100);
  });
});
