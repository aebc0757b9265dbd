// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";

/** One state of a resource in the engine's events (`apitype.StepEventStateMetadata`). */
export interface ResourceState {
  readonly type: string;
  readonly urn: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** What a pack reported of one resource (`apitype.PolicyEvent`). */
export interface PolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  readonly enforcementLevel: string;
}

/** Which rules looked at a resource, or at the stack. */
interface PolicySummaryEvent {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** The engine's events that the summary needs, in the form that the event log has them (`apitype.EngineEvent`). */
export interface EngineEvent {
  readonly resourcePreEvent?: {
    readonly metadata: {
      readonly op: string;
      readonly urn: string;
      readonly new?: ResourceState | null;
    };
  };
  readonly resOutputsEvent?: { readonly metadata: { readonly new?: ResourceState | null } };
  readonly policyEvent?: PolicyEvent;
  readonly policyAnalyzeSummaryEvent?: PolicySummaryEvent;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummaryEvent;
  readonly policyRemediateSummaryEvent?: PolicySummaryEvent;
}

/** Reads an event log; there is none when the engine ended before it began. */
export function readEvents(path: string): EngineEvent[] {
  return existsSync(path) ? parseEvents(readFileSync(path, "utf8")) : [];
}

/** Parses one JSON object a line; a run that was ended early leaves its last line unfinished. */
export function parseEvents(text: string): EngineEvent[] {
  return text.split("\n").flatMap(parse);
}

function parse(line: string): EngineEvent[] {
  try {
    return line.startsWith("{") ? [JSON.parse(line) as EngineEvent] : [];
  } catch {
    return [];
  }
}
