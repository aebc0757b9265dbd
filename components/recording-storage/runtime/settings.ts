// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the function is told by its environment. */
export interface Settings {
  /** IAM user whose access keys are looked at. */
  readonly userName: string;
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** Where to call IAM instead of AWS's own host, under the variable name that AWS's SDKs read too. */
  readonly iamEndpoint?: string;
}

/** Keys of the function's role; Lambda puts them into the environment. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An environment variable is missing. The message names it. */
export class SettingError extends Error {
  public override readonly name = "SettingError";
}

/** Reads the function's settings; the only reader of `process.env` in this folder. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return {
    userName: required("WRITER_USER_NAME", environment),
    awsRegion: required("AWS_REGION", environment),
    credentials: {
      accessKeyId: required("AWS_ACCESS_KEY_ID", environment),
      secretAccessKey: required("AWS_SECRET_ACCESS_KEY", environment),
      sessionToken: environment.AWS_SESSION_TOKEN,
    },
    iamEndpoint: environment.AWS_ENDPOINT_URL_IAM,
  };
}

function required(name: string, environment: NodeJS.ProcessEnv): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new SettingError(`Environment variable ${name} is required.`);
  }
  return value;
}
