// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The language host for Node.js and Python of a Pulumi CLI that was built from Go modules, which brings none: the
 * engine starts it, reads a port from its standard output and asks it, by gRPC, to run the program and
 * the policy packs. The official CLI includes Pulumi's own host, which also installs dependencies;
 * this one only runs what is installed.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { pythonOf } from "../runner/python";
import { pythonProgram } from "./python-program";
import { pinnedVersion } from "./version";

/** The exit code of `@pulumi/pulumi` after it has reported the error to the engine itself. */
const alreadyReported = 32;

/** The engine appends its own address to the host's arguments. */
const engineAddress = process.argv.at(-1) ?? "";

/** The starter names the language; one of an older release names none. */
const isPython = process.argv[2] === "python";

const children = new Set<ChildProcess>();

const runtime = {
  handshake: answer(() => new language.LanguageHandshakeResponse()),
  getPluginInfo: answer(() => new PluginInfo().setVersion(pinnedVersion)),
  // The engine looks for a plug-in when a resource first needs it, in the version that the SDK names.
  getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
  getRequiredPlugins: answer(() => new language.GetRequiredPluginsResponse()),
  getProgramDependencies: answer(() => new language.GetProgramDependenciesResponse()),
  about: answer(() =>
    new language.AboutResponse().setExecutable(process.execPath).setVersion(process.version),
  ),
  cancel: answer(() => {
    for (const child of children) child.kill("SIGINT");
    return new Empty();
  }),
  run: runProgram,
  runPlugin,
};

function answer<Request, Response>(
  respond: () => Response,
): grpc.handleUnaryCall<Request, Response> {
  return (_, callback) => callback(null, respond());
}

function runProgram(
  call: grpc.ServerUnaryCall<language.RunRequest, language.RunResponse>,
  callback: grpc.sendUnaryData<language.RunResponse>,
): void {
  const request = call.request;
  const child = isPython ? startPython(request) : startNode(request);
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  child.on("error", (error) => callback(null, new language.RunResponse().setError(error.message)));
  child.on("close", (code) => {
    const response = new language.RunResponse();
    if (code === alreadyReported) {
      response.setBail(true);
    } else if (code !== 0) {
      response.setError(`the program ended with ${code ?? "a signal"}`);
    }
    callback(null, response);
  });
}

function startNode(request: language.RunRequest): ChildProcess {
  const args = [
    ...["--monitor", request.getMonitorAddress()],
    ...["--engine", engineAddress],
    ...["--project", request.getProject()],
    ...["--stack", request.getStack()],
    ...["--organization", request.getOrganization()],
    ...["--pwd", request.getPwd()],
    ...(request.getDryrun() ? ["--dry-run"] : []),
    ...["--parallel", String(request.getParallel())],
    entryPointOf(request),
    ...request.getArgsList(),
  ];
  return start("run", request.getInfo(), args, request.getPwd(), configurationOf(request));
}

/** Our own small Python program runs the user's, with the `pulumi` package that is installed for it. */
function startPython(request: language.RunRequest): ChildProcess {
  const folder = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const options = (request.getInfo()?.getOptions()?.toJavaScript() ?? {}) as Record<
    string,
    unknown
  >;
  const python = pythonOf(folder, { name: "python", options }, process.env);
  const settings = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    project: request.getProject(),
    stack: request.getStack(),
    organization: request.getOrganization(),
    parallel: request.getParallel(),
    dryRun: request.getDryrun(),
    program: entryPointOf(request),
    arguments: request.getArgsList(),
  };
  const child = spawn(python, ["-u", "-c", pythonProgram, JSON.stringify(settings)], {
    cwd: request.getPwd(),
    env: { ...process.env, ...configurationOf(request) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

function entryPointOf(request: language.RunRequest): string {
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  return resolve(directory, request.getInfo()?.getEntryPoint() || ".");
}

function configurationOf(request: language.RunRequest): NodeJS.ProcessEnv {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function runPlugin(
  call: grpc.ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>,
): void {
  const request = call.request;
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const environment = Object.fromEntries(
    request.getEnvList().map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
  );
  // The loader reads PulumiPolicy.yaml, package.json and tsconfig.json from the working directory.
  const args = [...request.getArgsList(), directory];
  const child = start("run-policy-pack", request.getInfo(), args, directory, environment);
  child.stdout?.on("data", (data: Buffer) =>
    call.write(new language.RunPluginResponse().setStdout(data)),
  );
  child.stderr?.on("data", (data: Buffer) =>
    call.write(new language.RunPluginResponse().setStderr(data)),
  );
  child.on("close", (code) => {
    call.write(new language.RunPluginResponse().setExitcode(code ?? 1));
    call.end();
  });
  call.on("cancelled", () => child.kill());
}

/** Starts an entry point of the `@pulumi/pulumi` that the program or pack has installed. */
function start(
  entry: "run" | "run-policy-pack",
  info: language.ProgramInfo | undefined,
  args: string[],
  cwd: string,
  environment: NodeJS.ProcessEnv,
): ChildProcess {
  const options = runtimeOptions(info);
  const script = require.resolve(`@pulumi/pulumi/cmd/${entry}`, {
    paths: [info?.getProgramDirectory() || cwd],
  });
  const child = spawn(process.execPath, [...options.nodeArgs, script, ...args], {
    cwd,
    env: { ...process.env, ...options.environment, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

/** The `runtime.options` of Pulumi.yaml or PulumiPolicy.yaml, in the form in which the entry points take them. */
function runtimeOptions(info: language.ProgramInfo | undefined) {
  const { typescript, tsconfig, nodeargs } = (info?.getOptions()?.toJavaScript() ?? {}) as {
    typescript?: boolean;
    tsconfig?: string;
    nodeargs?: string;
  };
  return {
    nodeArgs: nodeargs?.split(/\s+/).filter(Boolean) ?? [],
    environment: {
      ...(typescript !== false && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
    },
  };
}

const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
server.addService(LanguageRuntimeService, runtime);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    console.error(`The language host cannot listen on 127.0.0.1: ${error.message}`);
    process.exit(1);
  }
  console.log(port);
});
process.on("SIGTERM", () => process.exit(0));
