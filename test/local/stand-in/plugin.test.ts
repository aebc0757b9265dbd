// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { AwsPlugin, SDK_FOLDER } from "../../support/stand-in/aws-plugin";
import { ROOT } from "../../support/structure/sources";

const COMPILED = join(ROOT, "local", "dist", "plugin.js");

const started: ChildProcess[] = [];

describe("local/stand-in/plugin", () => {
  afterEach(() => {
    for (const child of started.splice(0)) {
      child.kill("SIGKILL");
    }
  });

  it("prints its port, serves there, and prints nothing of its configuration", async () => {
    const child = start();
    const printed: string[] = [];
    child.stdout?.on("data", (data) => printed.push(String(data)));
    child.stderr?.on("data", (data) => printed.push(String(data)));
    await once(child.stdout ?? child, "data");
    const plugin = new AwsPlugin(Number(printed.join("")));
    const configuration = { region: "eu-central-1", accessKey: "AKIAHUSH", secretKey: "hush" };
    assert.deepEqual(await plugin.configurationFailures(configuration), []);
    await plugin.configure(configuration);
    const refused = { details: /^Data source 'getAmi' cannot be answered offline/ };
    await assert.rejects(plugin.invoke("aws:ec2/getAmi:getAmi"), refused);
    plugin.close();
    child.kill();
    await once(child, "exit");
    assert.match(printed.join(""), /^\d+\n$/);
  });

  it("writes nothing and contacts nobody", async () => {
    const permission = process.allowedNodeEnvironmentFlags.has("--permission")
      ? "--permission"
      : "--experimental-permission";
    const watched = `import net from "node:net";
      net.Socket.prototype.connect = () => { console.error("contacts somebody"); };`;
    const child = start(
      "--no-warnings",
      permission,
      "--allow-fs-read=*",
      `--import=data:text/javascript,${encodeURIComponent(watched)}`,
    );
    const errors: string[] = [];
    child.stderr?.on("data", (data) => errors.push(String(data)));
    const [port] = await once(child.stdout ?? child, "data");
    const plugin = new AwsPlugin(Number(port));
    await plugin.configure({ region: "eu-central-1" });
    const { id } = await plugin.create("aws:s3/bucket:Bucket", "mine", { bucket: "b" });
    plugin.close();
    child.kill();
    await once(child, "exit");
    assert.equal(id, "b");
    assert.deepEqual(errors, []);
  });

  it("ends on SIGTERM", async () => {
    const child = start();
    await once(child.stdout ?? child, "data");
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });

  it("ends when the engine that started it is gone", async () => {
    // A shell stands for an engine that is killed: it starts the plug-in and waits.
    const engine = spawn("sh", [
      "-c",
      `"$0" "$@" & echo "$!"; wait`,
      process.execPath,
      COMPILED,
      SDK_FOLDER,
    ]);
    const [pid] = await once(engine.stdout, "data");
    await once(engine.stdout, "data");
    engine.kill("SIGKILL");
    await once(engine, "exit");
    assert.equal(await ended(Number(pid)), true);
  });

  it("ends when nobody is left to read its port", async () => {
    const child = start();
    child.stdout?.destroy();
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });

  it("fails with a sentence when it is not given an SDK", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMPILED, ROOT], {
      encoding: "utf8",
    });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.equal(
      stderr,
      "The stand-in for AWS must be started with the folder of an installed @pulumi/aws, got " +
        `${JSON.stringify(ROOT)}. Run npm ci in the program's folder.\n`,
    );
  });

  it("loads neither the SDK that it stands in for nor a compiler", () => {
    const script = `
      process.argv = [process.execPath, "plugin", ${JSON.stringify(SDK_FOLDER)}];
      require(${JSON.stringify(COMPILED)});
      const loaded = Object.keys(require.cache);
      console.log(JSON.stringify(loaded.filter((path) => /@pulumi.aws|typescript|pulumi.pulumi.index/.test(path))));
      process.exit();`;
    const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    assert.equal(stdout, "[]\n");
  });
});

function start(...flags: string[]): ChildProcess {
  const child = spawn(process.execPath, [...flags, COMPILED, SDK_FOLDER, "127.0.0.1:1"]);
  started.push(child);
  return child;
}

/** Whether a process that is no child of ours ends; the plug-in looks for its engine once a second. */
async function ended(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
