// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import type { Account } from "../account";
import type { Properties } from "../properties";

/** Who the provider is: an invented user of the account. */
export function callerIdentity({ id, partition }: Account): Properties {
  return {
    accountId: id,
    arn: `arn:${partition}:iam::${id}:user/rehearsal`,
    id,
    userId: `AIDA${createHash("sha256").update(id).digest("hex").slice(0, 17).toUpperCase()}`,
  };
}

export function defaultTags({ defaultTags: tags, partition }: Account): Properties {
  return { id: partition, tags };
}

export function partition({ dnsSuffix, partition: id }: Account): Properties {
  return { dnsSuffix, id, partition: id, reverseDnsPrefix: reversed(dnsSuffix) };
}

/**
 * The region that is asked for, else the provider's; `description` would be its human name, which
 * nothing here knows.
 */
export function region({ dnsSuffix, region: own }: Account, args: Properties): Properties {
  const asked = args.region ?? args.name ?? own;
  return {
    description: asked,
    endpoint: `ec2.${asked}.${dnsSuffix}`,
    id: asked,
    name: asked,
    region: asked,
  };
}

/** The name under which a service is trusted: without the region, and in every partition with this suffix. */
export function servicePrincipal({ region: own }: Account, args: Properties): Properties {
  const { region: asked = own, serviceName } = args;
  const suffix = "amazonaws.com";
  return {
    id: `${serviceName}.${asked}.${suffix}`,
    name: `${serviceName}.${suffix}`,
    region: asked,
    suffix,
  };
}

function reversed(dnsName: string): string {
  return dnsName.split(".").reverse().join(".");
}
