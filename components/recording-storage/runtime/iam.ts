// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsV4Signer } from "aws4fetch";
import type { Settings } from "./settings";

/** An access key of a user, without its secret, which IAM tells only once. */
export interface AccessKey {
  readonly id: string;
  readonly isActive: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** IAM refused the call, could not be reached, or answered what cannot be understood. */
export class IamCallError extends Error {
  public override readonly name = "IamCallError";

  public constructor(
    /** AWS's name for the error, or ours for a failure on the way. */
    public readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`ListAccessKeys failed: ${code}.`, options);
  }
}

/** IAM answers within a fraction of it; Lambda calls the function again after a failure. */
const patienceMs = 8_000;

/**
 * The access keys of a user, of which IAM allows two. IAM speaks XML and is called without an SDK client,
 * so that the function stays a few kilobytes.
 */
export async function listAccessKeys(
  { userName, awsRegion, credentials, iamEndpoint }: Settings,
  now: number,
): Promise<AccessKey[]> {
  const { host, region } = iamOf(awsRegion);
  const signer = new AwsV4Signer({
    ...credentials,
    service: "iam",
    region,
    url: iamEndpoint ?? `https://${host}/`,
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: new URLSearchParams({
      Action: "ListAccessKeys",
      Version: "2010-05-08",
      UserName: userName,
    }).toString(),
    datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ""),
  });
  const { url, ...signed } = await signer.sign();
  const { status, text } = await exchange(url, signed);
  if (status !== 200) {
    throw new IamCallError(elementOf(text, "Code") ?? `Status${status}`);
  }
  return keysIn(text);
}

/** IAM has one host per partition, and wants signatures for the region that it is in. */
function iamOf(awsRegion: string): { readonly host: string; readonly region: string } {
  return awsRegion.startsWith("cn-")
    ? { host: "iam.cn-north-1.amazonaws.com.cn", region: "cn-north-1" }
    : { host: "iam.amazonaws.com", region: "us-east-1" };
}

async function exchange(
  url: URL,
  signed: RequestInit,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { ...signed, redirect: "error", signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw new IamCallError(networkCodeOf(error), { cause: error });
  }
}

/** TimeoutError, or the operating system's name for what went wrong, such as ECONNREFUSED. */
function networkCodeOf(error: unknown): string {
  if (error instanceof DOMException) {
    return error.name;
  }
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : "NetworkError";
}

/** An answer without the list would look like a user without keys, and silence an alarm. */
function keysIn(text: string): AccessKey[] {
  if (!/<AccessKeyMetadata\s*\/?>/.test(text)) {
    throw new IamCallError("MalformedAnswer");
  }
  return [...text.matchAll(/<member>([\s\S]*?)<\/member>/g)].map(([, member = ""]) => {
    const id = elementOf(member, "AccessKeyId");
    const createdAt = Date.parse(elementOf(member, "CreateDate") ?? "");
    if (id === undefined || Number.isNaN(createdAt)) {
      throw new IamCallError("MalformedAnswer");
    }
    return { id, isActive: elementOf(member, "Status") === "Active", createdAt };
  });
}

function elementOf(text: string, element: string): string | undefined {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(text)?.[1];
}
