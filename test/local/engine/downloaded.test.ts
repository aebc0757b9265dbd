// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readChecksums } from "../../../local/engine/checksums";
import { downloaded } from "../../../local/engine/downloaded";
import { pinnedVersion } from "../../../local/engine/version";
import { type CommandOptions, type Ended, run } from "../../support/commands/commands";
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
import { ROOT } from "../../support/structure/sources";

const platform = `${process.platform}-${process.arch}`;
const name = `pulumi-v${pinnedVersion}-${platform}.tar.gz`;

/**
 * The built bundle against a stand-in of the download site: what only runs where there is no CLI yet is
 * otherwise reached by no other test. The bundle lies in a package of its own, with checksums of its own.
 */
describe("local/engine/downloaded", () => {
  const root = temporaryFolder();
  const good = makeArchive(root, `echo v${pinnedVersion}`);
  let site: DownloadSite;
  let count = 0;
  before(async () => {
    site = await DownloadSite.start(whole(good.bytes));
  });
  after(() => site.stop());
  beforeEach(() => {
    site.answer = whole(good.bytes);
    site.asked.length = 0;
    site.proxied.length = 0;
  });

  interface Machine {
    readonly cache: string;
    engine(args?: string[], options?: CommandOptions): Promise<Ended>;
  }

  /** A machine that has Node.js, a shell and the package, and no CLI, Go or Python. */
  function machine(sha256: Record<string, string> = { [platform]: good.sha256 }): Machine {
    count += 1;
    const folder = join(root, `package${count}`);
    const cache = join(root, `cache${count}`);
    const bin = join(root, `bin${count}`);
    mkdirSync(join(folder, "local", "engine"), { recursive: true });
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, "node"));
    cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
    cpSync(join(ROOT, "local", "dist"), join(folder, "local", "dist"), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(
      join(folder, "local", "engine", "pulumi-archives.json"),
      JSON.stringify({ version: pinnedVersion, sha256 }),
    );
    const command = join(folder, "local", "dist", "agora-classroom.js");
    return {
      cache,
      engine: (args = [], { environment, onStart } = {}) =>
        run(process.execPath, [command, "engine", ...args], {
          environment: {
            PATH: bin,
            CLASSROOM_NO_DOWNLOAD: "",
            CLASSROOM_CACHE_DIR: cache,
            CLASSROOM_DOWNLOAD_URL: site.url,
            ...environment,
          },
          onStart,
        }),
    };
  }

  function assertNotUsed(
    { code, stdout, stderr }: Ended,
    { cache }: Machine,
    reason: RegExp,
  ): void {
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, reason);
    assert.match(stderr, /^error: No Pulumi engine was found\./m);
    assert.deepEqual(
      existsSync(cache) ? readdirSync(cache) : [],
      [],
      "nothing is left in the cache",
    );
  }

  it("downloads the pinned version for this machine, and finds it in the cache from then on", async () => {
    const { cache, engine } = machine();
    const first = await engine(["--json"]);
    assert.equal(first.code, 0, first.stderr);
    assert.deepEqual(JSON.parse(first.stdout), {
      command: join(cache, `pulumi-v${pinnedVersion}-${platform}`, "bin", "pulumi"),
      version: `v${pinnedVersion}`,
      origin: "downloaded from Pulumi",
    });
    const again = await engine(["--json"]);
    assert.equal(JSON.parse(again.stdout).origin, "from the cache");
    assert.deepEqual(site.asked, [`/${name}`]);
    assert.deepEqual(readdirSync(cache), [`pulumi-v${pinnedVersion}-${platform}`]);
  });

  it("shows progress on a terminal, and prints nothing of it elsewhere", async function () {
    site.answer = slowly(good.bytes, 4, 50);
    assert.doesNotMatch((await machine().engine()).stderr, /Downloading/);
    const terminal = "/usr/bin/script";
    if (!existsSync(terminal) || process.platform !== "linux") {
      return;
    }
    this.timeout(60_000);
    const { cache, engine } = machine();
    await engine(["--help"]);
    const folder = cache.replace(/cache(\d+)$/, "package$1");
    const command = `'${process.execPath}' '${join(folder, "local/dist/agora-classroom.js")}' engine`;
    const { stdout } = await run(terminal, ["-qec", command, "/dev/null"], {
      environment: {
        CLASSROOM_NO_DOWNLOAD: "",
        CLASSROOM_CACHE_DIR: cache,
        CLASSROOM_DOWNLOAD_URL: site.url,
        PATH: "/usr/bin:/bin",
      },
    });
    assert.match(stdout, new RegExp(`Downloading ${name}: \\d\\.\\d of \\d\\.\\d MB`));
  });

  it("waits for a slow site", async () => {
    site.answer = slowly(good.bytes, 5, 200);
    assert.equal((await machine().engine()).code, 0);
  });

  it("runs nothing of an archive with another checksum", async () => {
    const ran = join(root, "ran");
    const bad = makeArchive(root, `touch '${ran}'; echo v${pinnedVersion}`);
    site.answer = whole(bad.bytes);
    const attacked = machine();
    const reason = `has the SHA-256 ${bad.sha256}, and must have ${good.sha256}; nothing of it was run\\.$`;
    assertNotUsed(await attacked.engine(), attacked, new RegExp(reason, "m"));
    assert.equal(existsSync(ran), false);
  });

  const failing: [string, Answer, RegExp][] = [
    ["is cut off", cutOff(good.bytes), /not used: http.*: the connection was cut off\.$/m],
    [
      "does not exist",
      (_, response) => response.writeHead(404).end(),
      /not used: http.* answers with status 404\.$/m,
    ],
  ];
  for (const [title, answer, reason] of failing) {
    it(`goes on to the next way when the archive ${title}`, async () => {
      site.answer = answer;
      const unlucky = machine();
      assertNotUsed(await unlucky.engine(), unlucky, reason);
    });
  }

  it("does not keep a CLI of another version", async () => {
    const other = makeArchive(root, "echo v3.1.0");
    site.answer = whole(other.bytes);
    const unlucky = machine({ [platform]: other.sha256 });
    assertNotUsed(
      await unlucky.engine(),
      unlucky,
      /not used: its CLI says that it is "v3\.1\.0" instead of v/m,
    );
  });

  it("asks for nothing where no checksum is known for the machine", async () => {
    const strange = machine({ "plan9-x64": good.sha256 });
    assertNotUsed(
      await strange.engine(),
      strange,
      new RegExp(`not used: this package has no checksum of its archive for ${platform}\\.$`, "m"),
    );
    assert.deepEqual(site.asked, []);
  });

  it("goes through the proxy that the environment names", async () => {
    const { engine } = machine();
    const environment = {
      CLASSROOM_DOWNLOAD_URL: "http://pulumi.invalid/sdk/",
      HTTP_PROXY: site.url,
    };
    const { code, stderr } = await engine([], { environment });
    assert.equal(code, 0, stderr);
    assert.deepEqual([site.proxied, site.asked], [["pulumi.invalid:80"], [`/sdk/${name}`]]);
  });

  it("says which folder cannot be written", async () => {
    writeFileSync(join(root, "file"), "");
    const environment = { CLASSROOM_CACHE_DIR: join(root, "file", "cache") };
    const { code, stderr } = await machine().engine([], { environment });
    assert.equal(code, 2);
    assert.match(stderr, /^error: The folder \S+file\/cache cannot be written \(ENOTDIR\)/m);
  });

  it("leaves nothing behind after Ctrl-C", async () => {
    const { cache, engine } = machine();
    let started: ChildProcess | undefined;
    site.answer = (request, response) => {
      stalled(good.bytes)(request, response);
      setTimeout(() => started?.kill("SIGINT"), 100);
    };
    const { code, stderr } = await engine([], {
      onStart: (child) => {
        started = child;
      },
    });
    assert.deepEqual([code, stderr], [130, "Stopped; nothing was kept.\n"]);
    assert.deepEqual(readdirSync(cache), []);
  });

  it("pins a checksum for Linux and macOS, x64 and arm64, of the pinned version", () => {
    const { version, sha256 } = readChecksums(ROOT);
    assert.equal(version, pinnedVersion);
    const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"];
    assert.deepEqual(Object.keys(sha256).sort(), platforms);
    for (const digest of Object.values(sha256)) {
      assert.match(digest ?? "", /^[0-9a-f]{64}$/);
    }
    assert.equal(new Set(Object.values(sha256)).size, platforms.length);
  });

  it("names itself among the ways to get a CLI", () => {
    assert.equal(
      downloaded(ROOT).title,
      `Pulumi's own download of ${pinnedVersion} (needs the internet)`,
    );
  });
});
