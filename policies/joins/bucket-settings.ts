// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What a program states about a setting of a bucket: in the bucket, or in resources apart from it. A
 * bucket may have none, one or several of those; in AWS the last one applied wins, and a stack does not
 * tell which one that is.
 */

import type { Options } from "../framework/configuration";
import { type Finding, undecided } from "../framework/finding";
import type { BucketSettingProperties } from "../provider-tables/bucket-setting-properties";
import { type AttributePath, type Reading, read, select } from "../resources/reading";
import {
  isWritten,
  type Resource,
  type Stack,
  type StackResource,
  written,
} from "../resources/stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

/** What one resource states about a setting, or would have to state. */
export interface StatedSetting {
  /** The resource that states it. */
  readonly resource: StackResource;
  /** The bucket that has the setting, where another resource states it. */
  readonly of?: StackResource | undefined;
  readonly reading: Reading;
}

type JudgeStated<O> = (
  stated: StatedSetting,
  options: O,
  stack: Stack,
  bucket: StackResource | undefined,
) => readonly Finding[];

type JudgeAll<O> = (
  all: readonly StatedSetting[],
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
  private readonly properties: BucketSettingProperties;

  public constructor(properties: BucketSettingProperties) {
    this.properties = properties;
  }

  /** Where the setting is stated, by the types of resources that can state it. */
  public get paths(): Readonly<Record<string, AttributePath>> {
    const { inBucket, apart } = this.properties;
    const all = [...inBucket, ...apart];
    return Object.fromEntries(all.flatMap(([type, path]) => (path ? [[type, path]] : [])));
  }

  /**
   * The judges of a rule that needs no sibling, because only what is stated can break it, never what is
   * missing: each resource is judged by what it states itself.
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

  /** What the inputs of a bucket state. */
  public inside({ type, props }: Resource): readonly Reading[] {
    const path = this.properties.inBucket.get(type);
    return path === undefined ? [] : select(props, ...path);
  }

  /** The resources apart from a bucket that state its setting. */
  public siblingsOf(stack: Stack, bucket: StackResource): readonly Sibling[] {
    return stack.derive(this.byBucket).get(bucket.urn) ?? [];
  }

  /** The buckets of the stack that a resource states the setting of; none where its bucket lies elsewhere. */
  public bucketsOf(stack: Stack, sibling: StackResource): NamedBuckets {
    return namedBuckets(stack, sibling, read(sibling.props, "bucket"));
  }

  /** All that is certainly stated about a bucket; where nothing is, one absent reading. */
  public statedOf(stack: Stack, bucket: StackResource): readonly StatedSetting[] {
    const siblings = this.siblingsOf(stack, bucket);
    return [
      ...this.statedIn(bucket, siblings.length > 0),
      ...siblings
        .filter(({ certain }) => certain)
        .flatMap(({ resource }) => this.statedApart(resource, bucket)),
    ];
  }

  /**
   * The judges of a rule about the setting: each bucket by all that is stated about it, and what is
   * stated about buckets elsewhere by itself.
   */
  public judges<O extends Options>(must: (options: O) => string, judge: JudgeStated<O>): Judges<O> {
    return this.judgesOfAll<O>(must, (all, options, stack, bucket) =>
      all.flatMap((stated) => judge(stated, options, stack, bucket)),
    );
  }

  /** The same for what is stated apart from buckets, where buckets are judged by their inputs. */
  public judgesBeside<O extends Options>(
    must: (options: O) => string,
    judge: JudgeStated<O>,
  ): Judges<O> {
    return this.judges<O>(must, (stated, ...rest) =>
      this.properties.inBucket.has(stated.resource.type) ? [] : judge(stated, ...rest),
    );
  }

  /** The same where all that is stated about a bucket counts together. */
  public judgesOfAll<O extends Options>(
    must: (options: O) => string,
    judge: JudgeAll<O>,
  ): Judges<O> {
    const judgeStated: JudgeAll<O> = (all, ...rest) =>
      all.length === 0 ? [] : judge(all, ...rest);
    const judgeBucket: Judges<O>[string] = (bucket, options, stack) => [
      ...judgeStated(this.statedOf(stack, bucket), options, stack, bucket),
      ...this.siblingsOf(stack, bucket)
        .filter(({ certain }) => !certain)
        .map(({ resource }) => undecided(resource, "bucket", must(options), { of: bucket })),
    ];
    const { inBucket, apart } = this.properties;
    const judgeApart: Judges<O>[string] = (sibling, options, stack) =>
      this.bucketsOf(stack, sibling).buckets.some(({ type }) => inBucket.has(type))
        ? []
        : judge(this.statedApart(sibling), options, stack, undefined);
    return {
      ...everyOne([...inBucket.keys()], judgeBucket),
      ...everyOne([...apart.keys()], judgeApart),
    };
  }

  /**
   * A resource apart from the bucket states what the program wants. The bucket's own property counts
   * beside it only if the program wrote that too: otherwise the plug-in reads back what AWS had before.
   * A value that is made from no sibling cannot be told from that, and does not count either.
   */
  private statedIn(bucket: StackResource, isStatedApart: boolean): readonly StatedSetting[] {
    const { inBucket, name } = this.properties;
    const path = inBucket.get(bucket.type);
    const readings: readonly Reading[] =
      path === undefined ? [{ state: "absent", path: name }] : written(bucket, ...path);
    return readings
      .filter((reading) => !isStatedApart || isWritten(bucket, reading.path))
      .map((reading) => ({ resource: bucket, reading }));
  }

  private statedApart(sibling: StackResource, of?: StackResource): readonly StatedSetting[] {
    const path = this.properties.apart.get(sibling.type) ?? [];
    return written(sibling, ...path).map((reading) => ({ resource: sibling, of, reading }));
  }

  private readonly byBucket = (stack: Stack): ReadonlyMap<string, readonly Sibling[]> => {
    const result = new Map<string, Sibling[]>();
    for (const resource of stack.ofTypes(this.properties.apart.keys())) {
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

/** Several tables of judges as one: a type that stands in two of them is judged by both. */
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
