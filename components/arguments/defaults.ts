// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Arguments in which every member that has a default has a value. */
export type WithDefaults<Args, Name extends keyof Args> = Omit<Args, Name> & {
  readonly [Key in Name]-?: Exclude<Args[Key], undefined>;
};

/** Resolves defaults: takes the default of every member that is absent or `undefined`. */
export function withDefaults<Args extends object, Name extends keyof Args>(
  args: Args,
  defaults: { readonly [Key in Name]-?: Exclude<Args[Key], undefined> },
): WithDefaults<Args, Name> {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) } as WithDefaults<Args, Name>;
}
