// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Properties } from "./properties";
import type { Resource } from "./resource";

/** How a type's identifiers and read-backs look where programs depend on them. */
interface Format {
  /** @default - the made-up identifier of `identityOf` */
  readonly id?: (resource: Resource) => string;
  /** Outputs by name, for a resource with that id. @default - by the output's name and type */
  readonly outputs?: (resource: Resource, id: string) => Properties;
}

const named = (resource: Resource) => resource.physicalName;
const prefixed =
  (prefix: string, digits = 17) =>
  (resource: Resource) =>
    `${prefix}-${resource.digits("id", digits)}`;
const short = (count: number) => (resource: Resource) => resource.digits("id", count);

/** A named resource whose ARN ends in a kind and its name. */
function byName(service: string, kind: string): Format {
  return {
    id: named,
    outputs: (resource) => ({ arn: resource.arn(service, `${kind}${resource.physicalName}`) }),
  };
}

/** A resource of IAM: named, with a path, in no region. */
function ofIam(kind: string): Format {
  return {
    id: named,
    outputs: (resource) => ({
      arn: iamArn(resource, kind),
      uniqueId: `A${resource.digits("unique", 19).toUpperCase()}`,
    }),
  };
}

function iamArn(resource: Resource, kind: string): string {
  return resource.globalArn(
    "iam",
    `${kind}${resource.text("path") ?? "/"}${resource.physicalName}`,
  );
}

/** A resource of EC2: a prefix and 17 digits. */
function ofEc2(
  prefix: string,
  kind: string,
  more: (resource: Resource) => Properties = () => ({}),
): Format {
  return {
    id: prefixed(prefix),
    outputs: (resource, id) => ({
      arn: resource.arn("ec2", `${kind}/${id}`),
      ownerId: resource.account.id,
      ...more(resource),
    }),
  };
}

/** S3 encrypts with its own key, and keeps no versions, until a resource of its own says otherwise. */
const bucket: Format = {
  id: named,
  outputs: (resource) => {
    const { account, region, physicalName } = resource;
    return {
      arn: `arn:${account.partition}:s3:::${physicalName}`,
      bucketDomainName: `${physicalName}.s3.${account.dnsSuffix}`,
      bucketRegionalDomainName: `${physicalName}.s3.${region}.${account.dnsSuffix}`,
      bucketRegion: region,
      requestPayer: "BucketOwner",
      versioning: { enabled: false, mfaDelete: false },
      versionings: [{ enabled: false, mfaDelete: false }],
      serverSideEncryptionConfiguration: {
        rule: {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
          bucketKeyEnabled: false,
        },
      },
      serverSideEncryptionConfigurations: [
        {
          rules: [
            {
              applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "AES256" }],
              bucketKeyEnabled: false,
            },
          ],
        },
      ],
    };
  },
};

/** What KMS writes for a key that is made without a policy. */
function defaultKeyPolicy({ account }: Resource): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

