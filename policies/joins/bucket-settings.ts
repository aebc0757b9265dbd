// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What a program says about a setting of a bucket, wherever it says it: inside the bucket, or in
 * resources of their own, of which a bucket may have none, one or several (the last one wins in AWS,
 * but nobody knows which one that is).
 */

import type { Options } from "../framework/configuration";
import { type Finding, undecided } from "../framework/finding";
import { type Reading, read, type Step, select } from "../resources/reading";
import {
  isWritten,
  type Resource,
  type Stack,
  type StackResource,
  written,
} from "../resources/stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

/** Where a setting is said, by type token, as paths; the empty path is the resource itself. */
export interface Places {
  /** What messages call the setting on a bucket that has no property for it. */
  readonly named: string;
  /** The types of buckets that have the setting; where it is another resource's alone, without a path. */
  readonly inline: Readonly<Record<string, readonly Step[] | undefined>>;
  readonly split: Readonly<Record<string, readonly Step[]>>;
}

/** One place where a setting is said, or where it would have to be. */
export interface Said {
  /** The resource that says it. */
  readonly resource: StackResource;
  /** The bucket that it is about, where another resource says it. */
  readonly of?: StackResource | undefined;
  readonly reading: Reading;
}

type JudgeSaid<O> = (
  said: Said,
  options: O,
  stack: Stack,
  bucket: StackResource | undefined,
) => readonly Finding[];

type JudgeAll<O> = (
  all: readonly Said[],
  options: O,
  stack: Stack,
  bucket: StackResource | undefined,
) => readonly Finding[];

export type Judges<O> = Readonly<
  Record<string, (resource: StackResource, options: O, stack: Stack) => readonly Finding[]>
>;

type ResourceJudges<O> = Readonly<
  Record<string, (resource: Resource, options: O) => readonly Finding[]>
>;

interface Sibling {
  readonly resource: StackResource;
  /** False where it may belong to another bucket as well. */
  readonly certain: boolean;
}

export class BucketSettings {
  readonly #places: Places;

  public constructor(places: Places) {
    this.#places = places;
  }

  /** Where the setting is said, by the types of resources that can say it. */
  public get paths(): Readonly<Record<string, readonly Step[]>> {
    const { inline, split } = this.#places;
    const said = Object.entries({ ...inline, ...split });
    return Object.fromEntries(said.flatMap(([type, path]) => (path ? [[type, path]] : [])));
  }

  /**
   * The judges of a rule that needs no sibling, since it is what somebody says that is wrong and never
   * that nobody says anything: each resource by what it says itself.
   */
  public judgesOfOne<O extends Options>(
    judge: (resource: Resource, reading: Reading, options: O) => readonly Finding[],
  ): ResourceJudges<O> {
    return Object.fromEntries(
      Object.entries(this.paths).map(([type, path]) => [
        type,
        (resource, options) =>
          select(resource.props, ...path).flatMap((reading) => judge(resource, reading, options)),
      ]),
    );
  }

  /** What is said inside a bucket. Of its inputs, that is all that the program wrote. */
  public inside({ type, props }: Resource): readonly Reading[] {
    const path = this.#places.inline[type];
    return path === undefined ? [] : select(props, ...path);
  }

