// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Instance, rejectProblems } from "../argument-error";

/**
 * A component's AWS region, after a look at the provider it was given: it fails when the provider works
 * in another region. A region that is not known yet, and the default provider's, cannot be seen.
 */
export function regionOfProvider(
  component: pulumi.ComponentResource,
  instance: Instance,
  awsRegion: string,
): pulumi.Output<string> {
  const provider = component.getProvider("aws:index/region:Region") as aws.Provider | undefined;
  return pulumi.output(provider?.region).apply((region: string | undefined) => {
    const isOurs = region === undefined || region === awsRegion;
    rejectProblems(component, instance, isOurs ? [] : [regionProblem(awsRegion, region)]);
    return awsRegion;
  });
}

function regionProblem(awsRegion: string, region: string): string {
  return `'awsRegion' must be the region of the provider, got ${JSON.stringify(awsRegion)} with a provider for ${JSON.stringify(region)}. Pass the provider of ${awsRegion} as opts.provider.`;
}
