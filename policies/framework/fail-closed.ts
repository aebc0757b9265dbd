// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The findings of a validator about one resource, even if the validator throws. */

import { UnknownValueError } from "@pulumi/policy";
import type { Finding, Undecided } from "./finding";
import type { Resource } from "./resource";

/**
 * A validator that throws must neither fail the whole preview nor look like a pass: the error becomes a
 * finding. So does the SDK's error for an unknown value that the validator reads.
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

/** Merges the undecided findings about a resource into one, with all the values that are missing. */
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

/** The class of an error and the function that threw it. The text of the error may quote a secret. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return "a thrown value that is not an error";
  }
  const place = /^\s+at (?:Object\.|new )?([\w$.]+)(?: \[as [^\]]+\])? \(/m.exec(error.stack ?? "");
  return place === null ? error.name : `${error.name} in ${place[1]}`;
}
