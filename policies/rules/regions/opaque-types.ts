// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Types whose resources make, or do, what their properties do not show. */

interface OpaqueType {
  /** A type token; one that ends in a star is a module or a package. */
  readonly type: string;
  readonly because: string;
}

const dynamic = "runs code of the program's own";
const command = "runs a command";
const manifest = "makes what a manifest says, which no rule reads";
const elsewhere = "makes what is written outside of the program";

export const opaqueTypes: readonly OpaqueType[] = [
  { type: "pulumi-nodejs:*", because: dynamic },
  { type: "pulumi-python:*", because: dynamic },
  { type: "command:*", because: command },
  { type: "kubernetes:helm.sh/v2:Chart", because: manifest },
  { type: "kubernetes:helm.sh/v3:Chart", because: manifest },
  { type: "kubernetes:helm.sh/v3:Release", because: manifest },
  { type: "kubernetes:helm.sh/v4:Chart", because: manifest },
  { type: "kubernetes:kustomize:Directory", because: manifest },
  { type: "kubernetes:kustomize/v2:Directory", because: manifest },
  { type: "kubernetes:yaml:ConfigFile", because: manifest },
  { type: "kubernetes:yaml:ConfigGroup", because: manifest },
  { type: "kubernetes:yaml/v2:ConfigFile", because: manifest },
  { type: "kubernetes:yaml/v2:ConfigGroup", because: manifest },
  { type: "aws:serverlessrepository/cloudFormationStack:CloudFormationStack", because: elsewhere },
  { type: "aws:servicecatalog/provisionedProduct:ProvisionedProduct", because: elsewhere },
  { type: "aws-native:servicecatalog:CloudFormationProvisionedProduct", because: elsewhere },
  {
    type: "aws-native:cloudformation:CustomResource",
    because: "runs code behind its service token",
  },
  { type: "aws-native:cloudformation:Macro", because: "rewrites templates" },
];
