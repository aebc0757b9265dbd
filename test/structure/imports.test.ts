// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { basename } from "node:path";
import * as ts from "typescript";
import { circles } from "../support/structure/circles";
import {
  importsOf,
  nodesOf,
  none,
  parsed,
  type Source,
  sourcesBelow,
} from "../support/structure/sources";

/** What the code of several Lambda functions shares. */
const sharedRuntime = "components/lambda/runtime";

/** The folders whose code runs in Lambda, one for each function. */
const functions = ["components/token-service/runtime", "components/recording-storage/runtime"];

describe("structure: imports", () => {
  /** Which top-level folders a folder may import, itself aside. */
  const allowed: Record<string, readonly string[]> = {
    stacks: ["components"],
    components: [],
    policies: [],
    local: ["components", "policies"],
    examples: [],
    bench: ["components", "policies", "local", "test"],
  };

  for (const [folder, others] of Object.entries(allowed)) {
    it(`lets ${folder} import only ${["itself", ...others].join(", ")}`, () => {
      const offenders = sourcesBelow(folder).flatMap((source) =>
        importsOf(source)
          .map((path) => path.split("/")[0] ?? "")
          .filter((top) => top in allowed || top === "test")
          .filter((top) => top !== folder && !others.includes(top))
          .map((top) => `${source.path} imports ${top}`),
      );
      none(offenders, "wrong direction");
    });
  }

  /** Which rooms of the pack a room may import, itself aside. */
  const rooms: Record<string, readonly string[]> = {
    access: [],
    "provider-tables": [],
    framework: [],
    resources: ["framework", "provider-tables", "access"],
    predicates: ["resources", "framework", "provider-tables", "access"],
    joins: ["predicates", "resources", "framework", "provider-tables", "access"],
    rules: ["joins", "predicates", "resources", "framework", "provider-tables", "access"],
    fixes: ["rules", "joins", "predicates", "resources", "framework", "provider-tables", "access"],
  };

  for (const [room, others] of Object.entries(rooms)) {
    it(`lets policies/${room} import only ${["itself", ...others].join(", ")}`, () => {
      const offenders = sourcesBelow(`policies/${room}`).flatMap((source) =>
        importsOf(source)
          .filter((path) => path.startsWith("policies/"))
          .filter((path) => ![room, ...others].includes(path.split("/")[1] ?? ""))
          .map((path) => `${source.path} imports ${path}`),
      );
      none(offenders, "wrong direction");
    });
  }

  it("tells a circle of imports, types and exports included, by its files", () => {
    const source = (path: string, text: string): Source => ({
      path,
      text,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
    });
    const sources = [
      source("a/start.ts", 'import { one } from "./one";'),
      source("a/one.ts", 'export type { Two } from "../b";'),
      source("b/index.ts", 'type Three = import("./three").Three;'),
      source("b/three.ts", 'import type { One } from "../a/one"; import "elsewhere";'),
    ];
    assert.deepEqual(circles(sources), ["a/one.ts -> b/index.ts -> b/three.ts -> a/one.ts"]);
    assert.deepEqual(circles(sources.slice(0, 3)), []);
  });

  it("has no circle of imports, imports of types included", () => {
    none(circles(parsed), "import circle");
  });

  for (const runtime of [...functions, sharedRuntime]) {
    it(`imports no Pulumi, and only code that runs in Lambda, in ${runtime}`, () => {
      const sources = sourcesBelow(runtime);
      assert.ok(sources.length > 0, "there is a runtime");
      const offenders = sources.flatMap((source) =>
        importsOf(source)
          .filter((path) => path.startsWith("@pulumi/") || path.startsWith("components/"))
          .filter((path) => ![runtime, sharedRuntime].some((own) => path.startsWith(`${own}/`)))
          .map((path) => `${source.path} imports ${path}`),
      );
      none(offenders, "the runtime imports only the runtime");
    });

    it(`throws only named errors in ${runtime}`, () => {
      const offenders = sourcesBelow(runtime).filter(({ text }) =>
        text.includes("throw new Error("),
      );
      none(
        offenders.map(({ path }) => path),
        "use a class of its own",
      );
    });
  }

  it(`reads no environment by itself in ${sharedRuntime}`, () => {
    const readers = sourcesBelow(sharedRuntime).filter(({ text }) => text.includes("process.env"));
    none(
      readers.map(({ path }) => path),
      "take the environment as an argument",
    );
  });

  for (const runtime of functions) {
    it(`reads the environment in one file of ${runtime}`, () => {
      const readers = sourcesBelow(runtime).filter(({ text }) => text.includes("process.env"));
      assert.deepEqual(
        readers.map(({ path }) => basename(path)),
        ["settings.ts"],
      );
    });

    it(`keeps the handler of ${runtime} a page long`, () => {
      const handler = parsed.find(({ path }) => path === `${runtime}/handler.ts`);
      assert.ok(handler, "there is a handler");
      assert.ok(handler.text.split("\n").length <= 81);
    });
  }

  it("lets policies use the AWS SDK for its types only", () => {
    const offenders = sourcesBelow("policies").filter((source) =>
      nodesOf(source.tree, ts.isImportDeclaration).some(
        (node) =>
          node.moduleSpecifier.getText().includes("@pulumi/aws") && !node.importClause?.isTypeOnly,
      ),
    );
    none(
      offenders.map(({ path }) => path),
      "import type",
    );
  });

  it("reads Pulumi's configuration in one file", () => {
    const readers = [...sourcesBelow("stacks"), ...sourcesBelow("components")].filter(({ text }) =>
      text.includes("pulumi.Config("),
    );
    assert.deepEqual(
      readers.map(({ path }) => path),
      ["stacks/read-config.ts"],
    );
  });

  it("never asks for the name of the stack", () => {
    const offenders = parsed
      .filter(({ path }) => /^(stacks|components|policies)\//.test(path))
      .filter(({ text }) => /\bgetStack\(|PULUMI_STACK|runtime\.getStack/.test(text));
    none(
      offenders.map(({ path }) => path),
      "configuration decides, not a name",
    );
  });
});
