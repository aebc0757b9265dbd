// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type Credentials, credentialsOf, required } from "../../lambda/runtime/environment";

/** The function's settings, from its environment variables. */
export interface Settings {
  /** IAM user whose access keys the function lists. */
  readonly userName: string;
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** URL that replaces IAM's own host, from the variable that AWS's SDKs read too. */
  readonly iamEndpoint?: string;
}

/** Reads the function's settings; the only reader of `process.env` in this folder. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return {
    userName: required("WRITER_USER_NAME", environment),
    awsRegion: required("AWS_REGION", environment),
    credentials: credentialsOf(environment),
    iamEndpoint: environment.AWS_ENDPOINT_URL_IAM,
  };
}
