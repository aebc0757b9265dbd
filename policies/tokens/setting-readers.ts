// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How settings are written into resources: as objects, as lists of pairs, in JSON, in scripts. */

import {
  below,
  contentOf,
  elements,
  type Reading,
  read,
  type Step,
  select,
  textOf,
} from "../reading";
import type { Resource } from "../stack";

export interface Setting {
  readonly name: string;
  readonly value: Reading;
}

/** Reads the settings of a resource that are in one place of it. */
export type Place = (resource: Resource) => readonly Setting[];

/** An object whose members are settings. */
export function members(...path: Step[]): Place {
  return ({ props }) => select(props, ...path).flatMap(membersOf);
}

function membersOf(reading: Reading): readonly Setting[] {
  if (reading.state !== "known" || !(reading.value instanceof Object)) {
    return reading.state === "unknown" ? [{ name: "", value: reading }] : [];
  }
  return Object.keys(reading.value).map((name) => ({ name, value: below(reading, name) }));
}

/** A list of names and values; those of another type than plain text only refer to a secret. */
export function pairs(name: string, ...path: Step[]): Place {
  return ({ props }) => select(props, ...path).flatMap((pair) => pairOf(pair, name));
}

function pairOf(pair: Reading, name: string): readonly Setting[] {
  if (pair.state !== "known") {
    return pair.state === "unknown" ? [{ name: "", value: pair }] : [];
  }
  const isReference = /^(PARAMETER_STORE|SECRETS_MANAGER)$/.test(textOf(below(pair, "type")) ?? "");
  return isReference
    ? []
    : [{ name: textOf(below(pair, name)) ?? "", value: below(pair, "value") }];
}

/** The environments and commands of containers, written as JSON or as the list that it stands for. */
export function containers(path: string): Place {
  return ({ props }) => {
    const content = contentOf(read(props, path));
    return content.state === "unknown"
      ? [{ name: "", value: content }]
      : elements(content)
          .map((container) => (container.state === "known" ? container.value : {}))
          .flatMap(settingsOfContainer)
          .map(({ name, value }) => ({ name, value: { ...value, path: `${path}.${value.path}` } }));
  };
}

function settingsOfContainer(container: unknown): readonly Setting[] {
  return [
    ...select(container, "environment").flatMap((pair) => pairOf(pair, "name")),
    ...["command", "entryPoint"].flatMap((words) => linesOf(joined(read(container, words)))),
  ];
}

/** The words of a command, as a shell would be given them. */
function joined(words: Reading): Reading {
  return words.state === "known" && Array.isArray(words.value)
    ? { ...words, value: words.value.join(" ") }
    : words;
}

/** A text that has settings in it, if it is JSON. */
export function text(...path: Step[]): Place {
  return ({ props }) => select(props, ...path).map((value) => ({ name: "", value }));
}

/** A parameter is encrypted if its type says so; the insecure value never is. */
export function parameter({ props, name }: Resource): readonly Setting[] {
  const called = textOf(read(props, "name")) ?? name;
  const plain = textOf(read(props, "type")) === "SecureString" ? [] : ["value"];
  return [...plain, "insecureValue"].map((property) => ({
    name: called,
    value: read(props, property),
  }));
}

/** What a machine runs: each line with all that it sets, and the whole for what is recognizable. */
export function script(...path: Step[]): Place {
  return ({ props }) => select(props, ...path).flatMap(linesOf);
}

/** `export NAME=…` and `name: …` where a line begins; `NAME=…`, `"name": "…"`, `--name …` anywhere in it. */
const assignments: readonly RegExp[] = [
  /^\s*(?:-\s+)?(?:export\s+|ENV\s+|-e\s+|set\s+)?"?([A-Za-z_][\w.-]*)"?\s*[=:]\s*["']?([^\s"'#;]+)/g,
  /(?<![\w.$-])-*([A-Za-z_][\w.-]*)=["']?([^\s"'#;,=.*[(\\][^\s"'#;,]*)/g,
  /"([A-Za-z_][\w.-]*)"\s*:\s*"([^"]+)"/g,
  /(?<![\w-])--([A-Za-z][\w.-]*)\s+["']?([^\s"'#;|&<>,=.*[(\\-][^\s"'#;,]*)/g,
];

function linesOf(reading: Reading): readonly Setting[] {
  const text = textOf(reading);
  if (text === undefined) {
    return reading.state === "unknown" ? [{ name: "", value: reading }] : [];
  }
  return plainText(text)
    .split("\n")
    .flatMap((line, index) => {
      const path = `${reading.path} (line ${index + 1})`;
      const set = assignments
        .flatMap((assignment) => [...line.matchAll(assignment)])
        .map(([, name = "", value = ""]) => [`${name}=${value}`, { name, value }] as const);
      return [{ name: "", value: line }, ...new Map(set).values()].map(
        ({ name, value }): Setting => ({ name, value: { state: "known", path, value } }),
      );
    });
}

/** User data may be in base64. */
function plainText(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) {
    return text;
  }
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : text;
}
