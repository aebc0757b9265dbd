// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseDocument, stringify } from "yaml";
import { Failure } from "./failure";
import { passphraseOf } from "./passphrase";

/** The `runtime` of Pulumi.yaml. */
export interface Runtime {
  /** Such as `nodejs`, `python` or `yaml`. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A Pulumi program with the configuration of one of its stacks. */
export interface Project {
  /** The folder of `Pulumi.yaml`. */
  readonly folder: string;
  readonly name: string;
  readonly stack: string;
  readonly runtime: Runtime;
  /**
   * The text of `Pulumi.<stack>.yaml`, without its encryption where it has no secrets; empty for a
   * program that has no stack files at all.
   */
  readonly stackConfiguration: string;
  /** The pack's configuration for this stack, `policies.<stack>.json` beside the stack's file. @default - none */
  readonly packConfiguration?: string;
}

/** Reads a project, and checks what can be checked before the engine starts. */
export function readProject(
  folder: string,
  stack: string,
  environment: NodeJS.ProcessEnv,
): Project {
  const { name, stacks, runtime } = readProgram(folder);
  const packConfiguration = join(stacks, `policies.${stack}.json`);
  return {
    folder,
    name,
    stack,
    runtime,
    stackConfiguration: readStack(stacks, stack, environment),
    ...(existsSync(packConfiguration) && { packConfiguration: checkJson(packConfiguration) }),
  };
}

/** Reads a stack's file; its secrets stay encrypted. */
export function readStackFile(folder: string, stack: string): Record<string, unknown> {
  const path = stackFile(readProgram(folder).stacks, stack);
  return existsSync(path) ? readYaml(path, "") : {};
}

interface Program {
  readonly name: string;
  readonly stacks: string;
  readonly runtime: Runtime;
}

function readProgram(folder: string): Program {
  const { name, stackConfigDir, runtime } = readYaml(
    join(folder, "Pulumi.yaml"),
    "Name a folder that holds a Pulumi program with --cwd.",
  );
  if (typeof name !== "string") {
    throw new Failure(`${shown(join(folder, "Pulumi.yaml"))}: 'name' is missing.`);
  }
  return {
    name,
    stacks: resolve(folder, typeof stackConfigDir === "string" ? stackConfigDir : "."),
    runtime: runtimeOf(runtime),
  };
}

/** Pulumi accepts a name, or a name with options. */
function runtimeOf(value: unknown): Runtime {
  const { name, options } = Object(value) as { name?: unknown; options?: unknown };
  return {
    name: typeof value === "string" ? value : typeof name === "string" ? name : "",
    options: Object(options) as Runtime["options"],
  };
}

/** The path of the stack's file. It may be absent only if no stack of the program has a file. */
function stackFile(folder: string, stack: string): string {
  const path = join(folder, `Pulumi.${stack}.yaml`);
  const others = stackNames(folder);
  if (!existsSync(path) && others.length > 0) {
    throw new Failure(
      `There is no stack '${stack}' in ${shown(folder)}; there are: ${others.join(", ")}. Name ` +
        "one of them with --stack.",
    );
  }
  return path;
}

function readStack(folder: string, stack: string, environment: NodeJS.ProcessEnv): string {
  const path = stackFile(folder, stack);
  if (!existsSync(path)) {
    return "";
  }
  const configuration = readYaml(path, "");
  if (!holdsSecret(configuration)) {
    // Without secrets, the encryption settings have no effect.
    const { encryptionsalt, secretsprovider, encryptedkey, ...plain } = configuration;
    return stringify(plain);
  }
  if (!("encryptionsalt" in configuration)) {
    throw new Failure(
      `${shown(path)} holds secrets that ` +
        `${String(configuration.secretsprovider ?? "Pulumi Cloud")} encrypted, which cannot be ` +
        "reached offline. Preview this stack with the Pulumi CLI itself, or a copy of it without " +
        "secrets.",
    );
  }
  if (passphraseOf(environment).generated !== undefined) {
    throw new Failure(
      `${shown(path)} holds secrets that a passphrase encrypted. Set PULUMI_CONFIG_PASSPHRASE ` +
        "to the stack's own passphrase.",
    );
  }
  return readFileSync(path, "utf8");
}

/** Whether a value is or contains a secret, which Pulumi writes as `secure: <ciphertext>`. */
function holdsSecret(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    ("secure" in value || Object.values(value).some(holdsSecret))
  );
}

/** The stacks that have a file in a folder. */
function stackNames(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder).flatMap((name) => /^Pulumi\.(.+)\.ya?ml$/.exec(name)?.[1] ?? [])
    : [];
}

function readYaml(path: string, hint: string): Record<string, unknown> {
  if (!existsSync(path)) {
    throw new Failure(`${shown(path)} does not exist. ${hint}`.trim());
  }
  const document = parseDocument(readFileSync(path, "utf8"));
  const problem = document.errors[0];
  if (problem !== undefined) {
    throw new Failure(`${shown(path)} is not valid YAML: ${firstLine(problem.message)}`);
  }
  const content: unknown = document.toJS();
  if (content !== null && (typeof content !== "object" || Array.isArray(content))) {
    throw new Failure(`${shown(path)} must hold a map of keys to values.`);
  }
  return (content ?? {}) as Record<string, unknown>;
}

function checkJson(path: string): string {
  try {
    JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Failure(`${shown(path)} is not valid JSON: ${firstLine((error as Error).message)}.`);
  }
  return path;
}

function firstLine(text: string): string {
  return text.split("\n")[0]?.replace(/[:.]$/, "") ?? "";
}

function shown(path: string): string {
  return relative(process.cwd(), path) || ".";
}
