// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Members, membersOf } from "./declarations";
import { Refusal } from "./refusal";

/** A resource type as the SDK declares it. */
export interface ResourceShape {
  readonly inputs: Members;
  readonly outputs: Members;
  /** The outputs that the SDK tells the engine to keep secret. */
  readonly secrets: ReadonlySet<string>;
}

/** A data source as the SDK declares it. */
export interface DataSourceShape {
  readonly args: Members;
  readonly result: Members;
}

/** A module of the SDK: its code and its declarations. */
interface Module {
  readonly code: string;
  readonly declarations: string;
  /** The class or function that a token names. */
  readonly name: string;
}

const noMembers: Members = new Map();

/** The installed `@pulumi/aws`, read where it lies and only as far as a program needs it. */
export class Sdk {
  public readonly version: string;
  private readonly folder: string;
  private readonly resources = new Map<string, ResourceShape | undefined>();
  private readonly nestedTypes = new Map<string, Members | undefined>();
  private readonly types = new Map<string, string>();

  public constructor(folder: string) {
    this.folder = folder;
    this.version = versionOf(folder);
  }

  /** The shape of a type such as `aws:s3/bucket:Bucket`; undefined when the SDK has no such type. */
  public resource(token: string): ResourceShape | undefined {
    return remembered(this.resources, token, () => this.readResource(token));
  }

  /**
   * The shape of a data source such as `aws:index/getRegion:getRegion`; undefined when the SDK has
   * none of that name.
   */
  public dataSource(token: string): DataSourceShape | undefined {
    const module = this.module(token);
    if (module === undefined || !module.code.includes(`invoke("${token}"`)) {
      return undefined;
    }
    const type = `${module.name[0]?.toUpperCase()}${module.name.slice(1)}`;
    return {
      args: membersOf(module.declarations, `${type}Args`) ?? noMembers,
      result: membersOf(module.declarations, `${type}Result`) ?? noMembers,
    };
  }

  /** The tokens of all resource types and data sources, for the few programs that ask for a schema. */
  public tokens(): { readonly resources: string[]; readonly dataSources: string[] } {
    const code = modulesIn(this.folder).map((path) => this.read(path));
    const found = (pattern: RegExp) =>
      code.flatMap((text) => [...text.matchAll(pattern)].map(([, token = ""]) => token));
    return {
      resources: found(/__pulumiType = '(aws:[^']+)'/g),
      dataSources: [...new Set(found(/\binvoke\("(aws:[^"]+)"/g))],
    };
  }

  /** What a provider may be configured with. */
  public get configuration(): Members {
    return membersOf(this.read("provider.d.ts"), "ProviderArgs") ?? noMembers;
  }

  /** The regions that the SDK knows. */
  public get regions(): readonly string[] {
    const text = this.read(join("types", "enums", "index.d.ts"));
    const start = text.indexOf("const Region: {");
    return [...text.slice(start, text.indexOf("}", start)).matchAll(/"([\w-]+)"/g)].map(
      ([, region = ""]) => region,
    );
  }

  /** The members of a nested type such as `inputs.s3.BucketCorsRule`; undefined when it is not a nested type. */
  public nested(type: string): Members | undefined {
    return remembered(this.nestedTypes, type, () => this.readNested(type));
  }

  private readResource(token: string): ResourceShape | undefined {
    const module = this.module(token);
    // The file was found by its name. Only its code states the exact type token.
    if (module === undefined || !module.code.includes(`__pulumiType = '${token}'`)) {
      return undefined;
    }
    const { code, declarations, name } = module;
    const secrets = /additionalSecretOutputs: \[([^\]]*)\]/.exec(code)?.[1] ?? "";
    return {
      inputs: membersOf(declarations, `${name}Args`) ?? noMembers,
      outputs: membersOf(declarations, name) ?? noMembers,
      secrets: new Set([...secrets.matchAll(/"(\w+)"/g)].map(([, secret = ""]) => secret)),
    };
  }

  private module(token: string): Module | undefined {
    const match = /^aws:([\w-]+(?:\/[\w-]+)?):(\w+)$/.exec(token);
    const path = match?.[1] && this.pathOf(match[1].replace(/^index\//, ""));
    return path
      ? {
          code: this.read(`${path}.js`),
          declarations: this.read(`${path}.d.ts`),
          name: match[2] ?? "",
        }
      : undefined;
  }

  /**
   * A module's file has the token's name, apart from the case of a few (`v2Policy` lies in `v2policy`)
   * and from `index`, which is taken (`kendra/index` lies in `kendra/index_`).
   */
  private pathOf(module: string): string | undefined {
    const path = module.replace(/\/index$/, "/index_");
    if (existsSync(join(this.folder, `${path}.d.ts`))) {
      return path;
    }
    const folder = dirname(path);
    const wanted = `${path}.d.ts`.slice(folder.length + 1).toLowerCase();
    const found = existsSync(join(this.folder, folder))
      ? readdirSync(join(this.folder, folder)).find((name) => name.toLowerCase() === wanted)
      : undefined;
    return found && join(folder, found.slice(0, -".d.ts".length));
  }

  private readNested(type: string): Members | undefined {
    const match = /^(input|output)s\.(?:([\w.]+)\.)?(\w+)$/.exec(type);
    if (match === null) {
      return undefined;
    }
    const [, kind = "", namespace, name = ""] = match;
    const text = remembered(this.types, kind, () => this.read(join("types", `${kind}.d.ts`)));
    const from =
      namespace === undefined ? 0 : text.indexOf(`export declare namespace ${namespace} {`);
    return membersOf(text, name, from);
  }

  private read(path: string): string {
    return readFileSync(join(this.folder, path), "latin1");
  }
}

/** The code of an SDK's modules, which lie at its top and one or two folders below. */
function modulesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return ["node_modules", "types", "tests", "scripts"].includes(entry.name)
        ? []
        : modulesIn(join(folder, entry.name)).map((path) => join(entry.name, path));
    }
    return entry.name.endsWith(".js") ? [entry.name] : [];
  });
}

function versionOf(folder: string): string {
  const manifest = join(folder, "package.json");
  const { name, version } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {};
  if (name !== "@pulumi/aws") {
    throw new Refusal(
      "The stand-in for AWS must be started with the folder of an installed @pulumi/aws, got " +
        `${JSON.stringify(folder)}. Run npm ci in the program's folder.`,
    );
  }
  return version;
}

function remembered<Value>(store: Map<string, Value>, key: string, make: () => Value): Value {
  if (!store.has(key)) {
    store.set(key, make());
  }
  return store.get(key) as Value;
}
