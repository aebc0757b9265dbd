// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Resources as the engine shows them to a pack: some that many rules read, most that few do. */

export interface Mixed {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const document = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: ["logs:PutLogEvents"], Resource: "arn:aws:logs:eu-central-1:1:x" },
  ],
});

const kinds: readonly (readonly [type: string, properties: Readonly<Record<string, unknown>>])[] = [
  ["aws:s3/bucket:Bucket", { tags: { owner: "platform" } }],
  ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { blockPublicAcls: true }],
  ["aws:iam/rolePolicy:RolePolicy", { policy: document }],
  ["aws:sqs/queue:Queue", { kmsMasterKeyId: "alias/classroom" }],
  ["aws:lambda/function:Function", { environment: { variables: { REGION: "EU", STAGE: "dev" } } }],
  ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 }],
  ["aws:ec2/securityGroup:SecurityGroup", { ingress: [{ cidrBlocks: ["10.0.0.0/16"] }] }],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", { comparisonOperator: "GreaterThanThreshold" }],
  ["aws:ec2/route:Route", { destinationCidrBlock: "10.0.0.0/16" }],
  ["aws:dynamodb/table:Table", { hashKey: "room" }],
];

export function mixed(size: number): readonly Mixed[] {
  return Array.from({ length: size }, (_, index) => {
    const [type = "", properties = {}] = kinds[index % kinds.length] ?? [];
    const name = `resource${index}`;
    return {
      type,
      name,
      urn: `urn:pulumi:dev::many::${type}::${name}`,
      properties: { ...properties, name },
    };
  });
}
