// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Intent } from "../../../local/prove/configuration";
import { isProved, proofsOf } from "../../../local/prove/proofs";
import {
  ASIAN_BACKEND,
  type Documents,
  handMadeState,
  intent,
  statement,
} from "../../support/access/hand-made-state";
import { failing, outcomes } from "../../support/access/outcomes";

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/eu";
const BUCKET = "arn:aws:s3:::shop-eu";
const API = "arn:aws:execute-api:eu-west-1:123456789012:apieu";

describe("local/prove/claims", () => {
  const broken: readonly [string, (european: Documents) => void, string][] = [
    [
      "an API whose deny of other callers is gone",
      ({ api }) => api?.splice(1, 1),
      "EU only the backend roles invoke the token API: disproved: the role " +
        `arn:aws:iam::123456789012:role/example does execute-api:Invoke on ${API}/example through ` +
        "the endpoint vpce-0eu: not denied by the policy of the API eu",
    ],
    [
      "an API whose deny of other networks needs a network to be named",
      (documents) => {
        statement(documents, "api", "NowhereElse").Condition = {
          StringNotEquals: { "aws:SourceVpce": "vpce-0eu" },
          Null: { "aws:SourceVpce": "false" },
        };
      },
      "EU the token API is called only through its endpoint: disproved: the role " +
        `arn:aws:iam::111122223333:role/shop-backend does execute-api:Invoke on ${API}/example ` +
        "without aws:SourceVpce: not denied by the policy of the API eu",
    ],
    [
      "an API that opens methods it does not have",
      (documents) => {
        statement(documents, "api", "Callers").Resource = "execute-api:/prod/*/rooms/*/tokens";
      },
      "EU only the declared methods of the token API are open: disproved: the role " +
        "arn:aws:iam::111122223333:role/shop-backend does execute-api:Invoke on " +
        "arn:aws:execute-api:eu-west-1:123456789012:apieu/prod/example/rooms/example/tokens " +
        'through the endpoint vpce-0eu: allowed by statement "Callers" of the policy of the API ' +
        "eu, denied by none",
    ],
    [
      "a secret that lets other roles with a like name read it",
      (documents) => {
        statement(documents, "secret", "NoOtherReader").Condition = {
          ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/signer-eu*" },
        };
      },
      "EU only the function and the named administrators read the secret: disproved: the role " +
        "arn:aws:iam::123456789012:role/signer-euexample does secretsmanager:GetSecretValue on " +
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:eu-AbCdEf: not denied by the policy " +
        "of the secret eu",
    ],
    [
      "a key that a partner may use",
      ({ key }) =>
        key?.push({
          Sid: "Partner",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::999900001111:root" },
          Action: "kms:Decrypt",
          Resource: "*",
        }),
      "EU no key is open to another account: disproved: the role " +
        `arn:aws:iam::999900001111:role/example does kms:Decrypt on ${KEY}: allowed by statement ` +
        '"Partner" of the policy of the key eu, denied by none',
    ],
    [
      "a key that nobody can manage any more",
      (documents) => {
        statement(documents, "key", "Account").Action = ["kms:Decrypt", "kms:GenerateDataKey"];
      },
      "EU every key can be managed by its account: disproved: Not so: account 123456789012 can " +
        "manage the key. No request like that gets through.",
    ],
    [
      "a bucket whose deny of plain HTTP covers the bucket but not its objects",
      (documents) => {
        statement(documents, "bucket", "Tls").Resource = BUCKET;
      },
      "EU every bucket refuses plain HTTP: disproved: an anonymous caller does " +
        `s3:AbortMultipartUpload on ${BUCKET}/example over plain HTTP: not denied by the policy ` +
        "of the bucket eu",
    ],
    [
      "a bucket that a partner may read",
      ({ bucket }) =>
        bucket?.push({
          Sid: "Partner",
          Effect: "Allow",
          Principal: { AWS: "999900001111" },
          Action: "s3:GetObject",
          Resource: `${BUCKET}/*`,
        }),
      "EU every bucket refuses strangers: disproved: the role " +
        `arn:aws:iam::999900001111:role/example does s3:GetObject on ${BUCKET}/example: allowed ` +
        'by statement "Partner" of the policy of the bucket eu, denied by none',
    ],
    [
      "a bucket to which the logging service writes for whoever asks",
      ({ bucket }) =>
        bucket?.push({
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `${BUCKET}/*`,
        }),
      "EU every bucket refuses strangers: disproved: the AWS service logging.s3.amazonaws.com " +
        `does s3:PutObject on ${BUCKET}/example: allowed by statement "Logs" of the policy of the ` +
        "bucket eu, denied by none",
    ],
    [
      "a bucket without its deny of another key",
      ({ bucket }) => bucket?.splice(2, 1),
      "EU recordings are refused under another key: disproved: an anonymous caller does " +
        `s3:PutObject on ${BUCKET}/example with s3:x-amz-server-side-encryption-aws-kms-key-id ` +
        '"arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab": not ' +
        "denied by the policy of the bucket eu",
    ],
    [
      "a bucket that refuses an upload without headers",
      (documents) => {
        statement(documents, "bucket", "Algorithm").Condition = {
          StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
        };
      },
      "EU recordings without encryption headers are accepted: disproved: Not so: an upload " +
        "without encryption headers is possible. No request like that gets through.",
    ],
    [
      "a writer whose policy and boundary let it read",
      (documents) => {
        statement(documents, "writer", "Write").Action = ["s3:PutObject", "s3:GetObject"];
        statement(documents, "boundary", "AtMostWrite").Action = "s3:*Object";
      },
      "EU the writer can only write recordings: disproved: whoever holds it does s3:GetObject " +
        `on ${BUCKET}/lessons/example: allowed by statement "Write" of the identity policy eu, ` +
        'allowed by statement "AtMostWrite" of the boundary eu, denied by none',
    ],
    [
      "a writer to whom the bucket gives more than its boundary would",
      ({ bucket }) =>
        bucket?.push({
          Sid: "Clean",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:user/writer-eu" },
          Action: "s3:DeleteObject",
          Resource: `${BUCKET}/*`,
        }),
      "EU the writer can only write recordings: disproved: the user " +
        `arn:aws:iam::123456789012:user/writer-eu does s3:DeleteObject on ${BUCKET}/example: ` +
        'allowed by statement "Clean" of the policy of the bucket eu, denied by none',
    ],
    [
      "a reader that may read every bucket of the account",
      (documents) => {
        statement(documents, "reader", "Read").Resource = "*";
      },
      "EU the reader can only read recordings: disproved: whoever holds it does s3:GetObject on " +
        'arn:aws:s3:::example-bucket/example: allowed by statement "Read" of the identity policy ' +
        "eu-r, denied by none AP nothing is open to EU: disproved: whoever holds it does " +
        's3:GetObject on arn:aws:s3:::shop-ap/example: allowed by statement "Read" of the ' +
        "identity policy eu-r, denied by none",
    ],
    [
      "a key that names a role of the other data centre",
      ({ key }) =>
        key?.push({
          Sid: "Asia",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:role/signer-ap" },
          Action: "kms:Decrypt",
          Resource: "*",
        }),
      "EU nothing is open to AP: disproved: the role arn:aws:iam::123456789012:role/signer-ap " +
        `does kms:Decrypt on ${KEY}: allowed by statement "Asia" of the policy of the key eu, ` +
        "denied by none",
    ],
    [
      "a function that may read the secrets of the other data centre",
      (documents) => {
        statement(documents, "signer", "ReadSecret").Resource = "*";
      },
      "AP nothing is open to EU: disproved: whoever holds it does secretsmanager:GetSecretValue " +
        "on arn:aws:secretsmanager:ap-south-1:123456789012:secret:ap-AbCdEf: allowed by statement " +
        '"ReadSecret" of the identity policy eu, denied by none',
    ],
  ];
  for (const [title, change, sentence] of broken) {
    it(`disproves by a request ${title}`, () => {
      const proofs = proofsOf(intent, handMadeState({ change }));
      assert.equal(failing(proofs).join(" "), sentence);
      assert.ok(!isProved(proofs));
    });
  }

  describe("with a transfer from AP to EU", () => {
    const until = "2027-03-31T23:59:59Z";
    const permitted: Intent = { ...intent, transfers: [{ from: "AP", to: "EU", until }] };

    function admit(documents: Documents, when: object | undefined): void {
      const denied = statement(documents, "api", "NobodyElse");
      denied.Condition = {
        ArnNotEquals: {
          "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/shop-backend", ASIAN_BACKEND],
        },
      };
      documents.api?.push({
        ...statement(documents, "api", "Callers"),
        Sid: "Visitors",
        Principal: { AWS: ASIAN_BACKEND },
        ...(when && { Condition: when }),
      });
    }
    const admitted = (when?: object) => (documents: Documents) => admit(documents, when);
    const whileItLasts = { DateLessThanEquals: { "aws:CurrentTime": until } };

    it("lets the backend roles of AP in while it lasts", () => {
      const proofs = proofsOf(permitted, handMadeState({ change: admitted(whileItLasts) }));
      assert.deepEqual(failing(proofs), []);
      assert.equal(outcomes(proofs, "EU")["nothing is open to AP but for the transfer"], "proved");
    });

    it("disproves by a request after its end that they are let in for longer", () => {
      const proofs = proofsOf(permitted, handMadeState({ change: admitted() }));
      assert.deepEqual(failing(proofs), [
        `EU nothing is open to AP but for the transfer: disproved: the role ${ASIAN_BACKEND} ` +
          `does execute-api:Invoke on ${API}/prod/POST/rooms/example/tokens at ` +
          '2027-04-01T00:00:00Z through the endpoint vpce-0eu: allowed by statement "Visitors" of ' +
          "the policy of the API eu, denied by none",
      ]);
    });

    it("disproves that they are let in without it", () => {
      const proofs = proofsOf(intent, handMadeState({ change: admitted(whileItLasts) }));
      assert.deepEqual(
        proofs.filter(({ outcome }) => outcome === "disproved").map(({ says }) => says),
        ["only the backend roles invoke the token API", "nothing is open to AP"],
      );
    });
  });
});
