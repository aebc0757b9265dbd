// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { Failure } from "../runner/failure";
import { cacheVariable } from "./cache";
import type { Engine, Search, Way } from "./engine";

/** Tries each way in order; the error lists them all. */
export async function findEngine(ways: readonly Way[], search: Search): Promise<Engine> {
  for (const way of ways) {
    const engine = await way.find(search);
    search.stop.throwIfAborted();
    if (engine !== undefined) {
      return engine;
    }
  }
  const titles = ways.map((way) => way.title).join("; ");
  throw new Failure(
    `No Pulumi engine was found. It can come from: ${titles}. Install one of these and run ` +
      `the command again; engines are kept in ${search.cache} (${cacheVariable} names another ` +
      "folder).",
  );
}
