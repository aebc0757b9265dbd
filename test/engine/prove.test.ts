// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StateResource } from "../../local/prove/state";
import { commandLine, type Ended, leftBy, run, verdict } from "../support/commands/commands";
import { rehearsedStack } from "../support/deployment/rehearsed-stack";
import { temporaryFolder } from "../support/files/temporary";

/** One statement of a document in the state. */
type Statement = Record<string, unknown>;

interface Exported {
  readonly deployment: { readonly resources: StateResource[] };
}

describe("engine: proofs", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  const states = { dev: join(folder, "dev.json"), china: join(folder, "china.json") };
  const proved: Record<string, Ended> = {};

  before("proves a stack that it rehearses itself, and one that was rehearsed", async () => {
    proved.china = await prove("--stack", "china", "--export", states.china);
    const { file } = await rehearsedStack("dev");
    copyFileSync(file, states.dev);
    proved.dev = await prove("--stack", "dev", "--from", file);
  });

  function prove(...args: readonly string[]): Promise<Ended> {
    return run(process.execPath, [commandLine, "prove", ...args]);
  }

  for (const [stack, dataCenters] of [
    ["dev", ["AP", "EU", "NA"]],
    ["china", ["CN"]],
  ] as const) {
    it(`proves everything about the rehearsed stack ${stack}`, () => {
      const { code, stdout, stderr } = proved[stack] as Ended;
      assert.equal(code, 0, stdout + stderr);
      const lines = stdout.trim().split("\n").slice(0, -1);
      for (const dataCenter of dataCenters) {
        const own = lines.filter((line) => line.startsWith(dataCenter));
        assert.equal(own.length, 12 + Math.max(1, dataCenters.length - 1), stdout);
        assert.ok(
          own.slice(0, 12).every((line) => / proved +\d+\.\d ms$/.test(line)),
          stdout,
        );
      }
      assert.match(verdict(proved[stack] as Ended), /^\d+ proved(, 1 not applicable)?$/);
      assert.deepEqual(leftBy(proved[stack] as Ended), []);
    });
  }

  /** Breaks the documents of one type in an exported state, and proves again. */
  async function broken(
    stack: keyof typeof states,
    types: string,
    change: (statements: Statement[]) => Statement[],
  ): Promise<Ended> {
    const state = JSON.parse(readFileSync(states[stack], "utf8")) as Exported;
    const changed = state.deployment.resources.filter(({ type }) =>
      types.split(" ").includes(type),
    );
    assert.ok(changed.length > 0, types);
    for (const { inputs, outputs } of changed) {
      const { Statement, ...rest } = JSON.parse(String(outputs?.policy ?? inputs?.policy));
      const policy = JSON.stringify({ ...rest, Statement: change(Statement) });
      Object.assign(outputs ?? {}, { policy });
      Object.assign(inputs ?? {}, { policy });
    }
    const file = join(folder, "broken.json");
    writeFileSync(file, JSON.stringify(state));
    return prove("--stack", stack, "--from", file);
  }

  const without = (sid: string) => (statements: Statement[]) => {
    const left = statements.filter(({ Sid }) => Sid !== sid);
    assert.equal(left.length, statements.length - 1, sid);
    return left;
  };
  const withoutIfThere = (sid: string) => (statements: Statement[]) =>
    statements.filter(({ Sid }) => Sid !== sid);
  const wherever = (sid: string, members: Statement) => (statements: Statement[]) =>
    statements.map((each) => (each.Sid === sid ? { ...each, ...members } : each));
  const besides = (statement: Statement) => (statements: Statement[]) => [
    ...statements,
    { Effect: "Allow", Resource: "*", ...statement },
  ];

  const breaks: readonly [
    string,
    keyof typeof states,
    string,
    (statements: Statement[]) => Statement[],
    string,
    RegExp,
  ][] = [
    [
      "other callers of the account are not denied",
      "dev",
      "aws:apigateway/restApiPolicy:RestApiPolicy",
      without("DenyOtherPrincipals"),
      "only the backend roles invoke the token API",
      new RegExp(
        /^the role arn:aws:iam::123456789012:role\/example does execute-api:Invoke on /.source +
          /arn:aws:execute-api:eu-central-1:123456789012:\w+\/example through the /.source +
          /endpoint vpce-\w+: not denied by the policy of the API eu-tokens-api$/.source,
        "m",
      ),
    ],
    [
      "other endpoints are not denied",
      "china",
      "aws:apigateway/restApiPolicy:RestApiPolicy",
      without("DenyOtherEndpoints"),
      "the token API is called only through its endpoint",
      new RegExp(
        /^the role arn:aws-cn:iam::444455556666:role\/classroom-backend does /.source +
          /execute-api:Invoke on /.source +
          /arn:aws-cn:execute-api:cn-north-1:123456789012:\w+\/example without /.source +
          /aws:SourceVpce: not denied by the policy of the API cn-tokens-api$/.source,
        "m",
      ),
    ],
    [
      "the backend may call any method",
      "china",
      "aws:apigateway/restApiPolicy:RestApiPolicy",
      wherever("AllowBackend", { Resource: "execute-api:/*" }),
      "only the declared methods of the token API are open",
      new RegExp(
        /^the role arn:aws-cn:iam::444455556666:role\/classroom-backend does /.source +
          /execute-api:Invoke on /.source +
          /arn:aws-cn:execute-api:cn-north-1:123456789012:\w+\/example through the /.source +
          /endpoint vpce-\w+: allowed by statement "AllowBackend" of the policy of the /.source +
          /API cn-tokens-api, denied by none$/.source,
        "m",
      ),
    ],
    [
      "other readers of the secret are not denied",
      "china",
      "aws:secretsmanager/secretPolicy:SecretPolicy",
      without("DenyOtherReaders"),
      "only the function and the named administrators read the secret",
      new RegExp(
        /^the role arn:aws-cn:iam::123456789012:role\/example does /.source +
          /secretsmanager:GetSecretValue on \S+: not denied by the policy of the secret /.source +
          /cn-tokens-certificate$/.source,
        "m",
      ),
    ],
    [
      "a key is open to another account",
      "china",
      "aws:kms/keyPolicy:KeyPolicy",
      besides({ Sid: "Partner", Principal: { AWS: "999900001111" }, Action: "kms:Decrypt" }),
      "no key is open to another account",
      new RegExp(
        /^the role arn:aws-cn:iam::999900001111:role\/example does kms:Decrypt on /.source +
          /arn:aws-cn:kms:cn-north-1:123456789012:key\/\S+: allowed by statement /.source +
          /"Partner" of the policy of the key cn-\S+-key, denied by none$/.source,
        "m",
      ),
    ],
    [
      "nobody administers a key",
      "china",
      "aws:kms/keyPolicy:KeyPolicy",
      without("AdministerByAccount"),
      "every key can be managed by its account",
      /^Not so: account 123456789012 can manage the key\. No request like that gets through\.$/m,
    ],
    [
      "plain HTTP is not denied",
      "china",
      "aws:s3/bucketPolicy:BucketPolicy",
      without("DenyPlainHttp"),
      "every bucket refuses plain HTTP",
      new RegExp(
        /^an anonymous caller does s3:\w+ on arn:aws-cn:s3:::cn-recordings-\w+ over /.source +
          /plain HTTP: not denied by the policy of the bucket cn-recordings$/.source,
        "m",
      ),
    ],
    [
      "everybody may read what is in buckets",
      "china",
      "aws:s3/bucketPolicy:BucketPolicy",
      besides({ Sid: "Site", Principal: "*", Action: "s3:GetObject" }),
      "every bucket refuses strangers",
      new RegExp(
        /^an anonymous caller does s3:GetObject on /.source +
          /arn:aws-cn:s3:::cn-recordings-\S+.*: allowed by statement "Site" of the /.source +
          /policy of the bucket cn-recordings\S*, denied by none$/.source,
        "m",
      ),
    ],
    [
      "uploads under another key are not denied",
      "china",
      "aws:s3/bucketPolicy:BucketPolicy",
      withoutIfThere("DenyOtherKey"),
      "recordings are refused under another key",
      new RegExp(
        /^an anonymous caller does s3:PutObject on /.source +
          /arn:aws-cn:s3:::cn-recordings-\w+\/example with /.source +
          /s3:x-amz-server-side-encryption-aws-kms-key-id "arn:aws:kms:\S+": not denied /.source +
          /by the policy of the bucket cn-recordings$/.source,
        "m",
      ),
    ],
    [
      "uploads without headers are denied",
      "china",
      "aws:s3/bucketPolicy:BucketPolicy",
      (statements) => [
        ...statements,
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutObject",
          Resource: "*",
          Condition: { Null: { "s3:x-amz-server-side-encryption": "true" } },
        },
      ],
      "recordings without encryption headers are accepted",
      /^Not so: an upload without encryption headers is possible\. No request like that gets through\.$/m,
    ],
    [
      "the reader may do more than read",
      "china",
      "aws:iam/policy:Policy",
      wherever("SignReadsForBrowsers", { Action: "s3:*" }),
      "the reader can only read recordings",
      new RegExp(
        /^whoever holds it does s3:\w+ on /.source +
          /arn:aws-cn:s3:::cn-recordings-\w+\/recordings\/example .*: allowed by /.source +
          /statement "SignReadsForBrowsers" of the identity policy cn-recordings-reader, /.source +
          /denied by none$/.source,
        "m",
      ),
    ],
    [
      "the writer's policy and boundary let it read",
      "china",
      "aws:iam/userPolicy:UserPolicy aws:iam/policy:Policy",
      wherever("StoreForAgora", { Action: ["s3:PutObject", "s3:GetObject"] }),
      "the writer can only write recordings",
      new RegExp(
        /^whoever holds it does s3:GetObject on /.source +
          /arn:aws-cn:s3:::cn-recordings-\w+\/recordings\/example: allowed by statement /.source +
          /"StoreForAgora" of the identity policy cn-recordings-writer, allowed by /.source +
          /statement "StoreForAgora" of the boundary cn-recordings-writer-boundary, /.source +
          /denied by none$/.source,
        "m",
      ),
    ],
    [
      "a function may read the secrets of every data centre",
      "dev",
      "aws:iam/rolePolicy:RolePolicy",
      besides({ Sid: "Wide", Action: "secretsmanager:GetSecretValue" }),
      "nothing is open to NA",
      new RegExp(
        /^whoever holds it does secretsmanager:GetSecretValue on /.source +
          /arn:aws:secretsmanager:eu-central-1:\S+: allowed by statement "Wide" of the /.source +
          /identity policy na-\S+, denied by none$/.source,
        "m",
      ),
    ],
  ];
  for (const [title, stack, type, change, says, sentence] of breaks) {
    it(`shows by a request that ${title}`, async () => {
      const ended = await broken(stack, type, change);
      assert.equal(ended.code, 1, ended.stdout + ended.stderr);
      const lines = ended.stdout.split("\n");
      assert.ok(lines.some((line) => line.includes(says) && line.includes("disproved")));
      assert.match(lines.map((line) => line.trim()).join("\n"), sentence);
      assert.match(verdict(ended), / disproved/);
    });
  }
});
