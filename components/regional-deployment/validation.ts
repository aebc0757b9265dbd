// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { dataCenters, isDataCenter, servingProblem } from "../regions/data-centers";
import type { RegionalDeploymentArgs } from "./regional-deployment";

/** What is wrong with a regional deployment's own arguments, as sentences; its components look at theirs. */
export function validateRegionalDeploymentArgs({
  dataCenter,
  awsRegion,
}: RegionalDeploymentArgs): string[] {
  if (!isDataCenter(dataCenter)) {
    return [
      `'dataCenter' must be one of ${dataCenters.join(", ")}, got ${JSON.stringify(dataCenter)}.`,
    ];
  }
  const problem = servingProblem(dataCenter, awsRegion);
  return problem ? [`'awsRegion' ${problem}.`] : [];
}
