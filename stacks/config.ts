// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";
import { type AwsConfiguration, readAwsConfiguration } from "./aws-configuration";
import { type Configuration, readConfiguration } from "./configuration";
import { sharedAppIdProblems } from "./neighbours";

/** What the program is configured with. */
export interface StackConfig extends Configuration {
  /** The App Certificate, when it is given here instead of to AWS. */
  readonly certificate: pulumi.Output<string> | undefined;
  /** How every provider reaches AWS. */
  readonly aws: AwsConfiguration;
}

const namespace = "classroom";

/** Reads the stack's configuration and throws all that is wrong with it, as one error without a stack trace. */
export function readConfig(today = new Date()): StackConfig {
  const { certificate, ...values } = valuesOf(namespace);
  const reading = readConfiguration(values, today);
  const awsReading = readAwsConfiguration(valuesOf("aws"));
  const problems = [
    ...("problems" in reading
      ? reading.problems
      : sharedAppIdProblems(reading.value.appId, __dirname)),
    ...("problems" in awsReading ? awsReading.problems : []),
    ...(certificate === undefined ? [] : certificateProblems()),
  ];
  if ("problems" in reading || "problems" in awsReading || problems.length > 0) {
    throw new pulumi.RunError(
      problems.map((problem) => `Stack configuration: ${problem}`).join("\n"),
    );
  }
  return {
    ...reading.value,
    certificate: new pulumi.Config(namespace).getSecret("certificate"),
    aws: awsReading.value,
  };
}

/** All values of one namespace of the configuration, by their names in it. */
function valuesOf(namespace: string): Record<string, unknown> {
  const prefix = `${namespace}:`;
  return Object.fromEntries(
    Object.entries(pulumi.runtime.allConfig())
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), parsed(value)]),
  );
}

/** Lists and maps arrive as JSON, numbers and booleans as their text, and an App ID may look like any of them. */
function parsed(value: string): unknown {
  if (/^[0-9a-fA-F]{32}$/.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The engine tells a program which keys are secret in its environment, and in no other public way. */
function certificateProblems(): string[] {
  const secrets: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]");
  const key = `${namespace}:certificate`;
  return Array.isArray(secrets) && secrets.includes(key)
    ? []
    : [
        `'${key}' must be a secret, got a plain text that is not shown. Renew the certificate in Agora Console, and run: pulumi config set --secret ${key}`,
      ];
}
