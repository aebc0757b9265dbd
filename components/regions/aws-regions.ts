// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** AWS services that are reached through an endpoint in the VPC. */
export type EndpointService = "execute-api" | "secretsmanager" | "dynamodb" | "s3";

/** What differs between AWS partitions. */
interface PartitionFacts {
  /** Second field of every ARN. */
  readonly partition: string;
  /** What the host names of regional services end in. */
  readonly dnsSuffix: string;
  readonly lambdaArchitecture: "arm64" | "x86_64";
  readonly lambdaRuntime: string;
  /** Services whose interface endpoints carry the partition's prefix in their name. */
  readonly prefixedEndpointServices: readonly EndpointService[];
  readonly endpointServicePrefix: string;
  readonly missingFeatures: readonly MissingFeature[];
}

/** What AWS does not offer in a partition: a resource, or a property of one that has a value other than these. */
export interface MissingFeature {
  readonly type: string;
  /** Path of the property. @default - the resource as a whole */
  readonly property?: string;
  /** Values that are not missing. */
  readonly except?: readonly string[];
}

const aws: PartitionFacts = {
  partition: "aws",
  dnsSuffix: "amazonaws.com",
  lambdaArchitecture: "arm64",
  lambdaRuntime: "nodejs24.x",
  prefixedEndpointServices: [],
  endpointServicePrefix: "",
  missingFeatures: [],
};

/** Runtime and architecture stay behind until AWS's documents for China name the newer ones. */
const awsChina: PartitionFacts = {
  partition: "aws-cn",
  dnsSuffix: "amazonaws.com.cn",
  lambdaArchitecture: "x86_64",
  lambdaRuntime: "nodejs22.x",
  prefixedEndpointServices: ["execute-api"],
  endpointServicePrefix: "cn.",
  // From AWS's documents for China on Lambda and API Gateway, and the resource types that CloudFormation has there.
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

/** The number by which Agora's recorder knows an AWS region (vendor 1); it cannot record to a region without one. */
const agoraStorageNumbers: Readonly<Record<string, number>> = {
  "us-east-1": 0,
  "us-east-2": 1,
  "us-west-1": 2,
  "us-west-2": 3,
  "eu-west-1": 4,
  "eu-west-2": 5,
  "eu-west-3": 6,
  "eu-central-1": 7,
  "ap-southeast-1": 8,
  "ap-southeast-2": 9,
  "ap-northeast-1": 10,
  "ap-northeast-2": 11,
  "sa-east-1": 12,
  "ca-central-1": 13,
  "ap-south-1": 14,
  "cn-north-1": 15,
  "cn-northwest-1": 16,
  "af-south-1": 18,
  "ap-east-1": 19,
  "ap-northeast-3": 20,
  "eu-north-1": 21,
  "me-south-1": 22,
  "ap-southeast-3": 24,
  "eu-south-1": 25,
};

/** What this project has to know about an AWS region. */
export interface AwsRegionFacts {
  readonly name: string;
  readonly partition: string;
  readonly dnsSuffix: string;
  readonly lambdaArchitecture: "arm64" | "x86_64";
  readonly lambdaRuntime: string;
  readonly agoraStorageNumber: number | undefined;
  /** What is not to be had there, or, like unauthenticated methods in China, only with a licence. */
  readonly missingFeatures: readonly MissingFeature[];
  /** Name under which a VPC endpoint asks for a service. */
  readonly endpointServiceName: (service: EndpointService) => string;
  /** Principal of a service whose name is the same in every region. */
  readonly servicePrincipal: (service: string) => string;
  /** Principal of a service whose name carries the region, such as CloudWatch Logs. */
  readonly regionalServicePrincipal: (service: string) => string;
  /** Values that `kms:ViaService` has when a service of this region uses a key for its caller. */
  readonly viaService: (service: string) => readonly string[];
}

/** What is known about an AWS region. */
export function awsRegionFacts(name: string): AwsRegionFacts {
  const facts = partitionOf(name);
  const { partition, dnsSuffix, lambdaArchitecture, lambdaRuntime, missingFeatures } = facts;
  return {
    name,
    partition,
    dnsSuffix,
    lambdaArchitecture,
    lambdaRuntime,
    agoraStorageNumber: agoraStorageNumbers[name],
    missingFeatures,
    endpointServiceName: (service) =>
      `${facts.prefixedEndpointServices.includes(service) ? facts.endpointServicePrefix : ""}com.amazonaws.${name}.${service}`,
    // The services used here have this name in China too, unlike their hosts.
    servicePrincipal: (service) => `${service}.${aws.dnsSuffix}`,
    regionalServicePrincipal: (service) => `${service}.${name}.${dnsSuffix}`,
    viaService: (service) => viaService(service, name, dnsSuffix),
  };
}

/** AWS does not say which suffix the condition key has in China, so both are let through there. */
function viaService(service: string, name: string, dnsSuffix: string): string[] {
  return [...new Set([dnsSuffix, aws.dnsSuffix])].map((suffix) => `${service}.${name}.${suffix}`);
}

function partitionOf(name: string): PartitionFacts {
  return name.startsWith("cn-") ? awsChina : aws;
}
