// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { routesOf } from "../../../components/token-service/contract/routes";
import {
  TokenService,
  type TokenServiceArgs,
} from "../../../components/token-service/token-service";
import {
  ACCOUNT,
  dependenciesOf,
  known,
  listed,
  only,
  providerOf,
  type Settled,
  settled,
} from "../../support/settled";

const BACKEND = `arn:aws:iam::${ACCOUNT}:role/classroom-backend`;

const required: TokenServiceArgs = {
  appId: "970CA35de60c44645bbae8a215061b33",
  dataCenter: "EU",
  awsRegion: "eu-central-1",
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  backendSecurityGroupIds: ["sg-backend"],
  backendRoleArns: [BACKEND],
};

/** The types and names of a service called `eu` with only the required arguments. */
const defaultChildren = [
  "agora-classroom:index:TokenService eu",
  "aws:apigateway/deployment:Deployment eu-deployment",
  "aws:apigateway/integration:Integration eu-check-health",
  "aws:apigateway/integration:Integration eu-issue-room-user-token",
  "aws:apigateway/integration:Integration eu-issue-rtm-token",
  "aws:apigateway/method:Method eu-check-health",
  "aws:apigateway/method:Method eu-issue-room-user-token",
  "aws:apigateway/method:Method eu-issue-rtm-token",
  "aws:apigateway/methodSettings:MethodSettings eu-settings",
  "aws:apigateway/model:Model eu-issue-room-user-token",
  "aws:apigateway/model:Model eu-issue-rtm-token",
  "aws:apigateway/requestValidator:RequestValidator eu-validator",
  "aws:apigateway/resource:Resource eu-path-v1",
  "aws:apigateway/resource:Resource eu-path-v1-health",
  "aws:apigateway/resource:Resource eu-path-v1-tokens",
  "aws:apigateway/resource:Resource eu-path-v1-tokens-room-user",
  "aws:apigateway/resource:Resource eu-path-v1-tokens-rtm",
  "aws:apigateway/response:Response eu-access-denied",
  "aws:apigateway/response:Response eu-bad-request-body",
  "aws:apigateway/response:Response eu-default-4xx",
  "aws:apigateway/response:Response eu-default-5xx",
  "aws:apigateway/response:Response eu-missing-authentication-token",
  "aws:apigateway/response:Response eu-request-too-large",
  "aws:apigateway/response:Response eu-throttled",
  "aws:apigateway/response:Response eu-unsupported-media-type",
  "aws:apigateway/restApi:RestApi eu-api",
  "aws:apigateway/restApiPolicy:RestApiPolicy eu-api-policy",
  "aws:apigateway/stage:Stage eu-stage",
  "aws:cloudwatch/logGroup:LogGroup eu-access",
  "aws:cloudwatch/logGroup:LogGroup eu-execution",
  "aws:cloudwatch/logGroup:LogGroup eu-function",
  "aws:cloudwatch/logMetricFilter:LogMetricFilter eu-refused",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-certificate-unavailable",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-errors",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-latency",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-refused-callers",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-throttles",
  "aws:ec2/securityGroup:SecurityGroup eu-endpoint",
  "aws:ec2/securityGroup:SecurityGroup eu-function",
  "aws:ec2/securityGroup:SecurityGroup eu-secrets-manager",
  "aws:ec2/vpcEndpoint:VpcEndpoint eu-endpoint",
  "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy eu-endpoint-policy",
  "aws:iam/policy:Policy eu-backend",
  "aws:iam/role:Role eu-function",
  "aws:iam/rolePolicy:RolePolicy eu-function",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
  "aws:kms/key:Key eu-operations-key",
  "aws:kms/key:Key eu-secret-key",
  "aws:kms/keyPolicy:KeyPolicy eu-secret-key-policy",
  "aws:lambda/function:Function eu-function",
  "aws:lambda/permission:Permission eu-check-health",
  "aws:lambda/permission:Permission eu-issue-room-user-token",
  "aws:lambda/permission:Permission eu-issue-rtm-token",
  "aws:secretsmanager/secret:Secret eu-certificate",
  "aws:secretsmanager/secretPolicy:SecretPolicy eu-certificate-policy",
  "aws:sns/topic:Topic eu-alarms",
  "aws:sns/topicPolicy:TopicPolicy eu-alarms",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-endpoint-from-backend-0",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-secrets-manager-from-function",
];

