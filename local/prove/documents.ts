// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The policy documents of a state: each found by what it is attached to, never by a name. */

import type { Document } from "../../policies/access";
import { nameOf, propertyOf, type State, type StateResource, textOf } from "./state";

const VERSION = "2012-10-17";
const NOTHING = { Version: VERSION, Statement: [] };

/** How a resource's policy is found: beside it, in a resource that names it, or in a property of its own. */
interface Attachment {
  /** How answers call the resource. */
  readonly noun: string;
  readonly policyType: string;
  /** Property of the policy that names the resource, */
  readonly refersBy: string;
  /** by one of these of its own. */
  readonly names: readonly string[];
}

const BUCKET: Attachment = {
  noun: "bucket",
  policyType: "aws:s3/bucketPolicy:BucketPolicy",
  refersBy: "bucket",
  names: ["bucket", "arn"],
};

const ATTACHMENTS: Readonly<Record<string, Attachment>> = {
  "aws:apigateway/restApi:RestApi": {
    noun: "API",
    policyType: "aws:apigateway/restApiPolicy:RestApiPolicy",
    refersBy: "restApiId",
    names: ["id"],
  },
  "aws:s3/bucket:Bucket": BUCKET,
  "aws:s3/bucketV2:BucketV2": BUCKET,
  "aws:secretsmanager/secret:Secret": {
    noun: "secret",
    policyType: "aws:secretsmanager/secretPolicy:SecretPolicy",
    refersBy: "secretArn",
    names: ["arn"],
  },
  "aws:kms/key:Key": {
    noun: "key",
    policyType: "aws:kms/keyPolicy:KeyPolicy",
    refersBy: "keyId",
    names: ["id", "keyId", "arn"],
  },
  "aws:sns/topic:Topic": {
    noun: "topic",
    policyType: "aws:sns/topicPolicy:TopicPolicy",
    refersBy: "arn",
    names: ["arn"],
  },
  "aws:sqs/queue:Queue": {
    noun: "queue",
    policyType: "aws:sqs/queuePolicy:QueuePolicy",
    refersBy: "queueUrl",
    names: ["id", "url"],
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    noun: "endpoint",
    policyType: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
    refersBy: "vpcEndpointId",
    names: ["id"],
  },
};

/** What AWS puts in the place of a policy that nobody wrote; where that is nothing, nothing is allowed. */
const DEFAULTS: Readonly<Record<string, (resource: StateResource) => object>> = {
  // AWS KMS Developer Guide, "Default key policy".
  "aws:kms/key:Key": (resource) => {
    const [, partition, , , account] = textOf(resource, "arn").split(":");
    const AWS = `arn:${partition}:iam::${account}:root`;
    return statement({ Effect: "Allow", Principal: { AWS }, Action: "kms:*", Resource: "*" });
  },
  // Amazon VPC, "Default endpoint policy".
  "aws:ec2/vpcEndpoint:VpcEndpoint": () =>
    statement({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }),
};

function statement(members: object): object {
  return { Version: VERSION, Statement: [members] };
}

/** The policy of a resource of one of the types above. */
export function policyOf(state: State, resource: StateResource): Document {
  const { noun, policyType, refersBy, names } = ATTACHMENTS[resource.type] as Attachment;
  const own = names.map((name) => (name === "id" ? resource.id : propertyOf(resource, name)));
  const [beside] = state.where(policyType, refersBy, ...own.filter(Boolean));
  const executionArn = textOf(resource, "executionArn");
  return {
    name: `policy of the ${noun} ${nameOf(resource)}`,
    kind: noun === "endpoint" ? "endpoint" : "resource",
    content:
      textOf(beside ?? resource, "policy") || (DEFAULTS[resource.type]?.(resource) ?? NOTHING),
    ...(executionArn !== "" && { resourceArn: executionArn }),
  };
}

/** What is attached to identities, or bounds them. */
export const POLICY = "aws:iam/policy:Policy";

/** Documents that give identities rights, one for each resource that carries some. */
export function identityPolicies(state: State): Document[] {
  const boundaries = boundaryArns(state);
  const attached = state
    .ofType(
      POLICY,
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/userPolicy:UserPolicy",
      "aws:iam/groupPolicy:GroupPolicy",
    )
    .filter((resource) => !boundaries.has(textOf(resource, "arn")));
  return [
    ...attached.map((resource) => identity(nameOf(resource), textOf(resource, "policy"))),
    ...state
      .ofType("aws:iam/role:Role")
      .filter((role) => inlinePolicies(role).length > 0)
      .map((role) => identity(nameOf(role), inlinePolicies(role))),
  ];
}

/** Policies that may be given to identities, but for boundaries, which give nothing. */
export function managedPolicies(state: State): Document[] {
  const boundaries = boundaryArns(state);
  return state
    .ofType(POLICY)
    .filter((resource) => !boundaries.has(textOf(resource, "arn")))
    .map((resource) => identity(nameOf(resource), textOf(resource, "policy")));
}

/** What a user may do. */
export interface Rights {
  /** The user's policies, taken together. */
  readonly policies: Document;
  /** What they are bounded by. @default - nothing, or nothing that is in the state */
  readonly boundary?: Document;
  /** ARNs of attached policies, and names of groups, that are not in the state. */
  readonly elsewhere: readonly string[];
}

export function rightsOf(state: State, user: StateResource): Rights {
  const name = textOf(user, "name");
  const own = state.where("aws:iam/userPolicy:UserPolicy", "user", name, user.id);
  const arns = state
    .where("aws:iam/userPolicyAttachment:UserPolicyAttachment", "user", name, user.id)
    .map((attachment) => textOf(attachment, "policyArn"));
  const attached = state.where(POLICY, "arn", ...arns);
  const found = attached.map((policy) => textOf(policy, "arn"));
  const groups = state
    .where("aws:iam/userGroupMembership:UserGroupMembership", "user", name, user.id)
    .flatMap((membership) => propertyOf(membership, "groups") as string[]);
  const [boundary] = state.where(POLICY, "arn", propertyOf(user, "permissionsBoundary") ?? "");
  return {
    policies: identity(
      nameOf(user),
      [...own, ...attached].map((policy) => textOf(policy, "policy")),
    ),
    ...(boundary && {
      boundary: identity(nameOf(boundary), textOf(boundary, "policy"), "boundary"),
    }),
    elsewhere: [
      ...arns.filter((arn) => !found.includes(arn)).map((arn) => `the policy ${arn}`),
      ...groups.map((group) => `the policies of the group ${group}`),
    ],
  };
}

function identity(name: string, content: unknown, noun = "identity policy"): Document {
  return { name: `${noun} ${name}`, kind: "identity", content };
}

function inlinePolicies(role: StateResource): string[] {
  const policies = (propertyOf(role, "inlinePolicies") ?? []) as readonly { policy?: string }[];
  return policies.flatMap(({ policy }) => policy ?? []);
}

function boundaryArns(state: State): ReadonlySet<string> {
  return new Set(
    state
      .ofType("aws:iam/user:User", "aws:iam/role:Role")
      .map((resource) => textOf(resource, "permissionsBoundary"))
      .filter((arn) => arn !== ""),
  );
}
