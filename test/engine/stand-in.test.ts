// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OfflineRun, runOffline } from "../../local/runner/offline-run";
import { readEvents } from "../../local/summary/events";
import { leftBy, runLocal } from "../support/commands/commands";
import { folderInCheckout } from "../support/files/temporary";

/** What a step of the engine does to a resource of AWS, as the event log has it. */
interface Step {
  readonly op: string;
  readonly urn: string;
  readonly detailedDiff?: Readonly<Record<string, { readonly diffKind: string }>> | null;
}

interface StateResource {
  readonly type: string;
  readonly urn: string;
  readonly id?: string;
  readonly external?: boolean;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

/** Every way in which a program can have a resource: made, read, imported; with archives and nested secrets. */
const PROGRAM = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const provider = new aws.Provider("eu", { region: "eu-central-1", defaultTags: { tags: { team: "classroom" } } });
const opts = { provider };
const key = new aws.kms.Key("key", { description: "DESCRIPTION", tags: { purpose: "tokens" } }, opts);
const role = aws.iam.Role.get("role", "backend", {}, opts);
const name = "recordings-of-before";
const args = { bucket: name, forceDestroy: true };
const bucket = new aws.s3.Bucket("bucket", args, { ...opts, import: name });
const secret = new aws.secretsmanager.Secret("secret", { kmsKeyId: key.arn }, opts);
new aws.secretsmanager.SecretVersion("version", { secretId: secret.id, secretString: "plain-hush" }, opts);
new aws.lambda.Function("function", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("CODE") }),
  environment: { variables: { WORD: pulumi.secret("nested-hush") } },
}, opts);
new aws.sqs.Queue("queue", { delaySeconds: DELAY }, { ...opts, ignoreChanges: ["delaySeconds"] });
exports.roleArn = role.arn;
exports.bucketArn = bucket.arn;
`;
const BEFORE = { DESCRIPTION: "before", CODE: "exports.handler = 1", DELAY: "1" };
const AFTER = { DESCRIPTION: "after", CODE: "exports.handler = 2", DELAY: "2" };

describe("engine: the stand-in for AWS", function () {
  this.timeout(300_000);

  /** A project of plain JavaScript, whose inputs no compiler has looked at. */
  function writeProject(name: string, program: string): string {
    const folder = folderInCheckout(name);
    writeFileSync(join(folder, "Pulumi.yaml"), JSON.stringify({ name, runtime: "nodejs" }));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, main: "index.js" }));
    writeFileSync(
      join(folder, "Pulumi.dev.yaml"),
      JSON.stringify({ config: { "aws:region": "eu-central-1" } }),
    );
    writeFileSync(join(folder, "index.js"), program);
    return folder;
  }

  describe("over the life of a stack", () => {
    /** The steps of each command that change, read or keep a resource of AWS, in the order of the commands. */
    const steps: Record<string, Step[]> = {};
    let state: { text: string; resources: StateResource[] };
    let left: StateResource[];

    before(async () => {
      const cwd = writeProject("life", filled(BEFORE));
      const context = {
        stop: new AbortController().signal,
        environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
        terminal: { say: () => {}, progress: () => {} },
      };
      await runOffline({ stack: "dev", cwd }, context, async (run) => {
        steps.up = await command(run, "up", "--yes", "--skip-preview");
        state = await exported(run);
        steps.again = await command(run, "preview");
        writeFileSync(join(cwd, "index.js"), filled(AFTER));
        steps.changed = await command(run, "preview");
        steps.refresh = await command(run, "refresh", "--yes", "--skip-preview");
        steps.destroy = await command(run, "destroy", "--yes", "--skip-preview");
        left = (await exported(run)).resources;
        return 0;
      });
    });

    const one = (name: string): StateResource => {
      const found = state.resources.find(({ urn }) => urn.endsWith(`::${name}`));
      assert.ok(found, name);
      return found;
    };

    it("makes, reads and imports", () => {
      assert.deepEqual(operations(steps.up), {
        // Only AWS knows whether the bucket that is imported has the program's other arguments.
        bucket: "import, update",
        eu: "create",
        function: "create",
        key: "create",
        queue: "create",
        role: "read",
        secret: "create",
        version: "create",
      });
    });

    it("gives what it made identifiers in the right place", () => {
      const { id, outputs } = one("key");
      assert.equal(outputs.arn, `arn:aws:kms:eu-central-1:123456789012:key/${id}`);
      assert.deepEqual(outputs.tagsAll, { purpose: "tokens", team: "classroom" });
      assert.equal(one("secret").inputs.kmsKeyId, outputs.arn);
    });

    it("reads a resource by its id, and keeps the id of an imported one", () => {
      const [role, bucket] = [one("role"), one("bucket")];
      assert.deepEqual([role.id, role.external], ["backend", true]);
      assert.equal(role.outputs.arn, "arn:aws:iam::123456789012:role/backend");
      assert.equal(bucket.id, "recordings-of-before");
      assert.equal(bucket.outputs.arn, "arn:aws:s3:::recordings-of-before");
    });

    it("leaves no secret readable in the state, at any depth", () => {
      assert.doesNotMatch(state.text, /plain-hush|nested-hush/);
      const { inputs, outputs } = one("function");
      for (const properties of [inputs, outputs]) {
        assert.match(JSON.stringify(properties.environment), /"ciphertext":/);
      }
    });

    it("shows no change when nothing has changed", () => {
      const changes = Object.values(operations(steps.again));
      assert.deepEqual([...new Set(changes)].sort(), ["read", "same"]);
    });

    it("shows a changed argument as an update, and a function's new code", () => {
      const changed = steps.changed?.filter(({ op }) => op !== "same" && op !== "read");
      assert.deepEqual(
        changed?.map(({ op, urn, detailedDiff }) => [nameOf(urn), op, kinds(detailedDiff)]).sort(),
        [
          ["function", "update", { code: "update" }],
          ["key", "update", { description: "update" }],
        ],
      );
    });

    it("refreshes to what the state holds", () => {
      const found = Object.values(operations(steps.refresh));
      assert.deepEqual([...new Set(found)], ["refresh"]);
      assert.equal(
        steps.refresh?.some(({ detailedDiff }) => Object.keys(detailedDiff ?? {}).length > 0),
        false,
      );
    });

    it("destroys everything but what it only read", () => {
      const { role, ...others } = operations(steps.destroy);
      assert.equal(role, "discard");
      assert.deepEqual([...new Set(Object.values(others))], ["delete"]);
      assert.deepEqual(left, []);
    });
  });

  const refusals: { what: string; program: string; sentences: string[] }[] = [
    {
      // The SDK's own classes pass on only the top-level inputs that they know.
      what: "misspelt inputs",
      program: `new pulumi.CustomResource("aws:s3/bucketVersioning:BucketVersioning", "v", {
        buckte: "b",
        versioningConfiguration: { statsu: "Enabled" },
      });`,
      sentences: [
        "'buckte' is not an input of the installed @pulumi/aws. Did you mean 'bucket'?",
        "'bucket' is required and missing.",
        "'versioningConfiguration.statsu' is not an input of the installed @pulumi/aws. Did you mean 'status'?",
        "'versioningConfiguration.status' is required and missing.",
      ].map((sentence) => `BucketVersioning 'v': ${sentence}`),
    },
    {
      what: "a type that the SDK does not have",
      program: `new pulumi.CustomResource("aws:s3/pail:Pail", "p");`,
      sentences: [
        "Resource 'p': its type 'aws:s3/pail:Pail' does not exist in @pulumi/aws 7.48.0. Look " +
          "for its name in the documentation of that version.",
      ],
    },
  ];
  refusals.forEach(({ what, program, sentences }, index) => {
    it(`refuses ${what} in a sentence each, without a stack trace`, async () => {
      const printed = await refused(`refused-${index}`, program);
      const errors = new Set(printed.match(/(?<=^ +error: (?:.*: )?)\w+ '\w': .+$/gm));
      assert.deepEqual([...errors], sentences);
      assert.doesNotMatch(printed, /^\s+at .+:\d+:\d+\)?$/m);
    });
  });

  it("refuses a data source that only AWS can answer", async () => {
    // Pulumi's Node.js runtime adds where in the program an error was not handled.
    const printed = await refused(
      "data-source",
      `exports.ami = aws.ec2.getAmiOutput({ owners: ["amazon"] }).id;`,
    );
    assert.match(
      printed,
      /Error: .*'getAmi' cannot be answered offline.*getPolicyDocument, .*Pass the value as configuration, .*\.$/m,
    );
  });

  /** What a preview printed that was refused and left nothing behind. */
  async function refused(name: string, program: string): Promise<string> {
    const imports = ["aws", "pulumi"].map((sdk) => `const ${sdk} = require("@pulumi/${sdk}");`);
    const cwd = writeProject(name, [...imports, program].join("\n"));
    const ended = await runLocal("preview", ["--cwd", cwd]);
    const printed = ended.stdout + ended.stderr;
    assert.equal(ended.code, 1, printed);
    assert.deepEqual(leftBy(ended), []);
    return printed;
  }
});

function filled(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replace(name, value), PROGRAM);
}

/** Runs a command of the CLI that must succeed. */
async function command({ pulumi, folder }: OfflineRun, ...words: string[]): Promise<Step[]> {
  const log = join(folder, `events-${words.join("")}.jsonl`);
  rmSync(log, { force: true });
  const { code, text } = await pulumi.read([
    ...words,
    ...["--stack", "dev", "--config-file", pulumi.configFile, "--event-log", log],
  ]);
  assert.equal(code, 0, text);
  return readEvents(log)
    .flatMap(({ resourcePreEvent }) => (resourcePreEvent?.metadata as Step | undefined) ?? [])
    .filter(({ urn }) => /::(aws|pulumi:providers):/.test(urn));
}

async function exported({
  pulumi,
  folder,
}: OfflineRun): Promise<{ text: string; resources: StateResource[] }> {
  const file = join(folder, "state.json");
  await pulumi.read(["stack", "export", "--stack", "dev", "--file", file]);
  const text = readFileSync(file, "utf8");
  const { deployment } = JSON.parse(text) as { deployment: { resources?: StateResource[] } };
  return { text, resources: deployment.resources ?? [] };
}

/** What was done to each resource, in order. */
function operations(steps: readonly Step[] = []): Record<string, string> {
  const found = new Map<string, string[]>();
  for (const { op, urn } of steps) {
    found.set(nameOf(urn), [...(found.get(nameOf(urn)) ?? []), op]);
  }
  return Object.fromEntries([...found].map(([name, ops]) => [name, ops.join(", ")]));
}

function kinds(diff: Step["detailedDiff"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(diff ?? {}).map(([property, { diffKind }]) => [property, diffKind]),
  );
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}