function build(
  overrides: Partial<TokenServiceArgs> = {},
  options: pulumi.ComponentResourceOptions = {},
): Promise<Settled<TokenService>> {
  const args = { ...required, ...overrides };
  return settled(args.awsRegion, () => new TokenService("eu", args, options));
}

describe("TokenService", () => {
  describe("with only the required arguments", () => {
    let service: Settled<TokenService>;
    before(async () => {
      service = await build();
    });

    it("makes exactly these resources", () => {
      assert.deepEqual(listed(service), defaultChildren);
    });

    it("makes the API private and ties it to its endpoint", () => {
      assert.deepEqual(only(service, "aws:apigateway/restApi:RestApi").inputs, {
        description: "Token API of eu",
        endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["eu-endpoint-id"] },
      });
    });

    it("has callers sign every method with IAM and validates what they send", () => {
      const methods = service.children.filter(({ type }) => type.endsWith(":Method"));
      assert.equal(methods.length, 3);
      for (const { inputs } of methods) {
        assert.equal(inputs.authorization, "AWS_IAM");
        assert.equal(inputs.requestValidatorId, "eu-validator-id");
        assert.equal(inputs.apiKeyRequired, undefined);
      }
      assert.deepEqual(
        only(service, "aws:apigateway/method:Method", "eu-issue-room-user-token").inputs
          .requestModels,
        { "application/json": "RoomUserTokenRequest" },
      );
    });

    it("lets the API call the function for exactly its methods", () => {
      const permissions = service.children.filter(({ type }) => type.endsWith(":Permission"));
      assert.deepEqual(
        permissions.map(({ inputs }) => inputs),
        ["GET/v1/health", "POST/v1/tokens/room-user", "POST/v1/tokens/rtm"].map((method) => ({
          function: "eu-function",
          action: "lambda:InvokeFunction",
          principal: "apigateway.amazonaws.com",
          sourceAccount: ACCOUNT,
          sourceArn: `arn:aws:execute-api:eu-central-1:${ACCOUNT}:eu-api-id/live/${method}`,
        })),
      );
    });

    it("opens the endpoint to the backend's security group on the port of HTTPS only", () => {
      assert.deepEqual(
        only(
          service,
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "eu-endpoint-from-backend-0",
        ).inputs,
        {
          description: "HTTPS from the app backend",
          securityGroupId: "eu-endpoint-id",
          referencedSecurityGroupId: "sg-backend",
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
        },
      );
      assert.deepEqual(only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", "eu-endpoint").inputs, {
        vpcId: "vpc-1",
        vpcEndpointType: "Interface",
        serviceName: "com.amazonaws.eu-central-1.execute-api",
        subnetIds: ["subnet-1", "subnet-2"],
        securityGroupIds: ["eu-endpoint-id"],
        privateDnsEnabled: false,
      });
    });

    it("gives the function a way to Secrets Manager and no other", () => {
      const egress = service.children.filter(({ type }) => type.endsWith("EgressRule"));
      assert.deepEqual(
        egress.map(({ inputs }) => inputs),
        [
          {
            description: "HTTPS to secrets-manager",
            securityGroupId: "eu-function-id",
            referencedSecurityGroupId: "eu-secrets-manager-id",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
          },
        ],
      );
      for (const { inputs } of service.children.filter(({ type }) =>
        type.endsWith(":SecurityGroup"),
      )) {
        assert.deepEqual([inputs.ingress, inputs.egress], [undefined, undefined]);
      }
    });

    it("keeps secrets out of the function's environment", () => {
      const { code: _, ...inputs } = only(service, "aws:lambda/function:Function").inputs;
      assert.deepEqual(inputs, {
        description: "Signs Agora tokens of eu",
        role: `arn:aws:iam::${ACCOUNT}:role/eu-function`,
        runtime: "nodejs24.x",
        architectures: ["arm64"],
        handler: "index.handler",
        timeout: 5,
        memorySize: 256,
        environment: {
          variables: {
            AGORA_APP_ID: "970CA35de60c44645bbae8a215061b33",
            AGORA_REGION: "EU",
            IDENTITY_MODE: "app-managed",
            APP_CERTIFICATE_SECRET_ARN: `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:eu-certificate-AbCdEf`,
            AWS_ENDPOINT_URL_SECRETS_MANAGER:
              "https://eu-secrets-manager.vpce.eu-central-1.example",
          },
        },
        loggingConfig: { logFormat: "Text", logGroup: "eu-function" },
        vpcConfig: {
          subnetIds: ["subnet-1", "subnet-2"],
          securityGroupIds: ["eu-function-id"],
        },
      });
    });

    it("makes the secret without a value, under its own key, recoverable and protected", () => {
      const secret = only(service, "aws:secretsmanager/secret:Secret");
      assert.deepEqual(secret.inputs, {
        description: "Agora App Certificate of eu",
        kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-secret-key-id`,
        recoveryWindowInDays: 30,
      });
      assert.equal(secret.opts.protect, true);
      assert.equal(
        only(service, "aws:secretsmanager/secretPolicy:SecretPolicy").inputs.blockPublicPolicy,
        true,
      );
    });

    it("rotates and protects its keys", () => {
      const keys = service.children.filter(({ type }) => type === "aws:kms/key:Key");
      assert.deepEqual(
        keys.map(({ name, inputs, opts }) => [
          name,
          inputs.enableKeyRotation,
          inputs.deletionWindowInDays,
          inputs.multiRegion,
          opts.protect,
        ]),
        [
          ["eu-operations-key", true, 30, undefined, true],
          ["eu-secret-key", true, 30, undefined, true],
        ],
      );
    });

    it("encrypts and bounds every log, and leaves all names but API Gateway's own to Pulumi", () => {
      const logs = service.children.filter(({ type }) => type.endsWith(":LogGroup"));
      const kept = {
        kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
        retentionInDays: 365,
      };
      assert.deepEqual(
        logs.map(({ inputs }) => inputs),
        [kept, { name: "API-Gateway-Execution-Logs_eu-api-id/live", ...kept }, kept],
      );
    });

    it("logs accesses without bodies, paths or payloads, and throttles every method", () => {
      const { accessLogSettings } = only(service, "aws:apigateway/stage:Stage").inputs as {
        accessLogSettings: { destinationArn: string; format: string };
      };
      assert.equal(
        accessLogSettings.destinationArn,
        `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:eu-access`,
      );
      assert.deepEqual(
        [...accessLogSettings.format.matchAll(/\$context\.([\w.]+)/g)].map(([, field]) => field),
        [
          "requestId",
          "extendedRequestId",
          "requestTime",
          "httpMethod",
          "resourcePath",
          "status",
          "error.responseType",
          "identity.userArn",
          "identity.vpceId",
          "responseLatency",
          "integration.status",
          "integration.latency",
        ],
      );
      assert.deepEqual(only(service, "aws:apigateway/methodSettings:MethodSettings").inputs, {
        restApi: "eu-api-id",
        stageName: "live",
        methodPath: "*/*",
        settings: {
          throttlingRateLimit: 100,
          throttlingBurstLimit: 200,
          metricsEnabled: true,
          loggingLevel: "ERROR",
          dataTraceEnabled: false,
          cachingEnabled: false,
        },
      });
    });

    it("encrypts the alarm topic and sends every alarm there", () => {
      assert.deepEqual(only(service, "aws:sns/topic:Topic").inputs, {
        kmsMasterKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
      });
      for (const { inputs } of service.children.filter(({ type }) =>
        type.endsWith(":MetricAlarm"),
      )) {
        assert.deepEqual(inputs.alarmActions, [`arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`]);
      }
    });

    it("deploys the API after its policy, methods, integrations and answers", async () => {
      assert.deepEqual(
        await dependenciesOf(only(service, "aws:apigateway/deployment:Deployment")),
        [
          ...defaultChildren.filter((child) =>
            /:(RestApiPolicy|Method|Integration|Response) /.test(child),
          ),
        ].sort(),
      );
    });

    it("makes the function after its permissions and its way to Secrets Manager", async () => {
      assert.deepEqual(await dependenciesOf(only(service, "aws:lambda/function:Function")), [
        "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
        "aws:iam/rolePolicy:RolePolicy eu-function",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
      ]);
    });

    it("says where the API is and how to fill the secret", async () => {
      const { result } = service;
      const secretArn = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:eu-certificate-AbCdEf`;
      assert.deepEqual(
        {
          apiUrl: await known(result.apiUrl),
          apiId: await known(result.apiId),
          vpcEndpointId: await known(result.vpcEndpointId),
          backendPolicyArn: await known(result.backendPolicyArn),
          secretArn: await known(result.secretArn),
          fillSecretCommand: await known(result.fillSecretCommand),
          alarmTopicArn: await known(result.alarmTopicArn),
        },
        {
          apiUrl: "https://eu-api-id-eu-endpoint-id.execute-api.eu-central-1.amazonaws.com/live",
          apiId: "eu-api-id",
          vpcEndpointId: "eu-endpoint-id",
          backendPolicyArn: `arn:aws:iam::${ACCOUNT}:policy/eu-backend`,
          secretArn,
          fillSecretCommand: `read -rs certificate && printf '{"primary":"%s"}' "$certificate" | aws secretsmanager put-secret-value --region eu-central-1 --secret-id ${secretArn} --secret-string file:///dev/stdin`,
          alarmTopicArn: `arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`,
        },
      );
    });
  });

  describe("with optional arguments", () => {
    it("adds a protected table and a way to it with issued ids", async () => {
      const service = await build({ identityMode: "issued", routeTableIds: ["rtb-1"] });
      const added = listed(service).filter((child) => !defaultChildren.includes(child));
      assert.deepEqual(
        added.filter((child) => !child.startsWith("aws:apigateway") && !/Permission/.test(child)),
        [
          "aws:dynamodb/table:Table eu-classrooms",
          "aws:ec2/vpcEndpoint:VpcEndpoint eu-dynamodb",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-dynamodb",
        ],
      );
      const table = only(service, "aws:dynamodb/table:Table");
      assert.deepEqual(table.inputs, {
        billingMode: "PAY_PER_REQUEST",
        attributes: [{ name: "id", type: "S" }],
        hashKey: "id",
        ttl: { attributeName: "expiresAt", enabled: true },
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: {
          enabled: true,
          kmsKeyArn: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
        },
        deletionProtectionEnabled: true,
      });
      assert.equal(table.opts.protect, true);
      assert.deepEqual(
        service.children
          .filter(({ type }) => type.endsWith(":Method"))
          .map(({ inputs }) => [inputs.httpMethod, inputs.requestParameters]).length,
        routesOf("issued").length,
      );
    });

    it("takes endpoints that exist and leaves their policies alone", async () => {
      const service = await build({
        executeApiEndpointId: "vpce-api",
        secretsManagerEndpointId: "vpce-secrets",
        backendSecurityGroupIds: [],
      });
      assert.deepEqual(
        listed(service).filter((child) => /Endpoint|SecurityGroup/.test(child)),
        [
          "aws:ec2/securityGroup:SecurityGroup eu-function",
          "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
        ],
      );
      assert.deepEqual(
        only(service, "aws:apigateway/restApi:RestApi").inputs.endpointConfiguration,
        { types: "PRIVATE", vpcEndpointIds: ["vpce-api"] },
      );
      assert.equal(
        only(service, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs
          .referencedSecurityGroupId,
        "sg-of-eu-secrets-manager",
      );
    });

    it("leaves the function outside the VPC when told to", async () => {
      const service = await build({ inVpc: false });
      const gone = defaultChildren.filter((child) => !listed(service).includes(child));
      assert.deepEqual(gone, [
        "aws:ec2/securityGroup:SecurityGroup eu-function",
        "aws:ec2/securityGroup:SecurityGroup eu-secrets-manager",
        "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-secrets-manager-from-function",
      ]);
      assert.equal(only(service, "aws:lambda/function:Function").inputs.vpcConfig, undefined);
    });

    it("uses the usual host of Secrets Manager when private DNS answers for it", async () => {
      const service = await build({ privateDnsEnabled: true });
      const { variables } = only(service, "aws:lambda/function:Function").inputs.environment as {
        variables: object;
      };
      assert.ok(!("AWS_ENDPOINT_URL_SECRETS_MANAGER" in variables));
      for (const name of ["eu-endpoint", "eu-secrets-manager"]) {
        assert.equal(
          only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", name).inputs.privateDnsEnabled,
          true,
        );
      }
    });

    it("stores a certificate as a write-only value that stays secret", async () => {
      const service = await build({
        certificate: pulumi.secret("5CFd2fd1755d40ecb72977518be15d3b"),
      });
      const { inputs } = only(service, "aws:secretsmanager/secretVersion:SecretVersion");
      const { secretStringWo, secretStringWoVersion, ...others } = inputs;
      assert.deepEqual(others, { secretId: "eu-certificate-id" });
      assert.deepEqual(secretStringWo, secret('{"primary":"5CFd2fd1755d40ecb72977518be15d3b"}'));
      assert.ok(Number.isInteger((secretStringWoVersion as { value: number }).value));
      assert.ok(
        !JSON.stringify(
          service.children
            .filter(({ type }) => !type.endsWith(":SecretVersion"))
            .map(({ inputs }) => inputs),
        ).includes("5CFd2fd1755d40ecb72977518be15d3b"),
      );
    });

    it("drops protection and recovery delays without deletion protection", async () => {
      const service = await build({
        deletionProtection: false,
        identityMode: "issued",
        routeTableIds: ["rtb-1"],
      });
      assert.deepEqual(
        service.children.filter(({ opts }) => opts.protect).map(({ name }) => name),
        [],
      );
      assert.equal(
        only(service, "aws:secretsmanager/secret:Secret").inputs.recoveryWindowInDays,
        0,
      );
      assert.equal(
        only(service, "aws:dynamodb/table:Table").inputs.deletionProtectionEnabled,
        false,
      );
    });

    it("runs x86_64 and Node.js 22 in China, behind China's endpoint names", async () => {
      const service = await build({
        dataCenter: "CN",
        awsRegion: "cn-north-1",
        backendRoleArns: [`arn:aws-cn:iam::${ACCOUNT}:role/classroom-backend`],
      });
      const { runtime, architectures } = only(service, "aws:lambda/function:Function").inputs;
      assert.deepEqual([runtime, architectures], ["nodejs22.x", ["x86_64"]]);
      assert.deepEqual(
        ["eu-endpoint", "eu-secrets-manager"].map(
          (name) => only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", name).inputs.serviceName,
        ),
        ["cn.com.amazonaws.cn-north-1.execute-api", "com.amazonaws.cn-north-1.secretsmanager"],
      );
      assert.equal(
        await known(service.result.apiUrl),
        "https://eu-api-id-eu-endpoint-id.execute-api.cn-north-1.amazonaws.com.cn/live",
      );
      assert.ok(!JSON.stringify(service.children.map(({ inputs }) => inputs)).includes("arn:aws:"));
    });
  });

  describe("and its provider", () => {
    it("passes the provider to every child", async () => {
      const args = { ...required };
      const service = await settled(args.awsRegion, () => {
        return new TokenService("eu", args, { provider: providerOf("eu-central-1") });
      });
      const elsewhere = service.children
        .filter(({ type }) => type.startsWith("aws:"))
        .filter(({ provider }) => !provider.includes("::provider-eu-central-1::"));
      assert.deepEqual(elsewhere, []);
    });

    it("adds no provider and no region when none is given", async () => {
      const service = await build();
      assert.deepEqual(
        service.children.filter(({ provider, inputs }) => provider !== "" || "region" in inputs),
        [],
      );
    });
  });

  describe("refuses", () => {
    it("all that is wrong with its arguments, at once", async () => {
      await assert.rejects(
        build({ appId: "abc", awsRegion: "us-east-1", backendRoleArns: [] }),
        (error) => {
          assert.ok(pulumi.ResourceError.isInstance(error));
          assert.equal(
            (error as Error).message,
            [
              "TokenService 'eu': 'awsRegion' must be a region of Europe (eu-…) to serve data centre EU, got \"us-east-1\".",
              "TokenService 'eu': 'appId' must be 32 hexadecimal characters, got \"abc\". Copy it from Agora Console.",
              "TokenService 'eu': 'backendRoleArns' must name at least one role of the app backend, got none.",
            ].join("\n"),
          );
          return true;
        },
      );
    });
  });
});

/** How a secret input looks on the wire. */
function secret(value: string): unknown {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