  /** The split resources that are about a bucket. */
  public siblingsOf(stack: Stack, bucket: StackResource): readonly Sibling[] {
    return stack.derive(this.#byBucket).get(bucket.urn) ?? [];
  }

  /** The buckets of the stack that a split resource is about; none where its bucket lives elsewhere. */
  public bucketsOf(stack: Stack, sibling: StackResource): NamedBuckets {
    return namedBuckets(stack, sibling, read(sibling.props, "bucket"));
  }

  /** Everything that is surely said about a bucket; where nothing is, the absence of it. */
  public saidOf(stack: Stack, bucket: StackResource): readonly Said[] {
    const splits = this.siblingsOf(stack, bucket);
    return [
      ...this.#inline(bucket, splits.length > 0),
      ...splits
        .filter(({ certain }) => certain)
        .flatMap(({ resource }) => this.#split(resource, bucket)),
    ];
  }

  /**
   * The judges of a rule about the setting: each bucket by everything that is said about it, and
   * what is said about buckets elsewhere by itself.
   */
  public judges<O extends Options>(must: (options: O) => string, judge: JudgeSaid<O>): Judges<O> {
    return this.judgesOfAll<O>(must, (all, options, stack, bucket) =>
      all.flatMap((said) => judge(said, options, stack, bucket)),
    );
  }

  /** The same for what is said beside buckets, where what is inside of them is judged by inputs. */
  public judgesBeside<O extends Options>(
    must: (options: O) => string,
    judge: JudgeSaid<O>,
  ): Judges<O> {
    return this.judges<O>(must, (said, ...rest) =>
      said.resource.type in this.#places.inline ? [] : judge(said, ...rest),
    );
  }

  /** The same where everything that is said about a bucket counts together. */
  public judgesOfAll<O extends Options>(
    must: (options: O) => string,
    judge: JudgeAll<O>,
  ): Judges<O> {
    const judgeSaid: JudgeAll<O> = (all, ...rest) => (all.length === 0 ? [] : judge(all, ...rest));
    const judgeBucket: Judges<O>[string] = (bucket, options, stack) => [
      ...judgeSaid(this.saidOf(stack, bucket), options, stack, bucket),
      ...this.siblingsOf(stack, bucket)
        .filter(({ certain }) => !certain)
        .map(({ resource }) => undecided(resource, "bucket", must(options), { of: bucket })),
    ];
    const judgeSplit: Judges<O>[string] = (sibling, options, stack) =>
      this.bucketsOf(stack, sibling).buckets.some(({ type }) => type in this.#places.inline)
        ? []
        : judge(this.#split(sibling), options, stack, undefined);
    return {
      ...everyOne(Object.keys(this.#places.inline), judgeBucket),
      ...everyOne(Object.keys(this.#places.split), judgeSplit),
    };
  }

  /**
   * A split resource says what the program wants. What is inside the bucket counts beside it only if
   * the program wrote that too: otherwise it is the plug-in reading back what AWS had before. What is
   * written without a sibling in it looks like that as well.
   */
  #inline(bucket: StackResource, isSplit: boolean): readonly Said[] {
    const { inline, named } = this.#places;
    const path = inline[bucket.type];
    const inside: readonly Reading[] =
      path === undefined ? [{ state: "absent", path: named }] : written(bucket, ...path);
    return inside
      .filter((reading) => !isSplit || isWritten(bucket, reading.path))
      .map((reading) => ({ resource: bucket, reading }));
  }

  #split(sibling: StackResource, of?: StackResource): readonly Said[] {
    const path = this.#places.split[sibling.type] ?? [];
    return written(sibling, ...path).map((reading) => ({ resource: sibling, of, reading }));
  }

  readonly #byBucket = (stack: Stack): ReadonlyMap<string, readonly Sibling[]> => {
    const result = new Map<string, Sibling[]>();
    for (const resource of stack.ofTypes(Object.keys(this.#places.split))) {
      const { buckets, certain } = this.bucketsOf(stack, resource);
      for (const { urn } of buckets) {
        const siblings = result.get(urn) ?? [];
        result.set(urn, siblings);
        siblings.push({ resource, certain });
      }
    }
    return result;
  };
}

/** The tables of several judges as one: what two of them judge is judged by both. */
export function combined<O>(...tables: readonly Judges<O>[]): Judges<O> {
  const types = new Set(tables.flatMap((table) => Object.keys(table)));
  return Object.fromEntries(
    [...types].map((type) => [
      type,
      (resource, options, stack) =>
        tables.flatMap((table) => table[type]?.(resource, options, stack) ?? []),
    ]),
  );
}

function everyOne<T>(types: readonly string[], value: T): Readonly<Record<string, T>> {
  return Object.fromEntries(types.map((type) => [type, value]));
}
