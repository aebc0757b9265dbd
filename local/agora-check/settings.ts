// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { Failure } from "../runner/failure";

/** How Agora's Console API is reached, and as whom. */
export interface ConsoleSettings {
  /** Scheme and host, without a slash at the end. */
  readonly url: string;
  readonly customerId: string;
  readonly customerSecret: string;
}

/** Keys of an AWS principal, under the variable names that AWS's own tools read. */
export interface AwsSettings {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Where to call Secrets Manager instead of AWS's own host. */
  readonly endpoint?: string;
}

const whereCustomerKeysAre = "Agora Console shows it under RESTful API";
const whereAwsKeysAre =
  'For a profile, run: eval "$(aws configure export-credentials --profile NAME --format env)"';

/** Credentials come from the environment alone: a command line is read by every process of the machine. */
export function readConsoleSettings(environment: NodeJS.ProcessEnv): ConsoleSettings {
  return {
    url: readUrl(environment.AGORA_API_URL ?? "https://api.agora.io"),
    customerId: required("AGORA_CUSTOMER_ID", environment, whereCustomerKeysAre),
    customerSecret: required("AGORA_CUSTOMER_SECRET", environment, whereCustomerKeysAre),
  };
}

/** Reads what is needed to call AWS. */
export function readAwsSettings(environment: NodeJS.ProcessEnv): AwsSettings {
  return {
    credentials: {
      accessKeyId: required("AWS_ACCESS_KEY_ID", environment, whereAwsKeysAre),
      secretAccessKey: required("AWS_SECRET_ACCESS_KEY", environment, whereAwsKeysAre),
      sessionToken: environment.AWS_SESSION_TOKEN || undefined,
    },
    endpoint: environment.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? environment.AWS_ENDPOINT_URL,
  };
}

function required(name: string, environment: NodeJS.ProcessEnv, hint: string): string {
  const value = environment[name];
  if (value === undefined || value.trim() === "") {
    throw new Failure(`Environment variable ${name} is required. ${hint}.`);
  }
  return value.trim();
}

/** Credentials are sent to this host, so it must use TLS or be this machine. */
function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname));
  const isPlain = url && `${url.username}${url.password}${url.search}${url.hash}` === "";
  if (!isSafe || !isPlain || url.pathname !== "/") {
    throw new Failure(
      "Environment variable AGORA_API_URL must be a host like https://api.sd-rtn.com, without " +
        "path, user or query; http is for this machine only.",
    );
  }
  return url.origin;
}
