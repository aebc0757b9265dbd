// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a validator finds about one resource, whatever happens inside it. */

import { UnknownValueError } from "@pulumi/policy";
import type { Resource } from "../resources/stack";
import type { Finding, Undecided } from "./finding";

/**
 * A validator that throws must not take the preview down with it, nor pass for silence: it becomes
 * a finding. So does one that reads an unknown value without deciding it.
 */
export function judged(
  resource: Resource,
  validator: () => readonly Finding[],
): readonly Finding[] {
  try {
    return saidOnce(validator());
  } catch (error) {
    return [thrown(resource, error)];
  }
}

/** What cannot be decided about a resource is one finding, however many values are missing. */
function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Undecided>();
  for (const finding of findings.filter(isUndecided)) {
    const key = finding.resource.urn;
    const properties = [...(merged.get(key)?.properties ?? []), ...finding.properties];
    merged.set(key, { ...finding, properties: [...new Set(properties)] });
  }
  return [...findings.filter((finding) => !isUndecided(finding)), ...merged.values()];
}

function isUndecided(finding: Finding): finding is Undecided {
  return finding.outcome === "undecided";
}

function thrown(resource: Resource, error: unknown): Finding {
  return error instanceof UnknownValueError
    ? {
        outcome: "undecided",
        resource,
        properties: [(error as Error & { readonly props: readonly string[] }).props.join(".")],
        must: "the rule has to read it",
      }
    : { outcome: "failure", resource, error: placeOf(error) };
}

/** An error's class and the function it came from. Its text may quote a secret and is left out. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return "an error that is none";
  }
  const place = /^\s+at (?:Object\.|new )?([\w$.]+)(?: \[as [^\]]+\])? \(/m.exec(error.stack ?? "");
  return place === null ? error.name : `${error.name} in ${place[1]}`;
}
