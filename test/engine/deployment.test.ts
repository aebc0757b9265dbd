// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ACCOUNT } from "../support/components/settled";
import { undeployable } from "../support/deployment/deployability";
import {
  DeployedDocuments,
  type Origin,
  type Question,
  withoutPolicy,
} from "../support/deployment/deployed-documents";
import { type DeployedStack, deployAndDestroy } from "../support/deployment/deployed-stack";
import { stackFolder } from "../support/deployment/stack-copy";
import {
  answersTo,
  answersWithoutLimits,
  everyone,
  type Principals,
  principalsOf,
} from "../support/simulation/askers";
import { decision, unknownWords } from "../support/simulation/simulation";

// What this does not prove. The documents are the program's own, but who may do what is the answer of a
// simulator: of AWS, it knows neither service control policies of the reader's organisation, nor grants,
// nor the text of policies that AWS manages (the function's role has one, for its network interfaces),
// and it takes the root user for anybody who has every permission. Security groups and routes are no
// policies: that the function reaches nothing but its endpoints is not seen here. And the stand-in
// takes what the SDK's schema takes, which AWS may still refuse.

const places = [
  { partition: "aws", dataCenter: "EU", awsRegion: "eu-central-1", suffix: "amazonaws.com" },
  { partition: "aws-cn", dataCenter: "CN", awsRegion: "cn-north-1", suffix: "amazonaws.com.cn" },
] as const;

