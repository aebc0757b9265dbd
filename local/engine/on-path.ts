// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import which from "which";
import { runChild } from "../runner/child";
import { type Engine, hasLanguageHost, type Way } from "./engine";
import { isAtLeast, oldestVersion } from "./version";

/** The Pulumi CLI that the user has installed, if it is recent enough. */
export const onPath: Way = {
  title: `a Pulumi CLI ${oldestVersion} or newer on PATH`,
  async find({ environment, stop, say }): Promise<Engine | undefined> {
    const command = await which("pulumi", { nothrow: true, path: environment.PATH ?? "" });
    if (command === null) {
      return undefined;
    }
    let version = "";
    const code = await runChild(command, ["version"], {
      stop,
      env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
      onText: (text) => {
        version += text;
      },
    });
    version = version.trim();
    if (code !== 0 || !isAtLeast(version, oldestVersion)) {
      say(`${command} is ${version || "of no version"}, older than ${oldestVersion}: not used.`);
      return undefined;
    }
    return { command, version, origin: "on PATH", hasLanguageHost: hasLanguageHost(command) };
  },
};
