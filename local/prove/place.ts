// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { DataCenterIntent, Intent } from "./configuration";
import { type State, type StateResource, textOf } from "./state";

/** A data centre: what its operator wants, and what of it is deployed. */
export interface Place extends DataCenterIntent {
  readonly secretAdministratorArns: readonly string[];
  readonly visitors: readonly Visitor[];
  readonly deployed: State;
  /** Resources of a type that a component of ours names as one of its outputs. */
  named(type: string, by: string, component: string, output: string): StateResource[];
}

/** A backend role of another data centre that may call this one's token API for a while. */
export interface Visitor {
  readonly roleArn: string;
  readonly until: string;
}

export function placesOf(intent: Intent, state: State): Place[] {
  return intent.dataCenters.map((dataCenter) => ({
    ...dataCenter,
    secretAdministratorArns: intent.secretAdministratorArns,
    visitors: visitorsOf(dataCenter, intent),
    deployed: state.in(dataCenter.awsRegion),
    named: (type, by, component, output) =>
      state
        .in(dataCenter.awsRegion)
        .where(type, by, ...state.ofType(component).map((each) => textOf(each, output))),
  }));
}

function visitorsOf(
  { name, backendRoleArns }: DataCenterIntent,
  { dataCenters, transfers }: Intent,
): Visitor[] {
  return transfers
    .filter(({ to }) => to === name)
    .flatMap(({ from, until }) =>
      dataCenters
        .filter((other) => other.name === from)
        .flatMap((other) => other.backendRoleArns)
        .filter((roleArn) => !backendRoleArns.includes(roleArn))
        .map((roleArn) => ({ roleArn, until })),
    );
}
