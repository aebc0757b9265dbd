// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The key that callers of the loopback AWS sign with. */
export const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  sessionToken: "session-token-of-the-test",
};

const authorizationPattern = new RegExp(
  [
    "^AWS4-HMAC-SHA256 Credential=(\\w+)/(\\d{8})/([\\w-]+)/(\\w+)/aws4_request",
    "SignedHeaders=([\\w;-]+)",
    "Signature=([0-9a-f]{64})$",
  ].join(", "),
);

/** What AWS would say to a signature; nothing when it is right. Our own reading of Signature Version 4. */
export function signatureFlaw(
  request: IncomingMessage,
  body: string,
  now: number,
): string | undefined {
  const { authorization = "" } = request.headers;
  const match = authorizationPattern.exec(authorization);
  if (match === null) {
    return "MissingAuthenticationTokenException";
  }
  const [, keyId, day = "", region = "", service = "", signedHeaders = "", signature] = match;
  const time = String(request.headers["x-amz-date"]);
  if (keyId !== credentials.accessKeyId || !signedHeaders.includes("x-amz-security-token")) {
    return "UnrecognizedClientException";
  }
  const canonical = [
    "POST",
    "/",
    "",
    ...signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}`),
    "",
    signedHeaders,
    sha256(body),
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    (previous, part) => createHmac("sha256", previous).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const isRight = createHmac("sha256", key).update(text).digest("hex") === signature;
  const isTimely = Math.abs(millisecondsOf(time) - now) <= 5 * 60_000;
  return isRight && isTimely ? undefined : "InvalidSignatureException";
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Reads AWS's compact form of a time, 20260901T120000Z. */
function millisecondsOf(time: string): number {
  return Date.parse(
    time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
}
