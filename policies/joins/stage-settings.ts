// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The method settings of a stage of a REST API. */

import { read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf } from "../resources/stack";
import { namedApi } from "./rest-apis";

const settingsType = "aws:apigateway/methodSettings:MethodSettings";

/** Settings belong to the stage of the same API and name. */
interface StageKey {
  readonly api: string | undefined;
  readonly stageName: string | undefined;
}

/** The settings that name a stage or take their stage name from it. */
export function settingsOf(stack: Stack, stage: StackResource): readonly StackResource[] {
  const { api, stageName } = stageKeyOf(stack, stage);
  return stack
    .derive(allSettings)
    .filter(
      ({ settings, key }) =>
        sourcesOf(settings, "stageName").includes(stage) ||
        (api !== undefined && key.api === api && key.stageName === stageName),
    )
    .map(({ settings }) => settings);
}

function allSettings(
  stack: Stack,
): readonly { readonly settings: StackResource; readonly key: StageKey }[] {
  return stack
    .ofTypes([settingsType])
    .map((settings) => ({ settings, key: stageKeyOf(stack, settings) }));
}

function stageKeyOf(stack: Stack, resource: StackResource): StageKey {
  const reference = read(resource.props, "restApi");
  return {
    api: namedApi(stack, reference, resource).api?.urn ?? textOf(reference),
    stageName: textOf(read(resource.props, "stageName")),
  };
}
