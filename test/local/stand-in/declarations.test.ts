// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { alternativesOf, membersOf, unwrap } from "../../../local/stand-in/declarations";

const TEXT = `
export declare class Pail extends pulumi.CustomResource {
    static get(name: string, id: pulumi.Input<pulumi.ID>, state?: PailState): Pail;
    /**
     * A comment; with { brackets and: a colon.
     */
    readonly arn: pulumi.Output<string>;
    /**
     * @deprecated Use something else.
     */
    readonly region: pulumi.Output<string | undefined>;
    readonly tags: pulumi.Output<{
        [key: string]: string;
    } | undefined>;
    constructor(name: string, args: PailArgs, opts?: pulumi.CustomResourceOptions);
}
export interface PailArgs {
    handles: pulumi.Input<pulumi.Input<inputs.s3.PailHandle>[]>;
    policy?: pulumi.Input<string | inputs.s3.PolicyDocument | undefined>;
}
export declare namespace s3 {
    interface PailHandle {
        length?: number;
    }
    interface PailHandleArgs {
        length: number;
    }
}
`;

describe("local/stand-in/declarations", () => {
  it("reads the outputs of a class, and none of its methods", () => {
    assert.deepEqual(Object.fromEntries(membersOf(TEXT, "Pail") ?? []), {
      arn: { optional: false, deprecated: false, type: "string" },
      region: { optional: true, deprecated: true, type: "string" },
      tags: {
        optional: true,
        deprecated: false,
        type: "{\n        [key: string]: string;\n    }",
      },
    });
  });

  it("reads the inputs of an interface without the wrappers of their types", () => {
    assert.deepEqual(Object.fromEntries(membersOf(TEXT, "PailArgs") ?? []), {
      handles: {
        optional: false,
        deprecated: false,
        type: "pulumi.Input<inputs.s3.PailHandle>[]",
      },
      policy: { optional: true, deprecated: false, type: "string | inputs.s3.PolicyDocument" },
    });
  });

  it("tells an interface in a namespace from one whose name is longer", () => {
    const from = TEXT.indexOf("namespace s3");
    assert.equal(membersOf(TEXT, "PailHandle", from)?.get("length")?.optional, true);
    assert.equal(membersOf(TEXT, "PailHandleArgs", from)?.get("length")?.optional, false);
  });

  it("finds nothing where nothing is declared", () => {
    assert.equal(membersOf(TEXT, "Bucket"), undefined);
  });

  it("splits a union outside brackets only", () => {
    assert.deepEqual(alternativesOf("string | pulumi.Input<A | B>[] | undefined"), [
      "string",
      "pulumi.Input<A | B>[]",
      "undefined",
    ]);
  });

  it("takes wrappers off a type, and not off the ends of a union", () => {
    assert.equal(unwrap("pulumi.Input<pulumi.Input<string>>"), "string");
    assert.equal(unwrap("pulumi.Input<A> | pulumi.Input<B>"), "pulumi.Input<A> | pulumi.Input<B>");
  });
});