/** The formats by type. What is not here gets identifiers of the same kind for everything (`outputs.ts`). */
export const FORMATS: Readonly<Record<string, Format>> = {
  "aws:apigateway/deployment:Deployment": { id: short(6) },
  "aws:apigateway/resource:Resource": {
    id: short(6),
    outputs: (resource) => ({ path: `/${resource.text("pathPart")}` }),
  },
  "aws:apigateway/restApi:RestApi": {
    id: short(10),
    outputs: (resource, id) => ({
      arn: `arn:${resource.account.partition}:apigateway:${resource.region}::/restapis/${id}`,
      executionArn: resource.arn("execute-api", id),
      rootResourceId: resource.digits("root", 10),
    }),
  },
  "aws:apigateway/stage:Stage": {
    id: (resource) => `ags-${resource.text("restApi")}-${resource.text("stageName")}`,
    outputs: (resource) => {
      const [api, stage] = [resource.text("restApi"), resource.text("stageName")];
      const { partition, dnsSuffix } = resource.account;
      return {
        arn: `arn:${partition}:apigateway:${resource.region}::/restapis/${api}/stages/${stage}`,
        executionArn: resource.arn("execute-api", `${api}/${stage}`),
        invokeUrl: `https://${api}.execute-api.${resource.region}.${dnsSuffix}/${stage}`,
      };
    },
  },
  "aws:apigatewayv2/api:Api": {
    id: short(10),
    outputs: (resource, id) => ({
      arn: `arn:${resource.account.partition}:apigateway:${resource.region}::/apis/${id}`,
      apiEndpoint: `https://${id}.execute-api.${resource.region}.${resource.account.dnsSuffix}`,
      executionArn: resource.arn("execute-api", id),
    }),
  },
  "aws:cloudtrail/trail:Trail": byName("cloudtrail", "trail/"),
  "aws:cloudwatch/eventRule:EventRule": byName("events", "rule/"),
  "aws:cloudwatch/logGroup:LogGroup": byName("logs", "log-group:"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": byName("cloudwatch", "alarm:"),
  "aws:dynamodb/table:Table": byName("dynamodb", "table/"),
  "aws:ec2/eip:Eip": ofEc2("eipalloc", "elastic-ip"),
  "aws:ec2/flowLog:FlowLog": ofEc2("fl", "vpc-flow-log"),
  "aws:ec2/internetGateway:InternetGateway": ofEc2("igw", "internet-gateway"),
  "aws:ec2/natGateway:NatGateway": ofEc2("nat", "natgateway"),
  "aws:ec2/networkInterface:NetworkInterface": ofEc2("eni", "network-interface"),
  "aws:ec2/routeTable:RouteTable": ofEc2("rtb", "route-table"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: prefixed("rtbassoc") },
  "aws:ec2/securityGroup:SecurityGroup": ofEc2("sg", "security-group"),
  "aws:ec2/securityGroupRule:SecurityGroupRule": { id: prefixed("sgrule", 10) },
  "aws:ec2/subnet:Subnet": ofEc2("subnet", "subnet"),
  "aws:ec2/vpc:Vpc": ofEc2("vpc", "vpc", (resource) => ({
    defaultNetworkAclId: `acl-${resource.digits("acl", 17)}`,
    defaultRouteTableId: `rtb-${resource.digits("rtb", 17)}`,
    defaultSecurityGroupId: `sg-${resource.digits("sg", 17)}`,
    dhcpOptionsId: `dopt-${resource.digits("dopt", 17)}`,
    mainRouteTableId: `rtb-${resource.digits("rtb", 17)}`,
  })),
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    id: prefixed("vpce"),
    outputs: (resource, id) => ({
      arn: resource.arn("ec2", `vpc-endpoint/${id}`),
      dnsEntries: [
        {
          dnsName: `${id}-${resource.digits("dns", 8)}.${endpointHost(resource)}`,
          hostedZoneId: hostedZone(resource),
        },
      ],
      networkInterfaceIds: [`eni-${resource.digits("eni", 17)}`],
      ownerId: resource.account.id,
      prefixListId: `pl-${resource.digits("pl", 8)}`,
      state: "available",
    }),
  },
  "aws:iam/accessKey:AccessKey": {
    id: (resource) => `AKIA${resource.digits("id", 16).toUpperCase()}`,
    outputs: (resource) => ({ status: "Active", secret: resource.digits("secret", 40) }),
  },
  "aws:iam/group:Group": ofIam("group"),
  "aws:iam/instanceProfile:InstanceProfile": ofIam("instance-profile"),
  "aws:iam/policy:Policy": {
    id: (resource) => iamArn(resource, "policy"),
    outputs: (resource) => ({ arn: iamArn(resource, "policy") }),
  },
  "aws:iam/role:Role": ofIam("role"),
  "aws:iam/user:User": ofIam("user"),
  "aws:kms/alias:Alias": byName("kms", ""),
  "aws:kms/key:Key": {
    id: (resource) => resource.uuid("id"),
    outputs: (resource, id) => ({
      arn: resource.arn("kms", `key/${id}`),
      keyId: id,
      policy: defaultKeyPolicy(resource),
    }),
  },
  "aws:lambda/function:Function": {
    id: named,
    outputs: (resource) => {
      const arn = resource.arn("lambda", `function:${resource.physicalName}`);
      const gateway = `arn:${resource.account.partition}:apigateway:${resource.region}:lambda:path/2015-03-31/functions`;
      return {
        arn,
        invokeArn: `${gateway}/${arn}/invocations`,
        qualifiedArn: `${arn}:$LATEST`,
        qualifiedInvokeArn: `${gateway}/${arn}:$LATEST/invocations`,
        version: "$LATEST",
      };
    },
  },
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:secretsmanager/secret:Secret": {
    id: secretArn,
    outputs: (resource) => ({ arn: secretArn(resource) }),
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: (resource) => `${resource.text("secretId")}|${resource.uuid("version")}`,
    outputs: (resource) => ({
      arn: resource.text("secretId"),
      versionId: resource.uuid("version"),
    }),
  },
  "aws:sns/topic:Topic": {
    id: (resource) => resource.arn("sns", resource.physicalName),
    outputs: (resource, id) => ({ arn: id, owner: resource.account.id }),
  },
  "aws:sqs/queue:Queue": {
    id: queueUrl,
    outputs: (resource, id) => ({ arn: resource.arn("sqs", resource.physicalName), url: id }),
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { id: prefixed("sgr") },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { id: prefixed("sgr") },
};

/** Secrets Manager appends six characters of its own to a secret's name. */
function secretArn(resource: Resource): string {
  return resource.arn(
    "secretsmanager",
    `secret:${resource.physicalName}-${resource.digits("suffix", 6)}`,
  );
}

function queueUrl(resource: Resource): string {
  const { account, region, physicalName } = resource;
  return `https://sqs.${region}.${account.dnsSuffix}/${account.id}/${physicalName}`;
}

/** `com.amazonaws.eu-central-1.execute-api` is reached at `execute-api.eu-central-1.vpce.amazonaws.com`. */
function endpointHost(resource: Resource): string {
  const service = resource.text("serviceName")?.split(".").at(-1) ?? "service";
  return `${service}.${resource.region}.vpce.${resource.account.dnsSuffix}`;
}

function hostedZone(resource: Resource): string {
  return `Z${resource.digits("zone", 20).toUpperCase()}`;
}
