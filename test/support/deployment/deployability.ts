// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A resource in an exported state, as far as deployability depends on it. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Inputs;
  readonly outputs?: Inputs;
  readonly dependencies?: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

/** What waits for what, because AWS refuses it otherwise: within one API, or one deployment of ours. */
const mustWait: readonly (readonly [waiting: string, first: readonly string[]])[] = [
  [
    "aws:apigateway/deployment:Deployment",
    [
      "aws:apigateway/restApiPolicy:RestApiPolicy",
      "aws:apigateway/method:Method",
      "aws:apigateway/integration:Integration",
      "aws:apigateway/response:Response",
    ],
  ],
  [
    "aws:apigateway/stage:Stage",
    ["aws:apigateway/account:Account", "aws:apigateway/deployment:Deployment"],
  ],
  ["aws:apigateway/account:Account", ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"]],
  [
    "aws:lambda/function:Function",
    [
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ],
  ],
  ["aws:ec2/flowLog:FlowLog", ["aws:iam/rolePolicy:RolePolicy"]],
  ["aws:s3/bucketPolicy:BucketPolicy", ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"]],
  // CloudTrail tries out bucket and key, S3's logging its target, and replication wants versions.
  [
    "aws:cloudtrail/trail:Trail",
    ["aws:s3/bucketPolicy:BucketPolicy", "aws:kms/keyPolicy:KeyPolicy"],
  ],
  ["aws:s3/bucketLogging:BucketLogging", ["aws:s3/bucketPolicy:BucketPolicy"]],
  [
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    [
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
      "aws:iam/rolePolicy:RolePolicy",
    ],
  ],
  [
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    ["aws:s3/bucketVersioning:BucketVersioning"],
  ],
];

/** What only a function in a VPC waits for. */
const networkOnly = [
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

/** Types that AWS keeps the name of for a while, or that are replaced while the old one still has it. */
const renamedOnReplacement = [
  "aws:dynamodb/table:Table",
  "aws:iam/policy:Policy",
  "aws:iam/role:Role",
  "aws:iam/user:User",
  "aws:lambda/function:Function",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
  "aws:sns/topic:Topic",
];

/** Why a state that looks complete could not be deployed to AWS in one go, as sentences. */
export function undeployable(resources: readonly StateResource[]): string[] {
  return [...orderProblems(resources), ...nameProblems(resources), ...keyProblems(resources)];
}

function orderProblems(resources: readonly StateResource[]): string[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return mustWait.flatMap(([waiting, first]) =>
    resources
      .filter(({ type }) => type === waiting)
      .flatMap((resource) => {
        const reached = reachedFrom(resource, byUrn);
        return first
          .filter((type) => isInVpc(resource) || !networkOnly.includes(type))
          .flatMap((type) => relatedOf(resource, type, resources))
          .filter((urn) => !reached.has(urn))
          .map((urn) => `${resource.urn} does not wait for ${urn}.`);
      }),
  );
}

/** Whether something is in a VPC; what cannot be has nothing that only waits for one. */
function isInVpc({ type, inputs }: StateResource): boolean {
  return type !== "aws:lambda/function:Function" || inputs?.vpcConfig !== undefined;
}

/** The resources of a type that belong to the same component, or else to the same account and region. */
function relatedOf(
  { parent, provider, inputs = {} }: StateResource,
  type: string,
  resources: readonly StateResource[],
): string[] {
  const near = resources.filter((each) => each.type === type && each.provider === provider);
  const siblings = near.filter((each) => each.parent === parent);
  const related = (siblings.length > 0 ? siblings : near)
    .filter((each) => isAboutTheSame(inputs, each.inputs ?? {}))
    .map(({ urn }) => urn);
  return related.length > 0 ? related : [`any ${type}`];
}

/** Whether two resources are about the same bucket, key and role, as far as both say which. */
function isAboutTheSame(waiting: Inputs, first: Inputs): boolean {
  const of: readonly (readonly [named: readonly unknown[], by: unknown])[] = [
    [bucketsThatMatter(waiting), first.bucket],
    [[waiting.kmsKeyId], first.keyId],
    [[waiting.role], first.role],
  ];
  // A key's id is the end of its ARN, as are a bucket's and a role's name.
  return of.every(([named, by]) => {
    const names = named.filter((name) => typeof name === "string");
    return names.length === 0 || !by || names.some((name) => name.endsWith(String(by)));
  });
}

/** The buckets whose state a resource depends on: where it delivers, or else what it is about. */
function bucketsThatMatter({ s3BucketName, targetBucket, bucket, rules }: Inputs): unknown[] {
  const delivered = [s3BucketName, targetBucket].filter(Boolean);
  const copied = [rules ?? []].flat() as { destination?: { bucket?: string } }[];
  return delivered.length > 0
    ? delivered
    : [bucket, ...copied.map(({ destination }) => destination?.bucket)];
}

/** Everything that a resource waits for, directly or through others. */
function reachedFrom(
  { dependencies = [] }: StateResource,
  byUrn: ReadonlyMap<string, StateResource>,
  reached = new Set<string>(),
): Set<string> {
  for (const urn of dependencies.filter((each) => !reached.has(each))) {
    reached.add(urn);
    reachedFrom(byUrn.get(urn) ?? { urn, type: "" }, byUrn, reached);
  }
  return reached;
}

function nameProblems(resources: readonly StateResource[]): string[] {
  return resources
    .filter(({ type }) => renamedOnReplacement.includes(type))
    .filter(({ outputs = {} }) => !/-[0-9a-f]{7}$/.test(String(outputs.name ?? outputs.bucket)))
    .map(({ urn }) => `${urn} has a fixed name, which stands in the way of its replacement.`);
}

/** Services that use a key without a caller of the account need a word in the key's policy. */
function keyProblems(resources: readonly StateResource[]): string[] {
  const needs = resources.flatMap(({ urn, type, inputs = {} }) => {
    const key = type.endsWith(":LogGroup") ? inputs.kmsKeyId : inputs.kmsMasterKeyId;
    const service = {
      "aws:cloudwatch/logGroup:LogGroup": "logs.",
      "aws:sns/topic:Topic": "cloudwatch.",
    }[type];
    return key && service ? [{ urn, key: String(key), service }] : [];
  });
  return needs
    .filter(
      ({ key, service }) => !admitted(resources, key).some((each) => each.startsWith(service)),
    )
    .map(({ urn, service }) => `${urn} has a key whose policy does not admit ${service}*.`);
}

/** The services that a key's policy lets use it. */
function admitted(resources: readonly StateResource[], keyArn: string): string[] {
  const statements: { Principal: { Service?: string[] }; Action: string[] }[] = JSON.parse(
    keyPolicyOf(resources, keyArn),
  ).Statement;
  return statements
    .filter(({ Action }) => Action.includes("kms:Decrypt"))
    .flatMap(({ Principal }) => Principal.Service ?? []);
}

/** The policy of a key, be it the key's own argument or a resource beside it. */
export function keyPolicyOf(resources: readonly StateResource[], keyArn: string): string {
  const key = resources.find(({ outputs }) => outputs?.arn === keyArn);
  const separate = resources.find(({ inputs }) => inputs?.keyId === key?.outputs?.keyId);
  return String(separate?.inputs?.policy ?? key?.inputs?.policy ?? '{"Statement":[]}');
}
