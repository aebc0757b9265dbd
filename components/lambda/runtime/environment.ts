// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Keys of the function's role; Lambda sets them as environment variables. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An environment variable is missing or has a value that is not allowed. The message names it. */
export class SettingError extends Error {
  public override readonly name = "SettingError";
}

/** Reads a variable that must be set and not empty. */
export function required(name: string, environment: NodeJS.ProcessEnv): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new SettingError(`Environment variable ${name} is required.`);
  }
  return value;
}

/** Reads the keys of the function's role. */
export function credentialsOf(environment: NodeJS.ProcessEnv): Credentials {
  return {
    accessKeyId: required("AWS_ACCESS_KEY_ID", environment),
    secretAccessKey: required("AWS_SECRET_ACCESS_KEY", environment),
    sessionToken: environment.AWS_SESSION_TOKEN,
  };
}

/** Refuses a variable whose value is not one of a few. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new SettingError(
      `Environment variable ${name} must be one of ${allowed.join(", ")}, got ${JSON.stringify(value)}.`,
    );
  }
  return found;
}
