// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accepting, type Instance, rejectProblems } from "../argument-error";
import { makeOperationsKey } from "../operations/operations-key";
import { regionOfProvider } from "../regions/provider-region";
import type { TemporaryCaller } from "./documents/api-policy";
import type { IdentityMode } from "./runtime/settings";
import type { TokenServiceArgs } from "./token-service";
import {
  appIdProblem,
  certificateProblem,
  roleProblems,
  temporaryCallerProblems,
} from "./validation";

/** The arguments of a token service with every default decided and every Output checked when it is known. */
export interface SettledArguments
  extends Omit<TokenServiceArgs, "backendRoleArns" | "certificate" | "temporaryCallers"> {
  readonly appId: pulumi.Output<string>;
  readonly identityMode: IdentityMode;
  readonly privateDnsEnabled: boolean;
  readonly inVpc: boolean;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly throttlingRateLimit: pulumi.Input<number>;
  readonly throttlingBurstLimit: pulumi.Input<number>;
  readonly deletionProtection: boolean;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly certificate: pulumi.Output<string> | undefined;
  /** All callers, those whose permission ends among them. */
  readonly callerRoleArns: pulumi.Output<string[]>;
  readonly temporaryCallers: pulumi.Output<TemporaryCaller[]>;
  readonly administratorRoleArns: pulumi.Output<string[]>;
  /** Account that the provider works in. */
  readonly accountId: pulumi.Output<string>;
  /** The AWS region, once it is known to be the provider's. */
  readonly region: pulumi.Output<string>;
}

/** Decides the defaults of a token service and makes its operations key where none is given. */
export function settleArguments(
  service: pulumi.ComponentResource,
  instance: Instance,
  args: TokenServiceArgs,
): SettledArguments {
  const child = { parent: service };
  const { awsRegion, deletionProtection = true, secretAdministratorArns = [] } = args;
  const roles = (
    property: string,
    arns: readonly pulumi.Input<string>[],
  ): pulumi.Output<string[]> =>
    pulumi.output([...arns]).apply((all) => {
      rejectProblems(service, instance, roleProblems(property, all, awsRegion));
      return all;
    });
  const temporaryCallers = pulumi.output([...(args.temporaryCallers ?? [])]).apply((callers) => {
    const problems = callers.flatMap((caller) => temporaryCallerProblems(caller, awsRegion));
    rejectProblems(service, instance, problems);
    return callers;
  });
  const { accountId } = aws.getCallerIdentityOutput({}, child);
  const region = regionOfProvider(service, instance, awsRegion);
  const keyArguments = { awsRegion: region, accountId, deletionProtection };
  return {
    ...args,
    appId: pulumi.output(args.appId).apply(accepting(service, instance, appIdProblem)),
    identityMode: args.identityMode ?? "app-managed",
    privateDnsEnabled: args.privateDnsEnabled ?? false,
    inVpc: args.inVpc ?? true,
    logRetentionDays: args.logRetentionDays ?? 365,
    throttlingRateLimit: args.throttlingRateLimit ?? 100,
    throttlingBurstLimit: args.throttlingBurstLimit ?? 200,
    deletionProtection,
    kmsKeyArn: pulumi.output(
      args.kmsKeyArn ?? makeOperationsKey(instance.name, keyArguments, child).arn,
    ),
    certificate:
      args.certificate === undefined
        ? undefined
        : pulumi.secret(args.certificate).apply(accepting(service, instance, certificateProblem)),
    callerRoleArns: pulumi
      .all([roles("backendRoleArns", args.backendRoleArns), temporaryCallers])
      .apply(([arns, callers]) => [...arns, ...callers.map(({ roleArn }) => roleArn)]),
    temporaryCallers,
    administratorRoleArns: roles("secretAdministratorArns", secretAdministratorArns),
    accountId,
    region,
  };
}
