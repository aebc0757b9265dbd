// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readSecret, readSecretArns } from "../../../local/agora-check/aws-secret";
import { faults, LoopbackAws } from "../../support/token-service/loopback-aws";
import { credentials } from "../../support/token-service/signature-v4";

const arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:eu-AbCdEf";
const chinese = "arn:aws-cn:secretsmanager:cn-north-1:444455556666:secret:cn-AbCdEf";
const primary = "5CFd2fd1755d40ecb72977518be15d3b";
const secondary = "0123456789abcdef0123456789abcdef";

describe("readSecretArns", () => {
  it("splits a list, in every partition", () => {
    assert.deepEqual(readSecretArns(undefined), []);
    assert.deepEqual(readSecretArns(`${arn}, ${chinese}`), [arn, chinese]);
  });

  for (const value of ["", "eu-tokens", `${arn},`, "arn:aws:s3:::bucket", `${arn} x`]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      const got = value.endsWith(",") ? "" : value;
      assert.throws(() => readSecretArns(value), {
        name: "Failure",
        message:
          "'--secret' must be the ARN of a secret, or several separated by commas, got " +
          `${JSON.stringify(got)}. The stack output dataCenters.<name>.secretArn has it.`,
      });
    });
  }
});

describe("readSecret", () => {
  let aws: LoopbackAws;
  beforeEach(async () => {
    aws = await LoopbackAws.start();
  });
  afterEach(() => aws.stop());

  const read = () => readSecret(arn, { endpoint: aws.url, credentials });

  it("tells the certificate that signs from the other one", async () => {
    aws.putSecret({ primary });
    assert.deepEqual(await read(), {
      arn,
      certificates: { signing: primary, other: undefined },
    });
    aws.putSecret({ primary, secondary, signWith: "secondary" });
    assert.deepEqual(await read(), {
      arn,
      certificates: { signing: secondary, other: primary },
    });
    aws.putSecret({ primary, secondary });
    assert.deepEqual(await read(), {
      arn,
      certificates: { signing: primary, other: secondary },
    });
  });

  it("says that a secret has no value yet", async () => {
    assert.deepEqual(await read(), {
      arn,
      unread: "It has no value yet, or does not exist: fill it first.",
    });
  });

  it("says who may read it when the caller may not", async () => {
    aws.always = (response) =>
      response.writeHead(400).end(JSON.stringify({ __type: "AccessDeniedException" }));
    assert.deepEqual(await read(), {
      arn,
      unread: "The caller may not read it: name its role in 'classroom:secretAdministratorArns'.",
    });
  });

  it("says what AWS or the network answers otherwise, without the answer", async () => {
    aws.always = faults.internalError;
    assert.deepEqual(await read(), {
      arn,
      unread: "AWS does not let it be read (InternalServiceError).",
    });
  });

  it("says what is wrong with the value, without the value", async () => {
    aws.putSecret({ primary: "5CFd" });
    assert.deepEqual(await read(), {
      arn,
      unread: "The secret's 'primary' must be 32 hexadecimal characters.",
    });
  });
});
