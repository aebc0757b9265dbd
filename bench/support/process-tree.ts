// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from "node:fs";

/**
 * Samples the memory of a process and all its descendants until stopped, and tells the peak in bytes.
 * Counted is the proportional set size, so that pages shared between processes count once (Linux only).
 */
export function watchMemory(root: number, intervalMilliseconds = 100): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeSize(root));
  }, intervalMilliseconds);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function treeSize(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]);
    if (pid > 0 && parent > 0) {
      parents.set(pid, parent);
    }
  }
  return [...parents.keys()]
    .filter((pid) => pid !== process.pid && descends(pid))
    .reduce((sum, pid) => sum + proportionalSize(pid), 0);

  function descends(pid: number | undefined): boolean {
    return pid !== undefined && (pid === root || descends(parents.get(pid)));
  }
}

function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** Processes come and go between the listing and the reading. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
