// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";
import { type Configuration, readConfiguration } from "./configuration";

/** What the program is configured with. */
export interface StackConfig extends Configuration {
  /** The App Certificate, when it is given here instead of to AWS. */
  readonly certificate: pulumi.Output<string> | undefined;
}

const namespace = "classroom";

/** Reads the stack's configuration and throws all that is wrong with it, as one error without a stack trace. */
export function readConfig(today = new Date()): StackConfig {
  const config = new pulumi.Config(namespace);
  const given = Object.keys(pulumi.runtime.allConfig())
    .filter((key) => key.startsWith(`${namespace}:`))
    .map((key) => key.slice(namespace.length + 1));
  const values = Object.fromEntries(
    given.filter((name) => name !== "certificate").map((name) => [name, parsed(config.get(name))]),
  );
  const reading = readConfiguration(values, today);
  const problems = [
    ...("problems" in reading ? reading.problems : []),
    ...certificateProblems(given),
  ];
  if ("problems" in reading || problems.length > 0) {
    throw new pulumi.RunError(
      problems.map((problem) => `Stack configuration: ${problem}`).join("\n"),
    );
  }
  return { ...reading.value, certificate: config.getSecret("certificate") };
}

/** Lists and maps arrive as JSON, numbers and booleans as their text, and an App ID may look like any of them. */
function parsed(value: string | undefined): unknown {
  const isText = value === undefined || /^[0-9a-fA-F]{32}$/.test(value);
  if (isText) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The engine tells a program which keys are secret in its environment, and in no other public way. */
function certificateProblems(given: readonly string[]): string[] {
  const secrets: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]");
  const key = `${namespace}:certificate`;
  return !given.includes("certificate") || (Array.isArray(secrets) && secrets.includes(key))
    ? []
    : [
        `'${key}' must be a secret, got a plain text that is not shown. Renew the certificate in Agora Console, and run: pulumi config set --secret ${key}`,
      ];
}
