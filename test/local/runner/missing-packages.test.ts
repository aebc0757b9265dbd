// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuseMissingPackages } from "../../../local/runner/missing-packages";
import { temporaryFolder, writeProgram } from "../../support/files/temporary";

describe("local/runner/missing-packages", () => {
  const root = temporaryFolder();
  let count = 0;

  function program(...files: string[]): string {
    count += 1;
    const folder = join(root, `program${count}`);
    mkdirSync(folder);
    for (const file of files) {
      writeFileSync(
        join(folder, file),
        file === "package.json" ? '{"dependencies":{"a":"1"}}' : "",
      );
    }
    return folder;
  }

  const node: [string[], string][] = [
    [["package-lock.json"], "npm ci"],
    [["pnpm-lock.yaml"], "pnpm install --frozen-lockfile"],
    [["yarn.lock"], "yarn install"],
    [["bun.lock"], "bun install --frozen-lockfile"],
    [[], "npm install"],
  ];
  for (const [locks, command] of node) {
    it(`tells a Node.js program with ${locks[0] ?? "no lock file"} to run ${command}`, () => {
      const folder = program("package.json", ...locks);
      assert.throws(() => refuseMissingPackages(folder, { name: "nodejs", options: {} }, {}), {
        name: "Failure",
        message: `The program lacks its packages: @pulumi/pulumi, a. Run: cd ${folder} && ${command}`,
      });
    });
  }

  it("names the folder of the lock file, also where a workspace has it", () => {
    const folder = join(program("package-lock.json"), "inner");
    mkdirSync(folder);
    assert.throws(() => refuseMissingPackages(folder, { name: "nodejs", options: {} }, {}), {
      name: "Failure",
      message: `The program lacks its packages: @pulumi/pulumi. Run: cd ${join(folder, "..")} && npm ci`,
    });
  });

  it("accepts a Node.js program whose packages lie beside it or above, or in Yarn's own store", () => {
    const folder = program("package.json");
    for (const name of ["@pulumi/pulumi", "a"]) {
      mkdirSync(join(folder, "node_modules", name), { recursive: true });
      writeFileSync(join(folder, "node_modules", name, "package.json"), "{}");
    }
    mkdirSync(join(folder, "inner"));
    refuseMissingPackages(folder, { name: "nodejs", options: {} }, {});
    refuseMissingPackages(join(folder, "inner"), { name: "nodejs", options: {} }, {});
    refuseMissingPackages(program("package.json", ".pnp.cjs"), { name: "nodejs", options: {} }, {});
  });

  const python: [string[], string][] = [
    [["uv.lock", "pyproject.toml"], "uv sync"],
    [["poetry.lock", "pyproject.toml"], "poetry install"],
    [["Pipfile.lock"], "pipenv sync"],
    [["requirements.txt"], "venv/bin/python -m pip install -r requirements.txt"],
    [["pyproject.toml"], "venv/bin/python -m pip install ."],
    [[], "venv/bin/python -m pip install pulumi"],
  ];
  for (const [files, command] of python) {
    it(`tells a Python program with ${files[0] ?? "no list of packages"} to run ${command}`, () => {
      const folder = program(...files);
      const runtime = { name: "python", options: { virtualenv: "venv" } };
      assert.throws(() => refuseMissingPackages(folder, runtime, {}), {
        name: "Failure",
        message:
          `The program lacks its packages: pulumi. Run: cd ${folder} && ` +
          command.replace("venv/", `${join(folder, "venv")}/`),
      });
    });
  }

  it("accepts a Python program whose interpreter has pulumi, and programs of other languages", () => {
    const folder = program();
    mkdirSync(join(folder, "venv", "bin"), { recursive: true });
    writeProgram(join(folder, "venv", "bin"), "python", "exit 0");
    refuseMissingPackages(folder, { name: "python", options: { virtualenv: "venv" } }, {});
    refuseMissingPackages(folder, { name: "go", options: {} }, {});
  });
});
