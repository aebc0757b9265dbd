// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";
import { isAppId } from "../components/token-service/runtime/app-id";
import { readAwsConfiguration } from "./aws-configuration";
import { readConfiguration } from "./configuration";
import type { AwsConfiguration, Configuration } from "./configuration-values";
import { uniqueAppIdProblems } from "./unique-app-id";

/** The program's configuration. */
export interface StackConfig extends Configuration {
  /** The App Certificate, if it is part of the configuration. */
  readonly certificate: pulumi.Output<string> | undefined;
  /** How every provider reaches AWS. */
  readonly aws: AwsConfiguration;
}

const namespace = "classroom";

/** Reads the stack's configuration. Throws all its problems as one error without a stack trace. */
export function readConfig(today = new Date()): StackConfig {
  const { certificate, ...values } = valuesOf(namespace);
  const reading = readConfiguration(values, today);
  const awsReading = readAwsConfiguration(valuesOf("aws"));
  const problems = [
    ...("problems" in reading
      ? reading.problems
      : uniqueAppIdProblems(reading.value.appId, __dirname)),
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

/** The values of one namespace of the configuration, by name. */
function valuesOf(namespace: string): Record<string, unknown> {
  const prefix = `${namespace}:`;
  return Object.fromEntries(
    Object.entries(pulumi.runtime.allConfig())
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), parsed(value)]),
  );
}

/** The engine passes lists, maps, numbers and booleans as JSON. An App ID may look like a number. */
function parsed(value: string): unknown {
  if (isAppId(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Refuses a certificate that is no secret. Only this environment variable names the secret keys. */
function certificateProblems(): string[] {
  const secrets: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]");
  const key = `${namespace}:certificate`;
  return Array.isArray(secrets) && secrets.includes(key)
    ? []
    : [
        `'${key}' must be a secret, got a plain text that is not shown. ` +
          `Renew the certificate in Agora Console, and run: pulumi config set --secret ${key}`,
      ];
}
