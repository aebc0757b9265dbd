// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import which from "which";
import { runChild } from "../runner/child";
import { type Engine, hasLanguageHost, type Way } from "./engine";
import { isAtLeast, OLDEST_VERSION } from "./version";

/** The Pulumi CLI that the person has installed, when it is recent enough. */
export const onPath: Way = {
  title: `a Pulumi CLI ${OLDEST_VERSION} or newer on PATH`,
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
    if (code !== 0 || !isAtLeast(version, OLDEST_VERSION)) {
      say(`${command} is ${version || "of no version"}, older than ${OLDEST_VERSION}: not used.`);
      return undefined;
    }
    return { command, version, origin: "on PATH", hasLanguageHost: hasLanguageHost(command) };
  },
};
