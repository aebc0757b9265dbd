// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Certificate } from "../../../../components/token-service/runtime/certificate";
import { CertificateCache } from "../../../../components/token-service/runtime/certificate-cache";
import { StandingClock } from "../../../support/token-service/token-api";

const unavailable = {
  name: "CertificateUnavailableError",
  message: "The App Certificate is not available; try again later.",
};

/** A cache whose fetches a test answers one by one. */
function cacheUnderTest() {
  const clock = new StandingClock();
  const failures: unknown[] = [];
  const fetches: { resolve(certificate: Certificate): void; reject(error: Error): void }[] = [];
  const cache = new CertificateCache({
    fetch: () => new Promise((resolve, reject) => fetches.push({ resolve, reject })),
    clock: clock.read,
    onFailure: (error) => failures.push(error),
  });
  return {
    cache,
    clock,
    failures,
    fetches,
    current: (patienceMs = 1_000) => cache.current(clock.ms + patienceMs),
    succeed: (value: string) => fetches.at(-1)?.resolve({ value }),
    fail: (error = new TypeError("out of reach")) => fetches.at(-1)?.reject(error),
  };
}

/** A cache that holds `old`, fetched just now. */
async function filled() {
  const under = cacheUnderTest();
  const first = under.current();
  under.succeed("old");
  await first;
  return under;
}

describe("certificate-cache", () => {
  it("fetches once for many callers at once", async () => {
    const { current, succeed, fetches } = cacheUnderTest();
    const callers = Array.from({ length: 50 }, () => current());
    succeed("new");
    assert.deepEqual(
      new Set((await Promise.all(callers)).map(({ value }) => value)),
      new Set(["new"]),
    );
    assert.equal(fetches.length, 1);
  });

  it("gives the first caller the value that was fetched during initialisation", async () => {
    const { cache, current, succeed, fetches } = cacheUnderTest();
    cache.prefetch();
    const caller = current();
    succeed("new");
    assert.equal((await caller).value, "new");
    assert.equal(fetches.length, 1);
  });

  it("fetches once more when the first fetch timed out in a frozen process", async () => {
    const { cache, current, succeed, fail, fetches } = cacheUnderTest();
    cache.prefetch();
    const caller = current();
    fail();
    await sleep(1);
    succeed("new");
    assert.equal((await caller).value, "new");
    assert.equal(fetches.length, 2);
  });

  it("fetches nothing while the value is fresh", async () => {
    const { clock, current, fetches } = await filled();
    clock.forward(299);
    assert.equal((await current()).value, "old");
    assert.equal(fetches.length, 1);
  });

  it("gives the new value to the caller who starts a refresh", async () => {
    const { clock, current, succeed } = await filled();
    clock.forward(300);
    const caller = current();
    succeed("new");
    assert.equal((await caller).value, "new");
  });

  it("serves the old value until the new one arrives", async () => {
    const { clock, current, succeed, fetches } = await filled();
    clock.forward(300);
    const startedAt = performance.now();
    assert.equal((await current()).value, "old");
    assert.ok(performance.now() - startedAt >= 290);
    succeed("new");
    await sleep(1);
    assert.equal((await current()).value, "new");
    assert.equal(fetches.length, 2);
  });

  it("lets only the caller who starts a refresh wait", async () => {
    const { clock, current, succeed, fetches } = await filled();
    clock.forward(300);
    const starter = current();
    assert.equal((await current()).value, "old");
    succeed("new");
    assert.equal((await starter).value, "new");
    assert.equal(fetches.length, 2);
  });

  it("serves the old value while fetches fail, and waits between them", async () => {
    const { clock, current, fail, failures, fetches } = await filled();
    clock.forward(300);
    const caller = current();
    fail();
    assert.equal((await caller).value, "old");
    assert.equal(failures.length, 1);
    clock.forward(9);
    assert.equal((await current()).value, "old");
    assert.equal(fetches.length, 2);
    clock.forward(1);
    const next = current();
    fail();
    assert.equal((await next).value, "old");
    assert.equal(fetches.length, 3);
  });

  it("serves no value older than an hour", async () => {
    const { clock, current, fail } = await filled();
    clock.forward(3_600);
    const caller = current();
    fail();
    await assert.rejects(caller, unavailable);
  });

  it("fetches again when the clock was set back", async () => {
    const { clock, current, succeed } = await filled();
    clock.forward(-60);
    const caller = current();
    succeed("new");
    assert.equal((await caller).value, "new");
  });

  it("trusts no value when the clock was set back by more than an hour", async () => {
    const { clock, current, fail } = await filled();
    clock.forward(-2 * 3_600);
    const caller = current();
    fail();
    await assert.rejects(caller, unavailable);
  });

  it("fails at the caller's deadline and continues the fetch for the next caller", async () => {
    const { current, succeed, fetches } = cacheUnderTest();
    await assert.rejects(current(20), {
      name: "CertificateUnavailableError",
      message: "The App Certificate did not come in time; try again later.",
    });
    const next = current();
    succeed("late");
    assert.equal((await next).value, "late");
    assert.equal(fetches.length, 1);
  });

  it("recovers as soon as a fetch succeeds", async () => {
    const { current, succeed, fail } = cacheUnderTest();
    const first = current();
    fail();
    await assert.rejects(first, unavailable);
    const second = current();
    succeed("new");
    assert.equal((await second).value, "new");
  });

  it("reports the age of the value to the log", async () => {
    const under = await filled();
    under.clock.forward(42);
    assert.deepEqual(under.cache.atHand(), { certificate: { value: "old" }, ageMs: 42_000 });
    assert.equal(cacheUnderTest().cache.atHand(), undefined);
  });
});
