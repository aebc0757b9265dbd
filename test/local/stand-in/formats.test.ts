// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../local/stand-in/account";
import { formats } from "../../../local/stand-in/formats";
import { identifiedInputs, identityOf, madeOutputs } from "../../../local/stand-in/outputs";
import type { Properties } from "../../../local/stand-in/properties";
import { Resource } from "../../../local/stand-in/resource";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER, urnOf } from "../../support/stand-in/aws-plugin";

const sdk = new Sdk(SDK_FOLDER);

function made(type: string, inputs: Properties, region = "eu-central-1") {
  const account = accountOf({ region, allowedAccountIds: '["111122223333"]' }, sdk.regions, {});
  const resource = new Resource(urnOf(type, "mine"), inputs, account);
  const id = identityOf(resource);
  return { id, outputs: madeOutputs(sdk, sdk.resource(type) ?? assert.fail(type), resource, id) };
}

/** Replaces what is made up by a pattern of the same form, so that a case can be read. */
function form(value: unknown): string {
  return String(value)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/g, "UUID")
    .replace(/(?<=-)[0-9a-f]{17}/g, "x17")
    .replace(/(?<=-)[0-9a-f]{6}$/g, "x6")
    .replace(/(?<![\da-z-])[0-9a-f]{10}(?![\da-z])/g, "x10");
}

/** Type, inputs, and the output in question in AWS's own and in China's partition. */
const CASES: [string, Properties, string, string, string][] = [
  ["apigateway/restApi:RestApi", {}, "id", "x10", "x10"],
  [
    "apigateway/restApi:RestApi",
    {},
    "arn",
    "arn:aws:apigateway:eu-central-1::/restapis/x10",
    "arn:aws-cn:apigateway:cn-north-1::/restapis/x10",
  ],
  [
    "apigateway/restApi:RestApi",
    {},
    "executionArn",
    "arn:aws:execute-api:eu-central-1:111122223333:x10",
    "arn:aws-cn:execute-api:cn-north-1:111122223333:x10",
  ],
  [
    "apigateway/stage:Stage",
    { restApi: "abc", stageName: "v1" },
    "invokeUrl",
    "https://abc.execute-api.eu-central-1.amazonaws.com/v1",
    "https://abc.execute-api.cn-north-1.amazonaws.com.cn/v1",
  ],
  [
    "apigatewayv2/stage:Stage",
    { apiId: "abc", name: "$default" },
    "invokeUrl",
    "https://abc.execute-api.eu-central-1.amazonaws.com/",
    "https://abc.execute-api.cn-north-1.amazonaws.com.cn/",
  ],
  [
    "cloudwatch/logGroup:LogGroup",
    { name: "/app" },
    "arn",
    "arn:aws:logs:eu-central-1:111122223333:log-group:/app",
    "arn:aws-cn:logs:cn-north-1:111122223333:log-group:/app",
  ],
  ["dynamodb/table:Table", { name: "t" }, "id", "t", "t"],
  [
    "dynamodb/table:Table",
    { name: "t" },
    "arn",
    "arn:aws:dynamodb:eu-central-1:111122223333:table/t",
    "arn:aws-cn:dynamodb:cn-north-1:111122223333:table/t",
  ],
  ["ec2/securityGroup:SecurityGroup", { name: "g" }, "id", "sg-x17", "sg-x17"],
  ["ec2/subnet:Subnet", {}, "id", "subnet-x17", "subnet-x17"],
  ["ec2/subnet:Subnet", {}, "availabilityZone", "eu-central-1a", "cn-north-1a"],
  ["ec2/vpc:Vpc", {}, "id", "vpc-x17", "vpc-x17"],
  [
    "ec2/vpc:Vpc",
    {},
    "arn",
    "arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-x17",
    "arn:aws-cn:ec2:cn-north-1:111122223333:vpc/vpc-x17",
  ],
  ["ec2/vpcEndpoint:VpcEndpoint", {}, "id", "vpce-x17", "vpce-x17"],
  [
    "iam/policy:Policy",
    { name: "p", path: "/app/" },
    "id",
    "arn:aws:iam::111122223333:policy/app/p",
    "arn:aws-cn:iam::111122223333:policy/app/p",
  ],
  [
    "iam/role:Role",
    { name: "r" },
    "arn",
    "arn:aws:iam::111122223333:role/r",
    "arn:aws-cn:iam::111122223333:role/r",
  ],
  ["iam/role:Role", { name: "r" }, "id", "r", "r"],
  ["kms/key:Key", {}, "id", "UUID", "UUID"],
  [
    "kms/key:Key",
    {},
    "arn",
    "arn:aws:kms:eu-central-1:111122223333:key/UUID",
    "arn:aws-cn:kms:cn-north-1:111122223333:key/UUID",
  ],
  [
    "lambda/function:Function",
    { name: "f" },
    "invokeArn",
    "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/" +
      "arn:aws:lambda:eu-central-1:111122223333:function:f/invocations",
    "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/" +
      "arn:aws-cn:lambda:cn-north-1:111122223333:function:f/invocations",
  ],
  ["s3/bucket:Bucket", { bucket: "b" }, "arn", "arn:aws:s3:::b", "arn:aws-cn:s3:::b"],
  [
    "s3/bucket:Bucket",
    { bucket: "b" },
    "bucketDomainName",
    "b.s3.amazonaws.com",
    "b.s3.amazonaws.com.cn",
  ],
  [
    "s3/bucket:Bucket",
    { bucket: "b" },
    "bucketRegionalDomainName",
    "b.s3.eu-central-1.amazonaws.com",
    "b.s3.cn-north-1.amazonaws.com.cn",
  ],
  [
    "secretsmanager/secret:Secret",
    { name: "s" },
    "id",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:s-x6",
    "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:s-x6",
  ],
  [
    "sns/topic:Topic",
    { name: "t" },
    "id",
    "arn:aws:sns:eu-central-1:111122223333:t",
    "arn:aws-cn:sns:cn-north-1:111122223333:t",
  ],
  [
    "sqs/queue:Queue",
    { name: "q" },
    "url",
    "https://sqs.eu-central-1.amazonaws.com/111122223333/q",
    "https://sqs.cn-north-1.amazonaws.com.cn/111122223333/q",
  ],
];

