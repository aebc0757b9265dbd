// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  type Credentials,
  credentialsOf,
  oneOf,
  required,
  SettingError,
} from "../../lambda/runtime/environment";
import { isAppId } from "./app-id";
import { type DataCenter, dataCenters } from "./data-centers";
import { defaultIdentityMode, type IdentityMode, identityModes } from "./identity-modes";

/** The function's settings, from its environment variables. */
export interface Settings {
  readonly appId: string;
  readonly region: DataCenter;
  readonly identityMode: IdentityMode;
  readonly certificateSecretArn: string;
  /** Name of the table of issued ids; empty with identity mode `app-managed`, which has no table. */
  readonly classroomTableName: string;
  readonly functionName: string;
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** URLs that replace AWS's own hosts, from the variables that AWS's SDKs read too. */
  readonly endpoints: { readonly secretsManager?: string; readonly dynamoDb?: string };
}

/** Reads the function's settings; the only reader of `process.env` in this folder. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const identityMode = readIdentityMode(environment);
  return {
    appId: readAppId(environment),
    region: oneOf("AGORA_REGION", required("AGORA_REGION", environment), dataCenters),
    identityMode,
    certificateSecretArn: required("APP_CERTIFICATE_SECRET_ARN", environment),
    classroomTableName:
      identityMode === "issued" ? required("CLASSROOM_TABLE_NAME", environment) : "",
    functionName: required("AWS_LAMBDA_FUNCTION_NAME", environment),
    awsRegion: required("AWS_REGION", environment),
    credentials: credentialsOf(environment),
    endpoints: {
      secretsManager: environment.AWS_ENDPOINT_URL_SECRETS_MANAGER,
      dynamoDb: environment.AWS_ENDPOINT_URL_DYNAMODB,
    },
  };
}

/** Reads who makes the ids; unlike other variables, an absent one has a default. */
export function readIdentityMode(environment: NodeJS.ProcessEnv): IdentityMode {
  const value = environment.IDENTITY_MODE ?? defaultIdentityMode;
  return oneOf("IDENTITY_MODE", value, identityModes);
}

/** Reads Agora's App ID. */
export function readAppId(environment: NodeJS.ProcessEnv): string {
  const appId = required("AGORA_APP_ID", environment);
  if (!isAppId(appId)) {
    throw new SettingError(
      "Environment variable AGORA_APP_ID must be 32 hexadecimal characters, " +
        `got ${appId.length} characters.`,
    );
  }
  return appId;
}