for (const { partition, dataCenter, awsRegion, suffix } of places) {
  describe(`engine: a deployment that records nothing in ${partition}`, function () {
    this.timeout(300_000);
    const role = (name: string): string => `arn:${partition}:iam::${ACCOUNT}:role/${name}`;
    const backend = role("classroom-backend");
    const keeper = role("certificate-keeper");

    let stack: DeployedStack;
    let documents: DeployedDocuments;
    let principals: Principals;

    before(async () => {
      const config = {
        "classroom:appId": "970CA35de60c44645bbae8a215061b33",
        "classroom:identityMode": "issued",
        "classroom:deletionProtection": false,
        "classroom:secretAdministratorArns": [keeper],
        "classroom:regions": [
          {
            dataCenter,
            awsRegion,
            accountId: ACCOUNT,
            backendRoleArns: [backend],
          },
        ],
      };
      const folder = stackFolder(`deployment-${partition}`, JSON.stringify({ config }));
      stack = await deployAndDestroy(folder);
      documents = new DeployedDocuments(stack.resources);
      principals = principalsOf(documents, { partition, backend, keeper });
    });

    /**
     * One row of the table per place. Whatever is refused is also asked where every document lets everybody
     * in, and must be allowed there: a request that could never succeed proves nothing.
     */
    function decides(
      title: string,
      questions: () => readonly Question[],
      rows: Partial<Readonly<Record<Origin, string>>>,
    ): void {
      it(`decides who is ${title}`, async () => {
        for (const [origin, row] of Object.entries(rows) as [Origin, string][]) {
          const requests = questions().map((each) => documents.from(origin, each));
          assert.ok(requests.length > 0, "something is asked");
          for (const question of requests) {
            const asked = `${question.action} ${question.resource}, ${origin}`;
            assert.equal(await answersTo(question, principals), row, asked);
            assert.equal(await answersWithoutLimits(question, principals), everyone("yes"), asked);
          }
        }
      });
    }

    const everywhere = (row: string): Partial<Record<Origin, string>> => ({
      "another endpoint": row,
      "the internet": row,
    });

    it("could be made by AWS in this order, with these names and keys", () => {
      assert.deepEqual(undeployable(stack.resources), []);
    });

    it("is destroyed to the last resource", () => {
      assert.equal(stack.destroyed.code, 0, stack.destroyed.text);
      assert.deepEqual(stack.left, []);
    });

    it("holds these policy documents, in words that IAM has", async () => {
      const all = documents.all();
      assert.deepEqual(Object.keys(all).sort(), [
        "Key operations-key",
        "KeyPolicy tokens-secret-key-policy",
        "Policy tokens-backend",
        "RestApiPolicy tokens-api-policy",
        "Role api-gateway-logs",
        "Role network-flow-log",
        "Role tokens-function",
        "RolePolicy network-flow-log",
        "RolePolicy tokens-function",
        "SecretPolicy tokens-certificate-policy",
        "TopicPolicy tokens-alarms",
        "VpcEndpoint network-s3",
        "VpcEndpoint tokens-dynamodb",
        "VpcEndpoint tokens-secrets-manager",
        "VpcEndpointPolicy tokens-endpoint-policy",
      ]);
      for (const [name, document] of Object.entries(all)) {
        assert.deepEqual(await unknownWords(document), [], name);
      }
    });

    // Rows:  backend administrator keeper root stranger nobody function
    const nobodyMay = everyone("no");

    it("has the methods that are asked for below", () => {
      const id = "a".repeat(32);
      assert.deepEqual(documents.methods().sort(), [
        "GET/v1/health",
        "POST/v1/classrooms",
        `POST/v1/classrooms/${id}/participants`,
        `POST/v1/classrooms/${id}/participants/${id}/tokens`,
        "POST/v1/tokens/room-user",
        "POST/v1/tokens/rtm",
      ]);
    });
    decides("let in to each method of the API", () => documents.calls(documents.methods()), {
      "its endpoint": "yes never never never never never never",
      ...everywhere(everyone("never")),
    });
    decides(
      "let in to methods that the API does not have",
      () => documents.calls(["DELETE/v1/tokens/room-user", "POST/v1/tokens/app", "GET/v1/tokens"]),
      {
        "its endpoint": "no never never never never never never",
        ...everywhere(everyone("never")),
      },
    );

    decides(
      "let in to each method if the API had no policy of its own",
      () => documents.calls(documents.methods()).map(withoutPolicy),
      {
        "its endpoint": "yes no no no no no no",
        ...everywhere("yes yes yes yes no no no"),
      },
    );
    it("lets in a backend of another account, which takes a word from both sides", async () => {
      for (const question of documents.calls(documents.methods())) {
        const { policy, id } = documents.endpoint("execute-api");
        const context = { "aws:SourceVpce": id };
        const request = { ...question, endpointPolicy: policy, context, accountId: "999988887777" };
        const answer = await decision({ ...request, principal: principals.backend });
        assert.equal(answer, "Allowed", question.resource);
      }
    });

    const secret = (action: string) => (): Question[] => [
      {
        action: `secretsmanager:${action}`,
        resource: documents.output(":Secret", "tokens-certificate"),
        resourcePolicy: documents.input(":SecretPolicy", "tokens-certificate-policy"),
      },
    ];
    // The secret's own policy says who reads, not from where.
    decides("shown the certificate", secret("GetSecretValue"), {
      "its endpoint": "never never no never never never yes",
      ...everywhere("never never yes never never never yes"),
    });
    decides(
      "shown the certificate if it had no policy of its own",
      () => secret("GetSecretValue")().map(withoutPolicy),
      { "its endpoint": "no no no no no no yes", ...everywhere("no yes yes yes no no yes") },
    );
    decides("able to store a certificate", secret("PutSecretValue"), {
      "its endpoint": nobodyMay,
      ...everywhere("no yes yes yes no no no"),
    });

    const through = (service: string): Record<string, string> => ({
      "kms:ViaService": `${service}.${awsRegion}.${suffix}`,
    });
    const decryption = (key: string, context: () => Record<string, string>) => (): Question[] => [
      documents.useOfKey(key, "kms:Decrypt", context()),
    ];
    const ofSecret = (ending = ""): Record<string, string> => ({
      "kms:EncryptionContext:SecretARN": documents.output(":Secret", "tokens-certificate") + ending,
    });

    for (const [key, context] of [
      ["tokens-secret-key", ofSecret],
      ["operations-key", () => ({})],
    ] as const) {
      decides(
        `able to decrypt with the ${key} directly, not through a service`,
        decryption(key, () => context()),
        everywhere(nobodyMay),
      );
      decides(
        `able to change the policy of the ${key}`,
        () => [documents.useOfKey(key, "kms:PutKeyPolicy")],
        everywhere("no yes yes yes no no no"),
      );
    }
    decides(
      "served by the certificate's key through Secrets Manager",
      decryption("tokens-secret-key", () => ({ ...through("secretsmanager"), ...ofSecret() })),
      everywhere("no yes yes yes no no yes"),
    );
    decides(
      "served by the certificate's key for another secret",
      decryption("tokens-secret-key", () => ({
        ...through("secretsmanager"),
        ...ofSecret("-other"),
      })),
      everywhere(nobodyMay),
    );
    decides(
      "served by the operations key through DynamoDB",
      decryption("operations-key", () => through("dynamodb")),
      everywhere("no yes yes yes no no yes"),
    );
    decides(
      "served by the operations key through another service",
      decryption("operations-key", () => through("s3")),
      everywhere(nobodyMay),
    );
    decides(
      "shown each log",
      () => documents.logs("GetLogEvents", documents.logGroups()),
      everywhere("no yes yes yes no no no"),
    );
    decides(
      "able to write the function's log",
      () => documents.logs("PutLogEvents", [documents.output(":LogGroup", "tokens-function")]),
      everywhere("no yes yes yes no no yes"),
    );
    const table = (action: string) => (): Question[] => [
      { action: `dynamodb:${action}`, resource: documents.output(":Table", "tokens-classrooms") },
    ];
    decides("able to write a record of issued ids", table("PutItem"), {
      "its endpoint": "no no no no no no yes",
      ...everywhere("no yes yes yes no no yes"),
    });
    decides("able to delete a record of issued ids", table("DeleteItem"), {
      "its endpoint": nobodyMay,
      ...everywhere("no yes yes yes no no no"),
    });
  });
}
