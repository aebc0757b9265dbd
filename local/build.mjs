// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Compiles what must run as plain JavaScript: the policy pack, the Lambda bundles, the local commands.
 * Runs before every command and test run, so it does nothing while nothing has changed, and writes only
 * what changed, by rename.
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

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What the last build was made from and made: paths and digests. */
const record = join(root, "local", "dist", "build.json");

/** Changes what is built without being part of it: this file, and the versions of the packages. */
const settings = ["local/build.mjs", "package-lock.json", "tsconfig.json"];

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
      "agora-classroom": "local/commands/main.ts",
      "language-host": "local/engine/language-host.ts",
      plugin: "local/stand-in/plugin.ts",
      "generic-plugin": "local/stand-in/generic-plugin.ts",
    },
    outdir: "local/dist",
    packages: "external",
  },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWhatChanged();
  if (process.argv.includes("--package")) {
    packageComponents();
  }
}

/** Builds everything unless all sources, settings and results are as the last build left them. */
export async function buildWhatChanged() {
  if (isUpToDate()) {
    return;
  }
  // Loading it takes longer than finding out that there is nothing to do.
  const esbuild = await import("esbuild");
  const files = new Set(settings);
  for (const target of targets) {
    for (const file of await compile(target, esbuild)) {
      files.add(file);
    }
  }
  const digests = Object.fromEntries([...files].sort().map((file) => [file, digestOf(file)]));
  writeIfChanged(record, Buffer.from(`${JSON.stringify(digests, null, 2)}\n`));
}

function isUpToDate() {
  return (
    existsSync(record) &&
    Object.entries(JSON.parse(readFileSync(record, "utf8"))).every(
      ([file, digest]) => digestOf(file) === digest,
    )
  );
}

/** The digest of a file's content; undefined when there is none. */
function digestOf(file) {
  const path = join(root, file);
  return existsSync(path)
    ? createHash("sha256").update(readFileSync(path)).digest("hex")
    : undefined;
}

/** Bundles one target, writes each file whose bytes differ, and returns the paths of sources and results. */
async function compile(target, { build }) {
  const { outdir } = target;
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
  const inputs = Object.keys(result.metafile.inputs)
    .filter((input) => !input.includes("node_modules/"))
    .sort();
  const digests = Object.fromEntries(
    inputs.map((input) => [relative(outdir, input), digestOf(input)]),
  );
  // Lets whoever runs the result see that it is older than its sources.
  writeIfChanged(
    join(root, outdir, "sources.json"),
    Buffer.from(`${JSON.stringify(digests, null, 2)}\n`),
  );
  return [...inputs, ...result.outputFiles.map(({ path }) => relative(root, path))];
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
        return {
          contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(table))});`,
        };
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
