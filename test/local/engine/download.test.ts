// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { download } from "../../../local/engine/download";
import {
  type Answer,
  cutOff,
  DownloadSite,
  makeArchive,
  slowly,
  stalled,
  whole,
} from "../../support/engine/download-site";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/engine/download", () => {
  const folder = temporaryFolder();
  const archive = makeArchive(folder, "");
  let site: DownloadSite;
  before(async () => {
    site = await DownloadSite.start(whole(archive.bytes));
  });
  after(() => site.stop());
  beforeEach(() => {
    site.answer = whole(archive.bytes);
    site.proxied.length = 0;
  });

  async function downloaded(
    environment: NodeJS.ProcessEnv = {},
    url = site.url,
  ): Promise<{ digest: string; shown: [number, number | undefined][]; file: string }> {
    const shown: [number, number | undefined][] = [];
    const file = join(folder, "file");
    const digest = await download(`${url}/x.tar.gz`, file, {
      environment,
      stop: new AbortController().signal,
      onBytes: (received, total) => shown.push([received, total]),
      patienceMilliseconds: 300,
    });
    return { digest, shown, file };
  }

  it("writes the file, tells its digest, and counts what arrives", async () => {
    site.answer = slowly(archive.bytes, 4, 20);
    const { digest, shown, file } = await downloaded();
    assert.equal(digest, archive.sha256);
    assert.deepEqual(readFileSync(file), archive.bytes);
    assert.ok(shown.length >= 4);
    assert.deepEqual(shown.at(-1), [archive.bytes.length, archive.bytes.length]);
  });

  it("waits for a slow server as long as it sends something", async () => {
    site.answer = slowly(archive.bytes, 6, 150);
    assert.equal((await downloaded()).digest, archive.sha256);
  });

  it("follows redirects", async () => {
    site.answer = (request, response) =>
      request.url === "/moved"
        ? whole(archive.bytes)(request, response)
        : response.writeHead(302, { location: "/moved" }).end();
    assert.equal((await downloaded()).digest, archive.sha256);
  });

  const failing: [string, Answer, RegExp][] = [
    ["a connection that is cut off", cutOff(archive.bytes), /^the connection was cut off$/],
    ["a server that stops sending", stalled(archive.bytes), /^the server stopped sending$/],
    ["a server that does not answer", () => {}, /^the server did not answer in time$/],
    [
      "a status other than 200",
      (_, response) => response.writeHead(404).end(),
      /^http:\/\/127\.0\.0\.1:\d+\/x\.tar\.gz answers with status 404$/,
    ],
    [
      "redirects without an end",
      (_, response) => response.writeHead(302, { location: "/again" }).end(),
      /^http:\/\/127\.0\.0\.1:\d+\/x\.tar\.gz redirects more than 5 times$/,
    ],
  ];
  for (const [title, answer, message] of failing) {
    it(`gives up on ${title}, with the reason`, async () => {
      site.answer = answer;
      await assert.rejects(downloaded(), { name: "DownloadError", message });
    });
  }

  it("gives up on a host that refuses connections", async () => {
    const gone = await DownloadSite.start(() => {});
    const { url } = gone;
    await gone.stop();
    await assert.rejects(downloaded({}, url), {
      name: "DownloadError",
      message: /^connect ECONNREFUSED 127\.0\.0\.1:\d+$/,
    });
  });

  for (const name of ["http_proxy", "HTTP_PROXY"]) {
    it(`goes through the proxy that ${name} names`, async () => {
      const { digest } = await downloaded({ [name]: site.url }, "http://pulumi.invalid");
      assert.equal(digest, archive.sha256);
      assert.deepEqual(site.proxied, ["pulumi.invalid:80"]);
    });
  }

  it("goes past the proxy for a host in NO_PROXY", async () => {
    await downloaded({ HTTP_PROXY: "http://127.0.0.1:9", NO_PROXY: "127.0.0.1" });
    assert.deepEqual(site.proxied, []);
  });
});
