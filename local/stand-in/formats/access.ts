// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Resource } from "../resource";
import { type Format, type Formats, joined } from "./format";

/** A resource of IAM: named, with a path, in no region. */
function iam(kind: string): Format {
  return {
    idIs: "name",
    outputs: (resource, id) => ({
      arn: iamArn(resource, kind, id),
      uniqueId: `A${resource.digits("unique", 20).toUpperCase()}`,
    }),
  };
}

function iamArn(resource: Resource, kind: string, name: string): string {
  return resource.globalArn("iam", `${kind}${resource.text("path") ?? "/"}${name}`);
}

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

export const accessFormats: Formats = {
  "aws:iam/accessKey:AccessKey": {
    id: (resource) => `AKIA${resource.digits("id", 16).toUpperCase()}`,
    outputs: (resource) => ({ secret: resource.digits("secret", 40) }),
  },
  "aws:iam/group:Group": iam("group"),
  "aws:iam/instanceProfile:InstanceProfile": iam("instance-profile"),
  "aws:iam/policy:Policy": {
    id: (resource) => iamArn(resource, "policy", resource.physicalName),
    outputs: (resource, id) => ({
      arn: id,
      name: id.split("/").at(-1),
      policyId: `ANPA${resource.digits("unique", 17).toUpperCase()}`,
    }),
  },
  "aws:iam/role:Role": iam("role"),
  "aws:iam/rolePolicy:RolePolicy": { id: joined(":", "role", "name") },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: joined("/", "role", "policyArn") },
  "aws:iam/user:User": iam("user"),
  "aws:kms/alias:Alias": {
    idIs: "name",
    outputs: (resource, id) => ({
      arn: resource.arn("kms", id),
      targetKeyArn: keyArn(resource, resource.text("targetKeyId") ?? ""),
    }),
  },
  "aws:kms/key:Key": {
    id: (resource) => resource.uuid("id"),
    outputs: (resource, id) => ({
      arn: keyArn(resource, id),
      keyId: id,
      policy: defaultKeyPolicy(resource),
    }),
  },
  "aws:kms/keyPolicy:KeyPolicy": { idIs: "keyId" },
  "aws:secretsmanager/secret:Secret": {
    // Secrets Manager appends six characters of its own to a secret's name.
    id: (resource) =>
      resource.arn(
        "secretsmanager",
        `secret:${resource.physicalName}-${resource.digits("suffix", 6)}`,
      ),
    outputs: (_, id) => ({ arn: id, name: /:secret:(.+)-/.exec(id)?.[1] }),
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { idIs: "secretArn" },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: (resource) => `${resource.text("secretId")}|${resource.uuid("version")}`,
    outputs: (resource) => ({
      arn: resource.text("secretId"),
      secretArn: resource.text("secretId"),
      versionId: resource.uuid("version"),
      versionStages: ["AWSCURRENT"],
    }),
  },
};

/** A key is named by its id or by its ARN. */
function keyArn(resource: Resource, key: string): string {
  return key.startsWith("arn:") ? key : resource.arn("kms", `key/${key}`);
}
