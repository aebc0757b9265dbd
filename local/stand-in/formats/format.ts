// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Properties } from "../properties";
import type { Resource } from "../resource";

/** How a type's identifiers and read-backs look where programs depend on them. */
export interface Format {
  /** The input that is the identifier. @default - none is */
  readonly idIs?: string;
  /** @default - the input that `idIs` names, else made up by `identityOf` */
  readonly id?: (resource: Resource) => string;
  /** Outputs by name, for a resource with that id. @default - by the output's name and type */
  readonly outputs?: (resource: Resource, id: string) => Properties;
}

export type Formats = Readonly<Record<string, Format>>;

/** A resource that is known by its name, with an ARN that ends in a kind and the name. */
export function named(service: string, kind: string, more?: Format["outputs"]): Format {
  return {
    idIs: "name",
    outputs: (resource, id) => ({
      arn: resource.arn(service, `${kind}${id}`),
      ...more?.(resource, id),
    }),
  };
}

/** An identifier of hexadecimal digits, with a prefix where AWS has one. */
export function random(digits: number, prefix = ""): (resource: Resource) => string {
  return (resource) => `${prefix}${resource.digits("id", digits)}`;
}

/** An identifier that is made of inputs: `joined("-", "restApi", "stageName")`. */
export function joined(separator: string, ...inputs: string[]): (resource: Resource) => string {
  return (resource) => inputs.map((name) => resource.text(name) ?? "").join(separator);
}
