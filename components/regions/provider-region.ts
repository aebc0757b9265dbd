// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checked, type Problem, type Reject } from "../arguments/problems";

/**
 * Returns a component's AWS region, and rejects it when the component's provider works in another region.
 * It cannot see the region of the default provider, nor a region that the engine does not know yet.
 */
export function regionOfProvider(
  component: pulumi.ComponentResource,
  reject: Reject,
  awsRegion: string,
): pulumi.Output<string> {
  const provider = component.getProvider("aws:index/region:Region") as aws.Provider | undefined;
  return pulumi
    .output(provider?.region)
    .apply(
      checked(reject, (region: string | undefined) => [providerRegionProblem(awsRegion, region)]),
    )
    .apply(() => awsRegion);
}

function providerRegionProblem(awsRegion: string, region: string | undefined): Problem {
  return region === undefined || region === awsRegion
    ? undefined
    : `'awsRegion' must be the region of the provider, got ${JSON.stringify(awsRegion)} ` +
        `with a provider for ${JSON.stringify(region)}. ` +
        `Pass the provider of ${awsRegion} as opts.provider.`;
}
