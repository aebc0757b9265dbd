// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a value must be. Reader, schema and reference page are made from it. */
export type Kind =
  | TextKind
  | DateKind
  | OneOfKind
  | WholeNumberKind
  | BooleanKind
  | SecretKind
  | ListKind
  | MapKind
  | RecordKind;

export interface TextKind {
  readonly type: "text";
  /** Rule that the text must satisfy, as the rest of a sentence that begins with "must be". */
  readonly rule: string;
  /** The same in a few words, for the reference page. */
  readonly label: string;
  /** The rule as a regular expression, for editors and, without `accepts`, for the reader. */
  readonly pattern: RegExp;
  /** The rule, where a regular expression is not exact. @default - `pattern` decides */
  readonly accepts?: (value: string) => boolean;
}

/** A day, such as 2026-12-31. */
export interface DateKind {
  readonly type: "date";
}

export interface OneOfKind {
  readonly type: "oneOf";
  readonly values: readonly (string | number)[];
}

/** A whole number of at least 1. */
export interface WholeNumberKind {
  readonly type: "wholeNumber";
}

export interface BooleanKind {
  readonly type: "boolean";
}

/** A Pulumi secret. The reader never looks at it, so that no message can quote it. */
export interface SecretKind {
  readonly type: "secret";
}

export interface ListKind {
  readonly type: "list";
  readonly items: Kind;
  /** @default 0 */
  readonly minimum?: number;
  /** @default - the items have no rule in common */
  readonly check?: Check;
}

/** A map from any name to values of one kind. */
export interface MapKind {
  readonly type: "map";
  readonly values: Kind;
}

/** A map with a fixed set of keys. */
export interface RecordKind {
  readonly type: "record";
  readonly keys: Keys;
  /** @default - the keys have no rule in common */
  readonly check?: Check;
  /** The same rule in JSON Schema, as far as it can say it. @default - none */
  readonly schema?: object;
}

/** A rule about several parts of a value: its problems, as sentences. `key` is the full name of the value. */
export type Check = (value: never, key: string) => readonly string[];

/** A key of the configuration. */
export type Key = Kind & {
  /** Meaning of the key, in sentences for the person who writes a stack's file. */
  readonly doc: string;
} & (
    | { readonly required: true }
    /** Value of an absent key. */
    | { readonly default: unknown }
    /** What happens without the key, in words; the value of an absent key is `undefined`. */
    | { readonly whenAbsent: string }
  );

export type Keys = Readonly<Record<string, Key>>;

/** The type of a value of some kind. */
export type ValueOf<K> = K extends { type: "text" | "date" }
  ? string
  : K extends { type: "oneOf"; values: readonly (infer Value)[] }
    ? Value
    : K extends { type: "wholeNumber" }
      ? number
      : K extends { type: "boolean" }
        ? boolean
        : K extends { type: "list"; items: infer Items }
          ? ValueOf<Items>[]
          : K extends { type: "map"; values: infer Values }
            ? Readonly<Record<string, ValueOf<Values>>>
            : K extends { type: "record"; keys: infer Members }
              ? ValuesOf<Members>
              : undefined;

/** The type of the values of some keys. Without the keys' names, nothing is known of the values. */
export type ValuesOf<Members> = string extends keyof Members
  ? Readonly<Record<string, unknown>>
  : {
      readonly [Name in keyof Members]: Members[Name] extends
        | { required: true }
        | { default: unknown }
        ? ValueOf<Members[Name]>
        : ValueOf<Members[Name]> | undefined;
    };
