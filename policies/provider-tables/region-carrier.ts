// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How it is written down that a property makes data go to another region, or fetches it from one. */

import { contentOf, type Reading, type Step, select, textOf } from "../resources/reading";
import { regionIn } from "../resources/region";

/** What a property says: a region's name, something in a region, or that regions are spanned. */
export type Says =
  | { readonly kind: "region" | "place" }
  | { readonly kind: "switch"; readonly on: readonly unknown[]; readonly means: string };

export interface Carrier {
  readonly path: readonly Step[];
  readonly says: Says;
  /** Data comes from there; otherwise it goes there. */
  readonly inbound?: true;
  /** The property is JSON, and these are the paths in it. */
  readonly json?: readonly (readonly Step[])[];
}

/** A path in dots; a step has two names where the provider's versions differ. */
export function stepsOf(path: string): readonly Step[] {
  return path.split(".").map((step) => (step.includes("|") ? step.split("|") : step));
}

export const region = (path: string): Carrier => ({
  path: stepsOf(path),
  says: { kind: "region" },
});
export const place = (path: string): Carrier => ({ path: stepsOf(path), says: { kind: "place" } });
export const inbound = (carrier: Carrier): Carrier => ({ ...carrier, inbound: true });
export const json = (path: string, ...inner: readonly string[]): Carrier => ({
  ...place(path),
  json: inner.map(stepsOf),
});
export const when = (path: string, on: readonly unknown[], means: string): Carrier => ({
  path: stepsOf(path),
  says: { kind: "switch", on, means },
});
export const isOn = (path: string, means: string): Carrier => when(path, [true, "true"], means);

export const multiRegionKey = isOn("multiRegion", "lets the key be replicated to other regions");
export const joins = (path: string): Carrier =>
  when(path, [], "joins a cluster that spans regions");

/** Several places that a block names. */
export const places = (block: string, ...paths: readonly string[]): readonly Carrier[] =>
  paths.map((path) => place(`${block}.${path}`));

/** The functions that a pool of users calls, with what it knows about them. */
export const userPoolTriggers = places(
  "lambdaConfig",
  ...["createAuthChallenge", "customMessage", "defineAuthChallenge", "postAuthentication"],
  ...["postConfirmation", "preAuthentication", "preSignUp", "preTokenGeneration"],
  ...["userMigration", "verifyAuthChallengeResponse", "kmsKeyId"],
  ...["customEmailSender.lambdaArn", "customSmsSender.lambdaArn"],
  "preTokenGenerationConfig.lambdaArn",
);

/** What each type carries. */
export type Carriers = Readonly<Record<string, readonly Carrier[]>>;

/** What a property says: itself, or each different place at the paths in its JSON; AWS refuses what is none. */
export function within({ json: paths }: Carrier, reading: Reading): readonly Reading[] {
  if (paths === undefined || reading.state !== "known") {
    return [reading];
  }
  const isText = typeof reading.value === "string";
  const content = isText ? contentOf(reading) : reading;
  const inner = paths.flatMap((path) =>
    select({ content: content.state === "known" ? content.value : {} }, "content", ...path),
  );
  const different = new Map(inner.map((part) => [placeOf(part), part]));
  return [...different.values()].map((part) => ({ ...part, path: reading.path }));
}

function placeOf(part: Reading): string {
  const text = textOf(part);
  return text === undefined ? part.state : (regionIn(text) ?? text);
}
