// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which resources a pattern means. A URN has four parts (stack, project, type with the types of its parents,
 * name). The name of a pattern is compared with the name alone: a resource cannot claim what is meant for
 * another by putting `::` into its own name. Source: Pulumi's documentation, "Resource names and URNs".
 */

/** The name is all that stands behind the type. */
const urnParts = /^(urn:pulumi:.*?::.*?::.*?)::(.*)$/s;

/**
 * Whether a pattern means a resource. `*` is any text and `?` any character. `*` at the beginning stands for
 * the parts that are left out there: `*::legacy-logs` is every resource of that name.
 */
export function urnMatches(pattern: string, urn: string): boolean {
  const [, beforeName, name] = urnParts.exec(urn) ?? [];
  if (beforeName === undefined || name === undefined) {
    return false;
  }
  const parts = pattern.split("::");
  const isWhole = parts.length > 4 && pattern.startsWith("urn:pulumi:");
  const nameParts = parts.slice(isWhole ? 3 : -1);
  const earlier = parts.slice(0, -nameParts.length);
  const prefix = earlier.length === 0 ? anyBeforeName(pattern) : earlier.join("::");
  return globMatches(nameParts.join("::"), name) && globMatches(prefix, beforeName);
}

/** A pattern of one part has to say with a `*` that it does not begin with the stack. */
function anyBeforeName(pattern: string): string {
  return pattern.startsWith("*") ? "*" : "";
}

/**
 * Whether a text is what a glob says. It goes back to the last star only, so that no pattern costs more
 * than the product of both lengths.
 */
export function globMatches(glob: string, text: string): boolean {
  let at = 0;
  let inGlob = 0;
  let star = -1;
  let behindStar = 0;
  while (at < text.length) {
    if (glob[inGlob] === "*") {
      star = inGlob;
      behindStar = at;
      inGlob += 1;
    } else if (glob[inGlob] === "?" || glob[inGlob] === text[at]) {
      inGlob += 1;
      at += 1;
    } else if (star >= 0) {
      behindStar += 1;
      at = behindStar;
      inGlob = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(glob.slice(inGlob));
}
