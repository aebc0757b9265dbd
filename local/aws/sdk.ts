// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Member, membersOf } from "./declarations";

/** What the SDK says of a resource type. */
export interface ResourceShape {
  readonly inputs: ReadonlyMap<string, Member>;
  readonly outputs: ReadonlyMap<string, Member>;
}

/** The installed `@pulumi/aws`, read where it lies and only as far as a program needs it. */
export class Sdk {
  public readonly version: string;
  readonly #folder: string;
  readonly #resources = new Map<string, ResourceShape | undefined>();
  readonly #types = new Map<string, string>();
  readonly #nested = new Map<string, ReadonlyMap<string, Member> | undefined>();

  public constructor(folder: string) {
    this.#folder = folder;
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    this.version = manifest.version;
  }

  /** The shape of a type such as `aws:s3/bucket:Bucket`; undefined when the SDK has no such type. */
  public resource(token: string): ResourceShape | undefined {
    if (!this.#resources.has(token)) {
      this.#resources.set(token, this.#readResource(token));
    }
    return this.#resources.get(token);
  }

  /** What a data source such as `aws:index/getRegion:getRegion` answers; undefined when the SDK has none of that name. */
  public result(token: string): ReadonlyMap<string, Member> | undefined {
    const { text, name } = this.#declarations(token);
    return text === undefined
      ? undefined
      : membersOf(text, `${name[0]?.toUpperCase()}${name.slice(1)}Result`);
  }

  /** The members of a nested type such as `inputs.s3.BucketCorsRule`; undefined when it is not a nested type. */
  public nested(type: string): ReadonlyMap<string, Member> | undefined {
    if (!this.#nested.has(type)) {
      this.#nested.set(type, this.#readNested(type));
    }
    return this.#nested.get(type);
  }

  #readResource(token: string): ResourceShape | undefined {
    const { text, name } = this.#declarations(token);
    if (text === undefined) {
      return undefined;
    }
    const [outputs, inputs] = [membersOf(text, name), membersOf(text, `${name}Args`)];
    return outputs && inputs && { outputs, inputs };
  }

  #declarations(token: string): { text?: string; name: string } {
    const [, module = "", name = ""] = token.split(":");
    const path = /^[\w/]+$/.test(module) ? this.#pathOf(module.replace(/^index\//, "")) : undefined;
    return path === undefined ? { name } : { name, text: readFileSync(path, "utf8") };
  }

  /**
   * A module's file has the token's name, apart from the case of a few (`v2Policy` lies in `v2policy`)
   * and from `index`, which is taken (`kendra/index` lies in `kendra/index_`).
   */
  #pathOf(module: string): string | undefined {
    const path = join(this.#folder, `${module}.d.ts`.replace(/\/index\.d\.ts$/, "/index_.d.ts"));
    if (existsSync(path)) {
      return path;
    }
    const folder = join(path, "..");
    const wanted = `${module.split("/").at(-1)}.d.ts`.toLowerCase();
    const found = existsSync(folder)
      ? readdirSync(folder).find((name) => name.toLowerCase() === wanted)
      : undefined;
    return found && join(folder, found);
  }

  #readNested(type: string): ReadonlyMap<string, Member> | undefined {
    const match = /^(inputs|outputs)\.(?:([\w.]+)\.)?(\w+)$/.exec(type);
    if (match === null) {
      return undefined;
    }
    const [, kind = "", namespace, name = ""] = match;
    const text = this.#typesOf(kind === "inputs" ? "input" : "output");
    const from =
      namespace === undefined ? 0 : text.indexOf(`export declare namespace ${namespace} {`);
    return membersOf(text, name, from);
  }

  #typesOf(kind: "input" | "output"): string {
    const text =
      this.#types.get(kind) ?? readFileSync(join(this.#folder, "types", `${kind}.d.ts`), "utf8");
    this.#types.set(kind, text);
    return text;
  }
}
