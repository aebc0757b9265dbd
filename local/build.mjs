// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Compiles what must run as plain JavaScript: the policy pack, the Lambda bundle, the local commands.
 * Runs before every command and test run, so it writes only what changed, atomically.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * What is built: sources in, one folder of JavaScript out. `stamp` names the manifest of source
 * digests that lets whoever runs the result see that it is older than its sources.
 */
const targets = [
  {
    entryPoints: ["policies/index.ts"],
    outdir: "policies/dist",
    external: ["@pulumi/*"],
  },
  {
    entryPoints: { index: "components/token-service/runtime/handler.ts" },
    outdir: "components/token-service/dist",
    external: [],
    minify: true,
  },
  {
    entryPoints: {
      engine: "local/find-engine.ts",
      preview: "local/preview.ts",
      rehearse: "local/rehearse.ts",
      "language-host": "local/engine/language-host.ts",
      plugin: "local/aws/plugin.ts",
      "token-service": "local/token-service.ts",
    },
    outdir: "local/dist",
    packages: "external",
  },
];

for (const target of targets) {
  await compile(target);
}

/** Bundles one target and writes each file whose bytes differ, by rename, so that no reader sees half of it. */
async function compile(target) {
  const { outdir, entryPoints } = target;
  const missing = Object.values(entryPoints).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    console.error(`skipped ${missing}`);
    return;
  }
  const result = await build({
    ...target,
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
  writeIfChanged(
    join(root, outdir, "sources.json"),
    Buffer.from(`${JSON.stringify(digests, null, 2)}\n`),
  );
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
