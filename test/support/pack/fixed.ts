// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Applies a fix to a program through the request handler of the SDK, as the engine does. */

import assert from "node:assert/strict";
import type { Policies, ResourceValidationPolicy } from "@pulumi/policy";
import { AnalyzeRequest, type RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { type Fix, fixPolicyOf } from "../../../policies/framework/fix";
import { resourceRequest } from "./messages";
import { type Program, type Shown, show } from "./program";

type Configuration = Readonly<Record<string, unknown>>;

/** The SDK's server module has no public types. */
const sdk = require("@pulumi/policy/server") as {
  readonly makeRemediateRpcFun: (
    pack: string,
    version: string,
    level: string,
    policies: Policies,
  ) => (
    call: { readonly request: AnalyzeRequest },
    callback: (error: Error | null | undefined, response?: RemediateResponse) => void,
  ) => Promise<void>;
};

/** The inputs of each resource that the fix changes, by name. A second run must change nothing. */
export async function fixed(
  fix: Fix,
  program: Program,
  configuration: Configuration = {},
): Promise<Readonly<Record<string, Configuration>>> {
  const changed: Record<string, Configuration> = {};
  for (const resource of show(program, "first preview")) {
    const inputs = await changedInputs(fix, resource, configuration);
    if (inputs !== undefined) {
      changed[resource.name] = inputs;
      const again = { ...resource, inputs };
      assert.equal(
        await changedInputs(fix, again, configuration),
        undefined,
        `${fix.name} changes ${resource.name} again`,
      );
    }
  }
  return changed;
}

async function changedInputs(
  fix: Fix,
  resource: Shown,
  configuration: Configuration,
): Promise<Configuration | undefined> {
  const policy = fixPolicyOf(fix, () => "2026-06-15");
  const getConfig = <T extends object>() => configuration as T;
  const enabled: ResourceValidationPolicy = {
    ...policy,
    enforcementLevel: "remediate",
    remediateResource: (args) => policy.remediateResource?.({ ...args, getConfig }),
  };
  const handler = sdk.makeRemediateRpcFun("agora-classroom", "0.0.0", "advisory", [enabled]);
  const request = AnalyzeRequest.deserializeBinary(resourceRequest(resource).serializeBinary());
  const response = await new Promise<RemediateResponse>((resolve, reject) => {
    void handler({ request }, (error, answer) =>
      answer === undefined ? reject(error) : resolve(answer),
    );
  });
  const [remediation] = response.getRemediationsList();
  assert.equal(remediation?.getDiagnostic() ?? "", "");
  return remediation?.getProperties()?.toJavaScript() as Configuration | undefined;
}
