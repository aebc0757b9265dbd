// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readSecret, readSecretArns } from "../agora-check/aws-secret";
import { projectChecks, secretChecks } from "../agora-check/checks";
import { ConsoleApi } from "../agora-check/console-api";
import { readAwsSettings, readConsoleSettings } from "../agora-check/settings";
import { readStackSays } from "../agora-check/stack";
import { checkLines } from "../agora-check/words";
import { colorsFor } from "../runner/colors";
import { runCommand } from "../runner/command";
import { programFolder, stackName, stackOptions } from "../runner/offline-run";
import { readStackFile } from "../runner/project";

void runCommand({
  usage: "npm run agora:check",
  description:
    "Reads the Agora project of a stack over Agora's Console API, and changes nothing. Set " +
    "AGORA_CUSTOMER_ID and\nAGORA_CUSTOMER_SECRET; AGORA_API_URL names another host. With " +
    "--secret, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and,\nfor a role, AWS_SESSION_TOKEN " +
    "are needed too. No certificate is printed or stored.\nExit code 0: nothing is wrong; 1: " +
    "a check failed; 2: Agora could not be asked.",
  options: {
    ...stackOptions,
    secret: {
      value: "ARN",
      description: "AWS secret to compare with, by digest; several are separated by commas",
    },
  },
  run: async (values, { environment, stop }) => {
    const stack = stackName(values.stack);
    const folder = programFolder(values.cwd, environment);
    const { appId, noCertificateDisabled } = readStackSays(readStackFile(folder, stack), stack);
    const arns = readSecretArns(values.secret);
    const settings = readConsoleSettings(environment);
    const awsSettings = arns.length > 0 ? readAwsSettings(environment) : undefined;

    const projects = await new ConsoleApi(settings, { stop }).projects();
    const secrets = awsSettings
      ? await Promise.all(arns.map((arn) => readSecret(arn, awsSettings)))
      : [];
    stop.throwIfAborted();
    const checks = [...projectChecks(appId, projects), ...secretChecks(appId, projects, secrets)];
    const colors = colorsFor(process.stdout, environment);
    console.log(checkLines(checks, noCertificateDisabled, new Date(), colors).join("\n"));
    return checks.some(({ outcome }) => outcome === "fails") ? 1 : 0;
  },
});
