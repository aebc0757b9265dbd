// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Question } from "../../../policies/access";

/**
 * A bucket's policy of many statements, each for an account, a role and a prefix of its own, every fourth a deny;
 * the question is whether anybody else is let in, and nobody is.
 */
export function manyStatements(count: number): Question {
  const accounts = Array.from(
    { length: count },
    (_, index) => `1111222${String(index).padStart(5, "0")}`,
  );
  const conditions = [
    (index: number) => ({ StringEquals: { "aws:SourceVpce": `vpce-${index}` } }),
    () => ({ Bool: { "aws:SecureTransport": "true" } }),
    (index: number) => ({
      ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${accounts[index]}:role/app-*` },
    }),
  ];
  const Statement = accounts.map((account, index) => {
    const isDeny = index % 4 === 3;
    return {
      Sid: `Team${index}`,
      Effect: isDeny ? "Deny" : "Allow",
      Principal: isDeny ? "*" : { AWS: `arn:aws:iam::${account}:role/app-${index}` },
      Action: ["s3:GetObject", index % 2 === 0 ? "s3:PutObject" : "s3:List*"],
      Resource: [`arn:aws:s3:::data/team-${index}/*`, `arn:aws:s3:::shared-${index % 7}/*`],
      Condition: conditions[index % conditions.length]?.(index),
    };
  });
  return {
    grantedBy: [
      {
        name: "bucket policy",
        kind: "resource",
        content: JSON.stringify({ Version: "2012-10-17", Statement }),
      },
    ],
    whereNot: [{ Principal: { AWS: accounts } }],
  };
}
