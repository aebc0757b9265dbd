// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A rule without a source lets nobody in. Prefix lists and referenced groups are not the whole internet.
 * Cannot see: what a prefix list contains, or a denial with a lower number in a network ACL.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, cis, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { below, elements, type Reading, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { type IngressSpelling, ingressSpellings } from "./ingress-spellings";
import { isAmong, rangeOf } from "./port-range";

interface IngressOptions extends Options {
  readonly ports: readonly number[];
}

const must = "nothing may come in from everywhere";

export const forbidPublicIngress: Rule<IngressOptions> = {
  name: "forbid-public-ingress",
  description: "Networks must let nothing in from the whole internet.",
  rationale:
    "Security groups and network ACLs keep a private network private. Behind one rule for " +
    "everywhere, a machine can be reached as soon as it gets a public address, a peer or a " +
    "gateway.",
  severity: "high",
  controls: [
    fsbp("EC2.18", "Security groups should only allow unrestricted traffic for authorized ports"),
    fsbp("EC2.21", "Network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389"),
    cis("5.2", "Ensure no security groups allow ingress from 0.0.0.0/0 to administration ports"),
    nist("SC-7", "Boundary protection"),
    iso("A.8.20", "Networks security"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["ec2", "network", "tokens"],
  remediationSteps:
    "Name the CIDR blocks of your networks, a prefix list, or the security group of the callers.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  configSchema: configuration("advisory", {
    ports: {
      type: "array",
      items: { type: "integer" },
      description: "TCP and UDP ports that may be open to everywhere.",
      default: [],
    },
  }),
  validator: { resource: forEntries(ingressSpellings, judgeBy) },
};

function judgeBy(spelling: IngressSpelling) {
  return (resource: Resource, { ports }: IngressOptions): readonly Finding[] =>
    select(resource.props, ...(spelling.blocks === undefined ? [] : [spelling.blocks]))
      .filter((block) => !letsNothingIn(block, spelling))
      .flatMap((block) =>
        spelling.sources
          .flatMap((source) => elements(below(block, source)))
          .flatMap((source) => judgeSource(resource, source, block, { ports, spelling })),
      );
}

function letsNothingIn(block: Reading, { unless = [] }: IngressSpelling): boolean {
  return unless.some(
    ([property, value]) => textOf(below(block, property))?.toLowerCase() === value,
  );
}

/** /3 of IPv4 or the routed half of IPv6 counts as the whole internet. */
const everywhere = /^[\d.]+\/[0-3]$|^[\da-f:.]*:[\da-f:.]*\/[0-3]$/i;

function judgeSource(
  resource: Resource,
  source: Reading,
  block: Reading,
  { ports, spelling }: { readonly ports: readonly number[]; readonly spelling: IngressSpelling },
): readonly Finding[] {
  const text = textOf(source) ?? "";
  if (source.state !== "unknown" && !everywhere.test(text)) {
    return [];
  }
  const range = rangeOf(block);
  const protocol = below(block, spelling.protocol);
  if (isAmong(ports, range, protocol)) {
    return [];
  }
  const asked = ports.length === 0 ? [source] : [source, ...range, protocol];
  const missing = asked.filter(({ state }) => state === "unknown");
  return missing.length === 0
    ? [violation(resource, source.path, `is ${text}`, must)]
    : missing.map(({ path }) => undecided(resource, path, must));
}
