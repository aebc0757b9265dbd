// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Compiles what must run as plain JavaScript: the policy pack, the Lambda bundle, the local commands.
 * Runs before every command and test run, so it writes only what changed, atomically.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What is built: sources in, one folder of JavaScript out. */
const targets = [
  {
    entryPoints: ["policies/index.ts"],
    outdir: "policies/dist",
    external: ["@pulumi/*"],
    plugins: [parsedTables()],
  },
  {
    entryPoints: { pack: "policies/index.ts" },
    outdir: "policies/dist/executable",
    plugins: [leanPolicySdk(), parsedTables()],
    notices: true,
  },
  {
    entryPoints: { index: "components/token-service/runtime/handler.ts" },
    outdir: "components/token-service/dist",
    external: [],
    minify: true,
  },
  {
    entryPoints: { index: "components/recording-storage/runtime/handler.ts" },
    outdir: "components/recording-storage/dist",
    external: [],
    minify: true,
  },
  {
    entryPoints: {
      engine: "local/commands/engine.ts",
      preview: "local/commands/preview.ts",
      rehearse: "local/commands/rehearse.ts",
      prove: "local/commands/prove.ts",
      "language-host": "local/engine/language-host.ts",
      plugin: "local/stand-in/plugin.ts",
      "token-service": "local/commands/token-service.ts",
      "agora-check": "local/commands/agora-check.ts",
    },
    outdir: "local/dist",
    packages: "external",
  },
];

for (const target of targets) {
  await compile(target);
}
if (process.argv.includes("--package")) {
  packageComponents();
}

/** Bundles one target and writes each file whose bytes differ, by rename, so that no reader sees half of it. */
async function compile(target) {
  const { outdir, entryPoints } = target;
  for (const [name, entry] of Object.entries(entryPoints))
    if (!existsSync(join(root, entry))) delete entryPoints[name];
  const { notices, ...options } = target;
  const result = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    write: false,
    metafile: true,
    logLevel: "error",
    legalComments: "none",
  });
  for (const file of result.outputFiles) {
    writeIfChanged(file.path, file.contents);
  }
  if (notices) {
    const text = noticesOf(result.metafile.inputs).join(`\n${"-".repeat(80)}\n\n`);
    writeIfChanged(join(root, outdir, "THIRD-PARTY-LICENSES.txt"), Buffer.from(text));
  }
  const digests = Object.fromEntries(
    Object.keys(result.metafile.inputs)
      .filter((input) => !input.includes("node_modules/"))
      .sort()
      .map((input) => [
        relative(outdir, input),
        createHash("sha256")
          .update(readFileSync(join(root, input)))
          .digest("hex"),
      ]),
  );
  // Lets whoever runs the result see that it is older than its sources.
  writeIfChanged(
    join(root, outdir, "sources.json"),
    Buffer.from(`${JSON.stringify(digests, null, 2)}\n`),
  );
}

/** What the policy SDK is given: of the Pulumi SDK what it needs, and a reader that reads once. */
function leanPolicySdk() {
  const policySdk = join(root, "node_modules", "@pulumi", "policy");
  const replaced = {
    "@pulumi/pulumi": "policies/executable/pulumi.ts",
    "@pulumi/pulumi/runtime/rpc": "policies/executable/rpc.ts",
    "./deserialize": "policies/executable/deserialize.ts",
  };
  return {
    name: "lean-policy-sdk",
    setup({ onResolve }) {
      onResolve({ filter: /^(@pulumi\/pulumi(\/runtime\/rpc)?|\.\/deserialize)$/ }, (found) =>
        found.importer.startsWith(policySdk)
          ? { path: join(root, replaced[found.path]) }
          : undefined,
      );
    },
  };
}

/** Tables as text that is parsed: V8 reads it several times faster than the same data as an object literal. */
function parsedTables() {
  return {
    name: "parsed-tables",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]policies[\\/].*\.json$/ }, ({ path }) => {
        const { $schema: _schema, ...table } = JSON.parse(readFileSync(path, "utf8"));
        return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(table))});` };
      });
    },
  };
}

/** The licenses of the packages that are part of a bundle, which ask to be kept with it. */
function noticesOf(inputs) {
  const folders = new Set(
    Object.keys(inputs).flatMap(
      (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [],
    ),
  );
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, folder, "package.json"), "utf8"),
    );
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : readFileSync(join(root, folder, file), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
}

/** Compiles the components, with their types, for `npm pack`: who installs the package has no TypeScript of ours. */
function packageComponents() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.package.json"], {
    cwd: root,
    stdio: "inherit",
  });
  for (const component of ["token-service", "recording-storage"]) {
    const bundle = join("components", component, "dist");
    cpSync(join(root, bundle), join(root, "dist", bundle), { recursive: true });
  }
}

function writeIfChanged(path, contents) {
  if (existsSync(path) && Buffer.compare(readFileSync(path), contents) === 0) {
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}
