// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsV4Signer } from "aws4fetch";
import { networkCodeOf, signatureTime } from "../../lambda/runtime/aws-call";
import { dnsSuffixOf, isChina } from "../../lambda/runtime/dns-suffix";
import type { Settings } from "./settings";

/** An access key of a user. IAM returns its secret only once, when the key is made. */
export interface AccessKey {
  readonly id: string;
  readonly isActive: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** IAM refused the call, could not be reached, or gave an answer that we cannot read. */
export class IamCallError extends Error {
  public override readonly name = "IamCallError";

  public constructor(
    /** AWS's name of the error, or ours when there was no valid answer. */
    public readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`ListAccessKeys failed: ${code}.`, options);
  }
}

/** Time limit of the call. IAM answers in a fraction of it, and Lambda retries after a failure. */
const timeoutMs = 8_000;

/**
 * Lists the access keys of a user; IAM allows two. There is no SDK client, so that the function stays a few
 * kilobytes. IAM answers in XML.
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
    datetime: signatureTime(now),
  });
  const { url, ...signed } = await signer.sign();
  const { status, text } = await exchange(url, signed);
  if (status !== 200) {
    throw new IamCallError(elementOf(text, "Code") ?? `Status${status}`);
  }
  return keysIn(text);
}

/** IAM has one host per partition, and each signature names the region of that host. */
function iamOf(awsRegion: string): { readonly host: string; readonly region: string } {
  const suffix = dnsSuffixOf(awsRegion);
  return isChina(awsRegion)
    ? { host: `iam.cn-north-1.${suffix}`, region: "cn-north-1" }
    : { host: `iam.${suffix}`, region: "us-east-1" };
}

async function exchange(
  url: URL,
  signed: RequestInit,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...signed, redirect: "error", signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw new IamCallError(networkCodeOf(error), { cause: error });
  }
}

/** Refuses an answer without the list: it would look like a user without keys and silence an alarm. */
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
