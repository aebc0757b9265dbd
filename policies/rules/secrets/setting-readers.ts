// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads settings as resources have them: objects, lists of pairs, JSON, scripts. */

import {
  type AttributePath,
  below,
  contentOf,
  elements,
  type Reading,
  read,
  select,
  textOf,
} from "../../resources/reading";
import type { Resource } from "../../resources/stack";

export interface Setting {
  readonly name: string;
  readonly value: Reading;
}

/** Reads settings of a resource. Where there are none, it returns one absent setting. */
export type SettingReader = (resource: Resource) => readonly Setting[];

/** An object whose members are settings. */
export function members(...path: AttributePath): SettingReader {
  return ({ props }) => select(props, ...path).flatMap(membersOf);
}

function membersOf(reading: Reading): readonly Setting[] {
  return reading.state === "known" && reading.value instanceof Object
    ? Object.keys(reading.value).map((name) => ({ name, value: below(reading, name) }))
    : [{ name: "", value: reading }];
}

const references: ReadonlySet<string | undefined> = new Set(["PARAMETER_STORE", "SECRETS_MANAGER"]);

/** A list of names and values. A pair of a type other than plain text only refers to a secret. */
export function pairs(name: string, ...path: AttributePath): SettingReader {
  return ({ props }) => select(props, ...path).flatMap((pair) => pairOf(pair, name));
}

function pairOf(pair: Reading, name: string): readonly Setting[] {
  return references.has(textOf(below(pair, "type")))
    ? []
    : [{ name: textOf(below(pair, name)) ?? "", value: below(pair, "value") }];
}

/** The environments and commands of containers, as JSON or as a list. */
export function containers(...path: AttributePath): SettingReader {
  return ({ props }) => {
    const content = contentOf(read(props, ...path));
    return content.state === "known"
      ? elements(content).flatMap(settingsOfContainer)
      : [{ name: "", value: content }];
  };
}

function settingsOfContainer(container: Reading): readonly Setting[] {
  return [
    ...elements(below(container, "environment")).flatMap((pair) => pairOf(pair, "name")),
    ...["command", "entryPoint"].flatMap((words) => linesOf(joined(below(container, words)))),
  ];
}

/** The words of a command, as a shell gets them. */
function joined(words: Reading): Reading {
  return words.state === "known" && Array.isArray(words.value)
    ? { ...words, value: words.value.join(" ") }
    : words;
}

/** A text, which has settings in it if it is JSON. */
export function text(...path: AttributePath): SettingReader {
  return ({ props }) => select(props, ...path).map((value) => ({ name: "", value }));
}

/** A parameter is encrypted if its type says so. The insecure value never is. */
export function parameter({ props, name }: Resource): readonly Setting[] {
  const called = textOf(read(props, "name")) ?? name;
  const plain = textOf(read(props, "type")) === "SecureString" ? [] : ["value"];
  return [...plain, "insecureValue"].map((property) => ({
    name: called,
    value: read(props, property),
  }));
}

/** A script that a machine runs: each line as a whole, and each setting in it. */
export function script(...path: AttributePath): SettingReader {
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
    return [{ name: "", value: reading }];
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

/** What no text contains: control characters other than white space, and bytes that are not UTF-8. */
const noText = /[^\P{Cc}\s]|\ufffd|^$/u;

/** User data may be in base64. */
function plainText(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) {
    return text;
  }
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return noText.test(decoded) ? text : decoded;
}
