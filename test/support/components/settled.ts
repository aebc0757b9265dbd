// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../../../components/regions/aws-regions";
import { awsOutputs } from "../stand-in/aws-outputs";

/** A resource as the program requests it from the engine. */
export interface Child {
  readonly type: string;
  readonly name: string;
  /** Inputs with every Output resolved. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Reference of the explicit provider; empty with the default provider. */
  readonly provider: string;
  readonly opts: pulumi.CustomResourceOptions;
}

/** The result of a program. */
export interface Settled<T> {
  readonly result: T;
  /** Every resource but providers, sorted by type and name. */
  readonly children: readonly Child[];
  readonly providers: readonly Child[];
}

/** The account of the mocked AWS. */
export const ACCOUNT = "111122223333";

/**
 * Builds something under Pulumi's mocks and waits until each resource has its URN; only then are its inputs
 * resolved. This does not prove what AWS itself would refuse.
 */
export async function settled<T>(awsRegion: string, build: () => T): Promise<Settled<T>> {
  // Pulumi records a stack trace per promise and ts-node translates each, which takes most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await settle(awsRegion, build);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function settle<T>(awsRegion: string, build: () => T): Promise<Settled<T>> {
  const requested = new Map<string, Pick<Child, "inputs" | "provider">>();
  const registered: { type: string; name: string; resource: pulumi.Resource; opts: object }[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, provider, id }) => {
        requested.set(keyOf(type, name), { inputs, provider: provider ?? "" });
        return {
          id: id || idOf(type, name, inputs),
          state: {
            ...inputs,
            ...awsOutputs(type, name, inputs, { awsRegion, accountId: ACCOUNT }),
          },
        };
      },
      call: ({ token }) => answerOf(token, awsRegion),
    },
    "classroom",
    "test",
  );
  const built: { result?: T; error?: unknown } = {};
  await pulumi.runtime.runInPulumiStack(async () => {
    pulumi.runtime.registerStackTransformation(({ type, name, resource, opts, props }) => {
      registered.push({ type, name, resource, opts });
      return { props, opts };
    });
    try {
      built.result = build();
    } catch (error) {
      built.error = error;
    }
    return {};
  });
  if (built.error !== undefined) {
    throw built.error;
  }
  await Promise.all(registered.map(({ resource }) => known(resource.urn)));
  const resources = registered
    .map(({ type, name, opts }) => {
      const request = requested.get(keyOf(type, name));
      assert.ok(request, `${type} ${name} was never requested`);
      return { type, name, opts, ...request };
    })
    .sort((a, b) => (keyOf(a.type, a.name) < keyOf(b.type, b.name) ? -1 : 1));
  return {
    result: built.result as T,
    children: resources.filter((resource) => !isProvider(resource)),
    providers: resources.filter(isProvider),
  };
}

/** An explicit provider. */
export function providerOf(awsRegion: string): aws.Provider {
  return new aws.Provider(`provider-${awsRegion}`, { region: awsRegion as aws.Region });
}

/** The value of an Output, or its failure. With `apply` alone, nobody would handle a failure. */
export function known<T>(output: pulumi.Output<T>): Promise<T> {
  return (output as unknown as { promise(): Promise<T> }).promise();
}

/** The one child of a type, or of a type and name. */
export function only({ children }: Settled<unknown>, type: string, name?: string): Child {
  const found = children.filter(
    (child) => child.type === type && (name === undefined || child.name === name),
  );
  assert.equal(found.length, 1, `${type} ${name ?? ""}: ${found.map((each) => each.name)}`);
  return found[0] as Child;
}

/** Types and names of the resources in a child's `dependsOn`. */
export async function dependenciesOf({ opts }: Child): Promise<string[]> {
  const resources = [opts.dependsOn ?? []].flat() as pulumi.Resource[];
  const urns = await Promise.all(resources.map(({ urn }) => known(urn)));
  return urns.map((urn) => urn.split("::").slice(2).join(" ").replace(/^.*\$/, "")).sort();
}

/** Types and names of all children, for comparison. */
export function listed({ children }: Settled<unknown>): string[] {
  return children.map(({ type, name }) => `${type} ${name}`);
}

/** Makes ids from names, so that tests can tell them apart. A bucket's id is its name. */
function idOf(type: string, name: string, inputs: Readonly<Record<string, unknown>>): string {
  return type === "aws:s3/bucket:Bucket" ? String(inputs.bucket ?? name) : `${name}-id`;
}

function isProvider({ type }: Child): boolean {
  return type.startsWith("pulumi:providers:");
}

function answerOf(token: string, awsRegion: string): Record<string, unknown> {
  const { partition } = awsRegionFacts(awsRegion);
  const answers: Record<string, Record<string, unknown>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": {
      accountId: ACCOUNT,
      arn: `arn:${partition}:iam::${ACCOUNT}:user/operator`,
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": {
      names: ["a", "b", "c"].map((zone) => `${awsRegion}${zone}`),
    },
  };
  const answer = answers[token];
  assert.ok(answer, `the program asked AWS for ${token}`);
  return answer;
}

function keyOf(type: string, name: string): string {
  return `${type} ${name}`;
}
