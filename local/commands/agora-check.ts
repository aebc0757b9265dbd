// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readSecret, readSecretArns } from "../agora-check/aws-secret";
import { projectChecks, secretChecks } from "../agora-check/checks";
import { ConsoleApi } from "../agora-check/console-api";
import { readAwsSettings, readConsoleSettings } from "../agora-check/settings";
import { readStackSays } from "../agora-check/stack";
import { checkLines } from "../agora-check/words";
import { defineCommand, present } from "../runner/command";
import { programFolder, stackName, stackOptions } from "../runner/offline-run";
import { readStackFile } from "../runner/project";

export const agoraCheck = defineCommand({
  name: "agora-check",
  description: [
    "Reads the Agora project of a stack over Agora's Console API, and changes nothing. No certificate is",
    "printed or stored. Credentials are environment variables:",
    "  AGORA_CUSTOMER_ID, AGORA_CUSTOMER_SECRET  required",
    "  AGORA_API_URL                             another host of Agora's",
    "  AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN  needed for --secret",
  ],
  exitCodes: ["nothing is wrong", "a check failed", "Agora could not be asked"],
  hasJson: true,
  options: {
    ...stackOptions,
    secret: {
      value: "ARN",
      description: "AWS secret to compare with, by digest; several are separated by commas",
    },
  },
  run: async (values, { environment, stop, output }) => {
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
    const lines = checkLines(checks, noCertificateDisabled, new Date(), output.colors);
    present(output, lines, { checks, attested: { noCertificateDisabled } });
    return checks.some(({ outcome }) => outcome === "fails") ? 1 : 0;
  },
});
