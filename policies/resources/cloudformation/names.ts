// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * CloudFormation's names in the spelling of Pulumi's AWS Cloud Control provider (`aws-native`), which
 * generates its types from CloudFormation's: `AWS::RDS::DBInstance` is `aws-native:rds:DbInstance`.
 */

/** The modules that the provider does not call as CloudFormation calls the service. */
const modules: ReadonlyMap<string, string> = new Map([["config", "configuration"]]);

/** The type token of a resource type of AWS; nothing where the type is somebody else's or a macro's. */
export function typeTokenOf(type: string): string | undefined {
  const [, service = "", name = ""] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? [];
  const module = service.toLowerCase();
  return name === ""
    ? undefined
    : `aws-native:${modules.get(module) ?? module}:${withoutAcronyms(name)}`;
}

/** `SSEAlgorithm` is `sseAlgorithm`, `SubnetIDs` is `subnetIds`, `KMSMasterKeyID` is `kmsMasterKeyId`. */
export function propertyNameOf(name: string): string {
  const words = withoutAcronyms(name);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** In a run of capitals and digits, the last one begins the next word, unless the run ends the name or is a plural. */
function withoutAcronyms(name: string): string {
  return name
    .replace(/([A-Z0-9])([A-Z0-9]+)(?=$|s$|s[A-Z0-9])/g, lowered)
    .replace(/([A-Z0-9])([A-Z0-9]+)(?=[A-Z0-9][a-z])/g, lowered);
}

function lowered(_run: string, first: string, rest: string): string {
  return `${first}${rest.toLowerCase()}`;
}