describe("local/stand-in/formats", () => {
  for (const [type, inputs, output, inAws, inChina] of CASES) {
    it(`writes the ${output} of a ${type.split(":").at(-1)} as AWS and AWS China do`, () => {
      const found = ["eu-central-1", "cn-north-1"].map((region) => {
        const { id, outputs } = made(`aws:${type}`, inputs, region);
        return form({ ...outputs, id }[output]);
      });
      assert.deepEqual(found, [inAws, inChina]);
    });
  }

  it("lists only types that the SDK has, and outputs that AWS sets", () => {
    const account = accountOf({ region: "eu-central-1" }, sdk.regions, {});
    const strangers = Object.entries(formats).flatMap(([type, { idIs, outputs }]) => {
      const shape = sdk.resource(type) ?? assert.fail(type);
      const named = outputs?.(new Resource(urnOf(type, "mine"), {}, account), "id") ?? {};
      return [
        ...Object.keys(named).filter((name) => shape.outputs.get(name)?.optional !== false),
        ...[idIs ?? []].flat().filter((name) => !shape.inputs.has(name)),
      ].map((name) => `${type}.${name}`);
    });
    assert.deepEqual(strangers, []);
  });

  it("finds the name of a resource in the identifier that is all a program knows of it", () => {
    const cases: [string, string, string][] = [
      ["iam/policy:Policy", "arn:aws:iam::111122223333:policy/path/write", "write"],
      [
        "secretsmanager/secret:Secret",
        "arn:aws:secretsmanager:eu-central-1:111122223333:secret:app/key-a-AbCdEf",
        "app/key-a",
      ],
      ["sns/topic:Topic", "arn:aws:sns:eu-central-1:111122223333:alarms", "alarms"],
      ["sqs/queue:Queue", "https://sqs.eu-central-1.amazonaws.com/111122223333/jobs", "jobs"],
    ];
    const account = accountOf({ region: "eu-central-1" }, sdk.regions, {});
    for (const [kind, id, name] of cases) {
      const type = `aws:${kind}`;
      const resource = new Resource(urnOf(type, "mine"), {}, account);
      const shape = sdk.resource(type) ?? assert.fail(type);
      assert.equal(madeOutputs(sdk, shape, resource, id).name, name);
    }
  });

  it("encrypts a queue with SQS's own key unless it is given one", () => {
    const encrypted = (inputs: Properties) =>
      made("aws:sqs/queue:Queue", inputs).outputs.sqsManagedSseEnabled;
    assert.deepEqual([encrypted({}), encrypted({ kmsMasterKeyId: "alias/mine" })], [true, false]);
  });

  it("gives an interface endpoint a network interface per subnet and names of its own", () => {
    const { id, outputs } = made("aws:ec2/vpcEndpoint:VpcEndpoint", {
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.eu-central-1.execute-api",
      subnetIds: ["subnet-1", "subnet-2"],
    });
    const names = (outputs.dnsEntries as { dnsName: string }[]).map(({ dnsName }) => dnsName);
    assert.equal((outputs.networkInterfaceIds as string[]).length, 2);
    assert.match(
      names[0] ?? "",
      new RegExp(`^${id}-[0-9a-f]{8}\\.execute-api\\.eu-central-1\\.vpce\\.amazonaws\\.com$`),
    );
    assert.match(names[1] ?? "", /-eu-central-1a\.execute-api\./);
  });

  it("names the host of an endpoint in China, whose service begins with cn", () => {
    const inputs = {
      vpcEndpointType: "Interface",
      serviceName: "cn.com.amazonaws.cn-north-1.execute-api",
    };
    const { outputs } = made("aws:ec2/vpcEndpoint:VpcEndpoint", inputs, "cn-north-1");
    assert.match(
      (outputs.dnsEntries as { dnsName: string }[])[0]?.dnsName ?? "",
      /\.execute-api\.cn-north-1\.vpce\.amazonaws\.com\.cn$/,
    );
  });

  it("gives a gateway endpoint a prefix list instead", () => {
    const { outputs } = made("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Gateway" });
    assert.match(String(outputs.prefixListId), /^pl-[0-9a-f]{8}$/);
    assert.deepEqual([outputs.dnsEntries, outputs.networkInterfaceIds], [[], []]);
  });

  it("knows the settings of a bucket by the bucket", () => {
    for (const kind of ["Policy", "Versioning", "PublicAccessBlock"]) {
      assert.equal(made(`aws:s3/bucket${kind}:Bucket${kind}`, { bucket: "b" }).id, "b");
    }
  });

  it("lets the account's root administer a key that is made without a policy", () => {
    const { outputs } = made("aws:kms/key:Key", {}, "cn-north-1");
    assert.deepEqual(JSON.parse(String(outputs.policy)).Statement[0].Principal, {
      AWS: "arn:aws-cn:iam::111122223333:root",
    });
  });

  it("follows a resource into the region of its own", () => {
    const { outputs } = made("aws:sns/topic:Topic", { name: "t", region: "eu-west-1" });
    assert.equal(outputs.arn, "arn:aws:sns:eu-west-1:111122223333:t");
  });

  it("leads from an identifier back to the input that it is", () => {
    const shape = sdk.resource("aws:s3/bucketPolicy:BucketPolicy") ?? assert.fail();
    const known = { policy: "{}", unheardOf: "x" };
    assert.deepEqual(identifiedInputs("aws:s3/bucketPolicy:BucketPolicy", shape, "b", known), {
      bucket: "b",
      policy: "{}",
    });
  });
});
