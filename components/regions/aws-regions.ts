// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { dnsSuffixOf, isChina, standardDnsSuffix } from "../lambda/runtime/dns-suffix";
import { agoraStorageNumbers } from "./agora-storage-numbers";

/** AWS services that our components reach through a VPC endpoint. */
export type EndpointService = "execute-api" | "secretsmanager" | "dynamodb" | "s3";

/** What differs between AWS partitions. */
interface PartitionFacts {
  /** Second field of every ARN. */
  readonly partition: string;
  readonly lambdaArchitecture: "arm64" | "x86_64";
  readonly lambdaRuntime: string;
  /** Services whose endpoint service names begin with the partition's prefix. */
  readonly prefixedEndpointServices: readonly EndpointService[];
  readonly endpointServicePrefix: string;
  readonly missingFeatures: readonly MissingFeature[];
}

/** What AWS does not offer in a partition: a resource type, or a property with certain values. */
export interface MissingFeature {
  readonly type: string;
  /** Path of the property. @default - the whole resource type is missing */
  readonly property?: string;
  /** Values of the property that AWS does offer. @default - none */
  readonly except?: readonly string[];
}

const aws: PartitionFacts = {
  partition: "aws",
  lambdaArchitecture: "arm64",
  lambdaRuntime: "nodejs24.x",
  prefixedEndpointServices: [],
  endpointServicePrefix: "",
  missingFeatures: [],
};

/** Runtime and architecture are those that AWS's documents for China name. */
const awsChina: PartitionFacts = {
  partition: "aws-cn",
  lambdaArchitecture: "x86_64",
  lambdaRuntime: "nodejs22.x",
  prefixedEndpointServices: ["execute-api"],
  endpointServicePrefix: "cn.",
  // From AWS's documents for China on Lambda and API Gateway, and from CloudFormation's resource types there.
  missingFeatures: [
    { type: "aws:lambda/functionUrl:FunctionUrl" },
    { type: "aws:lambda/codeSigningConfig:CodeSigningConfig" },
    { type: "aws:lambda/function:Function", property: "sourceKmsKeyArn" },
    {
      type: "aws:lambda/function:Function",
      property: "tracingConfig.mode",
      except: ["PassThrough"],
    },
    {
      type: "aws:apigateway/restApi:RestApi",
      property: "endpointConfiguration.types",
      except: ["PRIVATE", "REGIONAL"],
    },
    { type: "aws:apigateway/authorizer:Authorizer" },
    { type: "aws:apigateway/domainName:DomainName" },
    { type: "aws:apigateway/method:Method", property: "authorization", except: ["AWS_IAM"] },
    { type: "aws:cognito/userPool:UserPool" },
    { type: "aws:kms/replicaKey:ReplicaKey" },
    { type: "aws:vpclattice/service:Service" },
  ],
};

/** Facts about an AWS region. */
export interface AwsRegionFacts {
  readonly name: string;
  readonly partition: string;
  /** End of the host names of regional services. */
  readonly dnsSuffix: string;
  readonly lambdaArchitecture: "arm64" | "x86_64";
  readonly lambdaRuntime: string;
  readonly agoraStorageNumber: number | undefined;
  /** What AWS does not offer there, or offers only with a licence, like unauthenticated methods in China. */
  readonly missingFeatures: readonly MissingFeature[];
  /** Service name of a VPC endpoint. */
  readonly endpointServiceName: (service: EndpointService) => string;
  /** Service principal whose name is the same in every region. */
  readonly servicePrincipal: (service: string) => string;
  /** Service principal whose name holds the region, such as that of CloudWatch Logs. */
  readonly regionalServicePrincipal: (service: string) => string;
  /** Values of `kms:ViaService` when a service of this region uses a key for its caller. */
  readonly viaService: (service: string) => readonly string[];
}

/** The facts about an AWS region. */
export function awsRegionFacts(name: string): AwsRegionFacts {
  const facts = partitionOf(name);
  const { partition, lambdaArchitecture, lambdaRuntime, missingFeatures } = facts;
  const dnsSuffix = dnsSuffixOf(name);
  return {
    name,
    partition,
    dnsSuffix,
    lambdaArchitecture,
    lambdaRuntime,
    agoraStorageNumber: agoraStorageNumbers[name],
    missingFeatures,
    endpointServiceName: (service) => {
      const isPrefixed = facts.prefixedEndpointServices.includes(service);
      const prefix = isPrefixed ? facts.endpointServicePrefix : "";
      return `${prefix}com.amazonaws.${name}.${service}`;
    },
    // The services that we use have this name in China too, unlike their hosts.
    servicePrincipal: (service) => `${service}.${standardDnsSuffix}`,
    regionalServicePrincipal: (service) => `${service}.${name}.${dnsSuffix}`,
    viaService: (service) => viaService(service, name, dnsSuffix),
  };
}

/** AWS does not document the suffix of the condition key's value in China, so policies allow both there. */
function viaService(service: string, name: string, dnsSuffix: string): string[] {
  return [...new Set([dnsSuffix, standardDnsSuffix])].map(
    (suffix) => `${service}.${name}.${suffix}`,
  );
}

function partitionOf(name: string): PartitionFacts {
  return isChina(name) ? awsChina : aws;
}
