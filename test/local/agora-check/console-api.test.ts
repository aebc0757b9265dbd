// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ConsoleApi } from "../../../local/agora-check/console-api";
import {
  type ConsoleFault,
  customer,
  documentedProject,
  LoopbackConsole,
  say,
} from "../../support/agora-check/loopback-console";

const tooMany =
  (retryAfter?: string): ConsoleFault =>
  (response) =>
    say(
      response,
      429,
      { message: "API rate limit exceeded" },
      retryAfter === undefined ? {} : { "retry-after": retryAfter },
    );

describe("ConsoleApi", () => {
  let server: LoopbackConsole;
  let pauses: number[];

  beforeEach(async () => {
    server = await LoopbackConsole.start();
    server.projects = [documentedProject(), documentedProject({ vendor_key: "0".repeat(32) })];
    pauses = [];
  });
  afterEach(() => server.stop());

  function api(change: { secret?: string; stop?: AbortSignal; milliseconds?: number } = {}) {
    return new ConsoleApi(
      {
        url: server.url,
        customerId: customer.id,
        customerSecret: change.secret ?? customer.secret,
      },
      {
        stop: change.stop ?? new AbortController().signal,
        attemptMilliseconds: change.milliseconds,
        pause: async (milliseconds) => pauses.push(milliseconds),
      },
    );
  }

  it("reads all projects with one request, though a read has the status of a creation", async () => {
    const projects = await api().projects();
    assert.deepEqual(projects[0], {
      name: "classroom",
      appId: "970CA35de60c44645bbae8a215061b33",
      isEnabled: true,
      certificate: "5CFd2fd1755d40ecb72977518be15d3b",
    });
    assert.deepEqual([projects.length, server.times.length], [2, 1]);
  });

  it("takes a status of 200 as well", async () => {
    server.upcoming.push((response) => say(response, 200, { projects: [] }));
    assert.deepEqual(await api().projects(), []);
  });

  it("waits as long as a 429 asks, in seconds or until a date, and else ever longer", async () => {
    server.upcoming.push(tooMany("3"), tooMany(), (response) => response.writeHead(502).end());
    assert.equal((await api().projects()).length, 2);
    assert.deepEqual(pauses, [3_000, 2_000, 4_000]);
    server.upcoming.push(tooMany(new Date(Date.now() + 9_000).toUTCString()));
    await api().projects();
    assert.ok((pauses[3] ?? 0) > 7_000 && (pauses[3] ?? 0) <= 9_000, String(pauses[3]));
  });

  it("never asks more than ten times a second, though a 429 asks for no patience at all", async () => {
    server.upcoming.push(tooMany("0"), tooMany("0"), tooMany("0"));
    const { url } = server;
    const settings = { url, customerId: customer.id, customerSecret: customer.secret };
    await new ConsoleApi(settings, { stop: new AbortController().signal }).projects();
    const gaps = server.times.slice(1).map((time, index) => time - (server.times[index] ?? 0));
    assert.equal(gaps.length, 3);
    assert.ok(Math.min(...gaps) >= 95, gaps.join(", "));
  });

  it("gives up after the fourth attempt", async () => {
    server.always = tooMany("1");
    await assert.rejects(api().projects(), {
      name: "Failure",
      message: `${server.url} still answers with status 429 after 4 attempts. Try again later.`,
    });
    assert.equal(server.times.length, 4);
  });

  it("gives up at once when it is asked to wait for minutes", async () => {
    server.always = tooMany("3600");
    await assert.rejects(api().projects(), {
      message: `${server.url} still answers with status 429 after 1 attempt. Try again later.`,
    });
    assert.deepEqual(pauses, []);
  });

  it("says that the credentials are refused, without them, and does not try again", async () => {
    await assert.rejects(api({ secret: "wrong" }).projects(), {
      name: "Failure",
      message:
        `${server.url} refuses the credentials (status 401). Check AGORA_CUSTOMER_ID and ` +
        "AGORA_CUSTOMER_SECRET in Agora Console under RESTful API.",
    });
    assert.equal(server.times.length, 1);
  });

  it("follows no redirect, which would take the credentials along", async () => {
    server.always = (response) =>
      response.writeHead(302, { location: `${server.url}/dev/v1/projects` }).end();
    await assert.rejects(api().projects(), {
      message: `${server.url} answers with status 302, which its documentation does not have. Check AGORA_API_URL.`,
    });
    assert.equal(server.times.length, 1);
  });

  const failures: [string, ConsoleFault, string][] = [
    ["closes the connection", (response) => response.destroy(), "UND_ERR_SOCKET"],
    ["never answers", () => undefined, "it took too long"],
    [
      "never finishes its answer",
      (response) => response.writeHead(201).write('{"projects": ['),
      "it took too long",
    ],
    [
      "answers without an end",
      (response) => response.writeHead(201).end(" ".repeat(300_000)),
      "the answer is larger than 262144 bytes",
    ],
  ];
  for (const [title, fault, reason] of failures) {
    it(`tries again, and then gives up, when a server ${title}`, async () => {
      server.always = fault;
      await assert.rejects(api({ milliseconds: 200 }).projects(), {
        message:
          `${server.url} cannot be asked after 4 attempts: ${reason}. Check the network, or name ` +
          "another host of Agora's with AGORA_API_URL.",
      });
      assert.deepEqual(pauses, [1_000, 2_000, 4_000]);
    });
  }

  it("stops as soon as the person wants to", async () => {
    const controller = new AbortController();
    server.always = () => controller.abort();
    await assert.rejects(api({ stop: controller.signal }).projects(), { name: "AbortError" });
    assert.equal(server.times.length, 1);
  });
});
