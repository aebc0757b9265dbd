// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The data centres of Agora Flexible Classroom, as the Classroom SDK spells them. */
export const regions = ["CN", "AP", "EU", "NA"] as const;
export type Region = (typeof regions)[number];

/** Who makes up the ids: the app, or this service. */
export const identityModes = ["app-managed", "issued"] as const;
export type IdentityMode = (typeof identityModes)[number];

/** What the function is told by its environment. */
export interface Settings {
  readonly appId: string;
  readonly region: Region;
  readonly identityMode: IdentityMode;
  readonly certificateSecretArn: string;
  /** Name of the table of issued ids; empty with identity mode `app-managed`, which has none. */
  readonly classroomTableName: string;
  readonly functionName: string;
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** Where to call AWS instead of its own hosts, under the variable names that AWS's SDKs read too. */
  readonly endpoints: { readonly secretsManager?: string; readonly dynamoDb?: string };
}

/** Keys of the function's role; Lambda puts them into the environment. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An environment variable is missing or has a value that cannot be right. The message names it. */
export class SettingError extends Error {
  public override readonly name = "SettingError";
}

/** Reads the function's settings; the only reader of `process.env` in this folder. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const identityMode = oneOf(
    "IDENTITY_MODE",
    environment.IDENTITY_MODE ?? "app-managed",
    identityModes,
  );
  return {
    appId: readAppId(environment),
    region: oneOf("AGORA_REGION", required("AGORA_REGION", environment), regions),
    identityMode,
    certificateSecretArn: required("APP_CERTIFICATE_SECRET_ARN", environment),
    classroomTableName:
      identityMode === "issued" ? required("CLASSROOM_TABLE_NAME", environment) : "",
    functionName: required("AWS_LAMBDA_FUNCTION_NAME", environment),
    awsRegion: required("AWS_REGION", environment),
    credentials: {
      accessKeyId: required("AWS_ACCESS_KEY_ID", environment),
      secretAccessKey: required("AWS_SECRET_ACCESS_KEY", environment),
      sessionToken: environment.AWS_SESSION_TOKEN,
    },
    endpoints: {
      secretsManager: environment.AWS_ENDPOINT_URL_SECRETS_MANAGER,
      dynamoDb: environment.AWS_ENDPOINT_URL_DYNAMODB,
    },
  };
}

/** Reads Agora's App ID: 32 hexadecimal characters in either case, used as written. */
export function readAppId(environment: NodeJS.ProcessEnv): string {
  const appId = required("AGORA_APP_ID", environment);
  if (!/^[0-9a-fA-F]{32}$/.test(appId)) {
    throw new SettingError(
      `Environment variable AGORA_APP_ID must be 32 hexadecimal characters, got ${appId.length} characters.`,
    );
  }
  return appId;
}

/** A variable that must be there and not empty. */
export function required(name: string, environment: NodeJS.ProcessEnv): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new SettingError(`Environment variable ${name} is required.`);
  }
  return value;
}

/** A variable that must have one of a few values. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new SettingError(
      `Environment variable ${name} must be one of ${allowed.join(", ")}, got ${JSON.stringify(value)}.`,
    );
  }
  return found;
}
