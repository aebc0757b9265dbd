// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { TokenService } from "../../../components/token-service/token-service";
import { ACCOUNT, only, type Settled, settled } from "../../support/components/settled";
import {
  decision,
  type Principal,
  type Request,
  unknownWords,
} from "../../support/simulation/simulation";

const places = [
  { partition: "aws", awsRegion: "eu-central-1", dataCenter: "EU", suffix: "amazonaws.com" },
  { partition: "aws-cn", awsRegion: "cn-north-1", dataCenter: "CN", suffix: "amazonaws.com.cn" },
] as const;

const otherAccount = "999988887777";

for (const { partition, awsRegion, dataCenter, suffix } of places) {
  describe(`token service documents in ${partition}`, () => {
    const role = (name: string, account: string = ACCOUNT): string =>
      `arn:${partition}:iam::${account}:role/${name}`;
    const arn = (service: string, resource: string): string =>
      `arn:${partition}:${service}:${awsRegion}:${ACCOUNT}:${resource}`;
    const everything = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });

    let service: Settled<TokenService>;
    let backend: Principal;
    let tokenFunction: Principal;
    const visitor: Principal = { arn: role("visitor"), policies: [everything] };
    const otherRole: Principal = { arn: role("other"), policies: [everything] };
    const named: Principal = { arn: role("certificate-keeper"), policies: [everything] };
    const stranger: Principal = { arn: role("other", otherAccount), policies: [everything] };
    const nobody: Principal = {};

    const text = (type: string, name?: string, property = "policy"): string =>
      String(only(service, type, name).inputs[property]);

    before(async () => {
      service = await settled(
        awsRegion,
        () =>
          new TokenService("name", {
            appId: "970CA35de60c44645bbae8a215061b33",
            dataCenter,
            awsRegion,
            vpcId: "vpc-1",
            subnetIds: ["subnet-1"],
            routeTableIds: ["rtb-1"],
            backendSecurityGroupIds: ["sg-1"],
            backendRoleArns: [role("backend")],
            temporaryCallers: [{ roleArn: role("visitor"), until: "2026-12-31T23:59:59Z" }],
            secretAdministratorArns: [role("certificate-keeper")],
            identityMode: "issued",
          }),
      );
      backend = { arn: role("backend"), policies: [text("aws:iam/policy:Policy")] };
      tokenFunction = {
        arn: role("name-function"),
        policies: [text("aws:iam/rolePolicy:RolePolicy")],
      };
    });

    /** The table of one question: who, and what IAM answers. */
    function decides(
      title: string,
      request: () => Omit<Request, "principal" | "accountId">,
      rows: Readonly<Record<string, string>>,
    ): void {
      it(title, async () => {
        const principals: Record<string, Principal> = {
          backend,
          visitor,
          otherRole,
          named,
          stranger,
          nobody,
          tokenFunction,
        };
        const answers: Record<string, string> = {};
        for (const name of Object.keys(rows)) {
          const principal = principals[name] as Principal;
          answers[name] = await decision({ ...request(), principal, accountId: ACCOUNT });
        }
        assert.deepEqual(answers, rows);
      });
    }

    const methods = [
      "POST/v1/tokens/room-user",
      "POST/v1/tokens/rtm",
      "POST/v1/classrooms",
      `POST/v1/classrooms/${"a".repeat(32)}/participants`,
      `POST/v1/classrooms/${"a".repeat(32)}/participants/${"b".repeat(32)}/tokens`,
      "GET/v1/health",
    ];
    const invoke =
      (path: string, context: Record<string, string>, through = true) =>
      (): Omit<Request, "principal" | "accountId"> => ({
        action: "execute-api:Invoke",
        resource: arn("execute-api", `name-api-id/live/${path}`),
        resourcePolicy: text("aws:apigateway/restApiPolicy:RestApiPolicy"),
        endpointPolicy: through ? text("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy") : undefined,
        context,
      });
    const refusedToAll = {
      backend: "ExplicitlyDenied",
      otherRole: "ExplicitlyDenied",
      named: "ExplicitlyDenied",
      stranger: "ExplicitlyDenied",
      nobody: "ExplicitlyDenied",
      tokenFunction: "ExplicitlyDenied",
    };

    for (const method of methods) {
      decides(
        `lets only the backend call ${method.replaceAll(/([ab])\1+/g, "{id}")}, through the endpoint`,
        invoke(method, { "aws:SourceVpce": "name-endpoint-id" }),
        { ...refusedToAll, backend: "Allowed" },
      );
    }
    decides(
      "refuses everybody at another endpoint",
      invoke("POST/v1/tokens/room-user", { "aws:SourceVpce": "vpce-other" }, false),
      refusedToAll,
    );
    decides(
      "refuses everybody on the internet",
      invoke("POST/v1/tokens/room-user", {}, false),
      refusedToAll,
    );
    decides(
      "refuses a method that the API does not have even to the backend",
      invoke("DELETE/v1/tokens/room-user", { "aws:SourceVpce": "name-endpoint-id" }),
      { backend: "ImplicitlyDenied" },
    );

    decides(
      "lets a visitor in up to the last moment of its permission",
      invoke("POST/v1/tokens/room-user", {
        "aws:SourceVpce": "name-endpoint-id",
        "aws:CurrentTime": "2026-12-31T23:59:59Z",
      }),
      { visitor: "Allowed", backend: "Allowed" },
    );
    decides(
      "refuses a visitor, and only the visitor, afterwards",
      invoke("POST/v1/tokens/room-user", {
        "aws:SourceVpce": "name-endpoint-id",
        "aws:CurrentTime": "2027-01-01T00:00:00Z",
      }),
      { visitor: "ExplicitlyDenied", backend: "Allowed" },
    );

    const readSecret = (): Omit<Request, "principal" | "accountId"> => ({
      action: "secretsmanager:GetSecretValue",
      resource: arn("secretsmanager", "secret:name-certificate-AbCdEf"),
      resourcePolicy: text("aws:secretsmanager/secretPolicy:SecretPolicy"),
    });
    decides("lets the function and named administrators read the certificate", readSecret, {
      backend: "ExplicitlyDenied",
      otherRole: "ExplicitlyDenied",
      named: "Allowed",
      stranger: "ExplicitlyDenied",
      nobody: "ExplicitlyDenied",
      tokenFunction: "Allowed",
    });
    decides(
      "carries the function's reading, and nobody else's, through its endpoint",
      () => ({
        ...readSecret(),
        endpointPolicy: text("aws:ec2/vpcEndpoint:VpcEndpoint", "name-secrets-manager"),
      }),
      { named: "ImplicitlyDenied", tokenFunction: "Allowed" },
    );
    decides(
      "lets administrators store a certificate that they cannot read",
      () => ({ ...readSecret(), action: "secretsmanager:PutSecretValue" }),
      { backend: "ImplicitlyDenied", otherRole: "Allowed", tokenFunction: "ImplicitlyDenied" },
    );

    const secretKey =
      (action: string, context: Record<string, string>) =>
      (): Omit<Request, "principal" | "accountId"> => ({
        action,
        resource: arn("kms", "key/name-secret-key-id"),
        resourcePolicy: text("aws:kms/keyPolicy:KeyPolicy"),
        context,
      });
    decides("decrypts nothing directly, for nobody", secretKey("kms:Decrypt", {}), {
      backend: "ImplicitlyDenied",
      otherRole: "ImplicitlyDenied",
      named: "ImplicitlyDenied",
      stranger: "ImplicitlyDenied",
      tokenFunction: "ImplicitlyDenied",
    });
    decides(
      "decrypts through Secrets Manager, for this secret",
      secretKey("kms:Decrypt", {
        "kms:ViaService": `secretsmanager.${awsRegion}.${suffix}`,
        "kms:EncryptionContext:SecretARN": arn("secretsmanager", "secret:name-certificate-AbCdEf"),
      }),
      { backend: "ImplicitlyDenied", stranger: "ImplicitlyDenied", tokenFunction: "Allowed" },
    );
    decides(
      "decrypts no other secret",
      secretKey("kms:Decrypt", {
        "kms:ViaService": `secretsmanager.${awsRegion}.${suffix}`,
        "kms:EncryptionContext:SecretARN": arn("secretsmanager", "secret:another-AbCdEf"),
      }),
      { otherRole: "ImplicitlyDenied", tokenFunction: "ImplicitlyDenied" },
    );
    decides(
      "lets administrators of the account change the certificate key's policy",
      secretKey("kms:PutKeyPolicy", {}),
      { otherRole: "Allowed", tokenFunction: "ImplicitlyDenied", stranger: "ImplicitlyDenied" },
    );
    decides(
      "lets administrators of the account change the operations key's policy",
      () => ({
        action: "kms:PutKeyPolicy",
        resource: arn("kms", "key/name-operations-key-id"),
        resourcePolicy: text("aws:kms/key:Key", "name-operations-key"),
      }),
      { otherRole: "Allowed", backend: "ImplicitlyDenied", stranger: "ImplicitlyDenied" },
    );

    for (const [action, answer] of [
      ["dynamodb:PutItem", "Allowed"],
      ["dynamodb:GetItem", "Allowed"],
      ["dynamodb:DeleteItem", "ImplicitlyDenied"],
      ["dynamodb:Scan", "ImplicitlyDenied"],
    ] as const) {
      decides(
        `answers ${action} of the function with ${answer}, and of the backend never`,
        () => ({
          action,
          resource: arn("dynamodb", "table/name-classrooms"),
          endpointPolicy: text("aws:ec2/vpcEndpoint:VpcEndpoint", "name-dynamodb"),
        }),
        { tokenFunction: answer, backend: "ImplicitlyDenied", otherRole: "ImplicitlyDenied" },
      );
    }

    decides(
      "lets the function write its log but not read it",
      () => ({
        action: "logs:GetLogEvents",
        resource: arn("logs", "log-group:name-function:log-stream:1"),
      }),
      { tokenFunction: "ImplicitlyDenied", backend: "ImplicitlyDenied" },
    );
    decides(
      "lets the function put lines into its own log group only",
      () => ({
        action: "logs:PutLogEvents",
        resource: arn("logs", "log-group:name-function:log-stream:1"),
      }),
      { tokenFunction: "Allowed", backend: "ImplicitlyDenied" },
    );
    decides(
      "keeps the function from writing into other logs",
      () => ({
        action: "logs:PutLogEvents",
        resource: arn("logs", "log-group:other:log-stream:1"),
      }),
      { tokenFunction: "ImplicitlyDenied" },
    );

    it("uses only operators, keys and actions that IAM has", async () => {
      const documents = service.children.flatMap(({ name, inputs }) =>
        [inputs.policy, inputs.assumeRolePolicy]
          .filter((document) => typeof document === "string")
          .map((document) => ({ name, document })),
      );
      assert.ok(documents.length >= 10);
      for (const { name, document } of documents) {
        assert.deepEqual(await unknownWords(document), [], name);
      }
    });
  });
}
