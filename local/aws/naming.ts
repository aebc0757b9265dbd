// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import type { Properties } from "./properties";
import type { ResourceShape } from "./sdk";
import { nameOf, typeOf } from "./urn";

/** The key under which Pulumi's plug-ins remember which inputs they have set themselves. */
const DEFAULTS = "__defaults";

/** Names that AWS wants in another form than the program's name with a suffix. */
const FORMS: Readonly<Record<string, (name: string, inputs: Properties) => string>> = {
  "aws:kms/alias:Alias": (name) => `alias/${name}`,
  "aws:s3/bucket:Bucket": (name) => name.toLowerCase(),
  "aws:s3/bucketV2:BucketV2": (name) => name.toLowerCase(),
  "aws:sns/topic:Topic": fifo("fifoTopic"),
  "aws:sqs/queue:Queue": fifo("fifoQueue"),
};

/**
 * Adds the name that Pulumi's AWS plug-in makes up where the program gives none, and keeps the one
 * that an earlier update has made, so that nothing changes from one update to the next.
 */
export function withName(
  urn: string,
  shape: ResourceShape,
  old: Properties,
  inputs: Properties,
): Properties {
  const property = nameProperty(shape);
  const prefix = `${property}Prefix`;
  if (property === undefined || inputs[property] !== undefined || inputs[prefix] !== undefined) {
    return inputs;
  }
  const kept = (old[DEFAULTS] as string[] | undefined)?.includes(property)
    ? old[property]
    : undefined;
  return { ...inputs, [property]: kept ?? madeUpName(urn, inputs), [DEFAULTS]: [property] };
}

/** The input that is a name by the plug-in's own rule: `name`, or `bucket` for a bucket itself. */
function nameProperty({ inputs, outputs }: ResourceShape): string | undefined {
  const candidates = ["name", ...(outputs.has("bucketDomainName") ? ["bucket"] : [])];
  return candidates.find((name) => {
    const [input, output] = [inputs.get(name), outputs.get(name)];
    return input?.optional && input.type === "string" && output?.optional === false;
  });
}

/** The name with seven hexadecimal digits, which stay the same from one rehearsal to the next. */
function madeUpName(urn: string, inputs: Properties): string {
  const name = `${nameOf(urn)}-${digits(urn, "name", 7)}`;
  return FORMS[typeOf(urn)]?.(name, inputs) ?? name;
}

/** Hexadecimal digits that depend on nothing but the resource and what they are for. */
export function digits(urn: string, purpose: string, count: number): string {
  return createHash("sha512").update(`${urn} ${purpose}`).digest("hex").slice(0, count);
}

function fifo(property: string): (name: string, inputs: Properties) => string {
  return (name, inputs) => (inputs[property] === true ? `${name}.fifo` : name);
}
