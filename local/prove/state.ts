// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import { Failure } from "../runner/failure";

type Properties = Readonly<Record<string, unknown>>;

/** A resource of an exported state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  /** URN of the provider, two colons, its id. */
  readonly provider?: string;
  /** Replaced, and AWS has yet to delete it. */
  readonly delete?: boolean;
  readonly inputs?: Properties;
  readonly outputs?: Properties;
}

interface Exported {
  readonly deployment?: {
    readonly resources?: readonly StateResource[];
    readonly pending_operations?: readonly unknown[];
  };
}

/** How Pulumi marks a value that it has encrypted, or decrypted for an export. */
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** Reads what `pulumi stack export` and `npm run rehearse -- --export` write, of one stack. */
export function readState(path: string, stack: string): State {
  if (!existsSync(path)) {
    throw new Failure(`${path} does not exist. Write it with 'pulumi stack export --file'.`);
  }
  const { deployment } = parsed(path);
  const { resources = [] } = deployment ?? {};
  const [first] = resources;
  if (first === undefined || !resources.every(isResource)) {
    throw new Failure(
      `${path} is not the state of a deployed stack. Write it with 'pulumi stack export --file'.`,
    );
  }
  const name = first.urn.split("::")[0]?.split(":").at(-1);
  if (name !== stack) {
    throw new Failure(
      `${path} is the state of stack '${name}', and '--stack' is '${stack}'. Name the same stack.`,
    );
  }
  const open = deployment?.pending_operations?.length ?? 0;
  if (open > 0 || resources.some((resource) => resource.delete)) {
    throw new Failure(
      `${path} was exported in the middle of an update. Let 'pulumi up' end, and export again.`,
    );
  }
  return new State(resources);
}

function parsed(path: string): Exported {
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? (content as Exported) : {};
  } catch {
    // The parser's own words quote the file, which may hold what nobody should read in a log.
    throw new Failure(`${path} is not JSON. Write it with 'pulumi stack export --file'.`);
  }
}

function isResource(resource: StateResource | null): boolean {
  return typeof resource?.urn === "string" && typeof resource.type === "string";
}

/** The resources of a stack. */
export class State {
  readonly #byUrn: ReadonlyMap<string, StateResource>;

  public constructor(private readonly resources: readonly StateResource[]) {
    this.#byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  /** The part of it that is in an AWS region; what has none, such as a role, is where its provider is. */
  public in(awsRegion: string): State {
    return new State(this.resources.filter((resource) => this.#regionOf(resource) === awsRegion));
  }

  public ofType(...types: readonly string[]): readonly StateResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** Resources of a type of which a property is the value given. */
  public where(type: string, property: string, ...values: readonly unknown[]): StateResource[] {
    return this.ofType(type).filter((resource) => values.includes(propertyOf(resource, property)));
  }

  #regionOf(resource: StateResource): unknown {
    const [provider = ""] = /^.*(?=::)/.exec(resource.provider ?? "") ?? [];
    return propertyOf(resource, "region") ?? this.#byUrn.get(provider)?.inputs?.region;
  }
}

/** What AWS said of a property last, or what it was told. */
export function propertyOf({ inputs, outputs }: StateResource, property: string): unknown {
  return plain(outputs?.[property]) ?? plain(inputs?.[property]);
}

export function textOf(resource: StateResource, property: string): string {
  const value = propertyOf(resource, property);
  return typeof value === "string" ? value : "";
}

/** The name that the program gave it. */
export function nameOf({ urn }: StateResource): string {
  return urn.split("::").at(-1) ?? "";
}

function plain(value: unknown): unknown {
  const secret = value as Properties | undefined | null;
  return typeof secret === "object" && secret !== null && SECRET_MARK in secret
    ? revealed(secret)
    : value;
}

function revealed({ plaintext }: Properties): unknown {
  if (typeof plaintext !== "string") {
    throw new Failure(
      "The state has encrypted what the proofs must read. Export it with 'pulumi stack export " +
        "--show-secrets', and delete the file afterwards.",
    );
  }
  return JSON.parse(plaintext);
}
