// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "../../access/policy-document";

/** Denies plain HTTP, and TLS older than 1.2, to every caller. */
export function tlsOnly(bucketArn: string): PolicyStatement[] {
  const everything = {
    Effect: "Deny" as const,
    Principal: "*" as const,
    Action: ["s3:*"],
    Resource: [bucketArn, `${bucketArn}/*`],
  };
  return [
    {
      Sid: "DenyPlainHttp",
      ...everything,
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    },
    {
      Sid: "DenyOldTls",
      ...everything,
      Condition: { NumericLessThan: { "s3:TlsVersion": ["1.2"] } },
    },
  ];
}
