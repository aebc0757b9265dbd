// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { firstWords } from "../../policies/framework/first-words";
import { type Approvals, approvalsOf } from "./approvals";
import type { EngineEvent, PolicyEvent, ResourceState } from "./events";

/** What one preview, or one analysis of a state, came to. */
export interface Summary {
  /** Resources by the provider that makes them, such as `eu (eu-central-1)`, in order of first appearance. */
  readonly resources: ReadonlyMap<string, number>;
  /** Resources by package, of providers whose inputs nothing checked because there is no plug-in for them. */
  readonly unchecked: ReadonlyMap<string, number>;
  /** The rules that judged at least one resource or the stack. */
  readonly rules: readonly string[];
  /** Reports that are violations, by the level they were reported at. */
  readonly violations: { readonly mandatory: number; readonly advisory: number };
  /** Reports that a rule cannot decide yet. At level mandatory they fail the preview like a violation. */
  readonly undecided: { readonly mandatory: number; readonly advisory: number };
  /** Reports on what is known and cannot be judged. They count like violations of their level. */
  readonly unjudgeable: { readonly mandatory: number; readonly advisory: number };
  /** Reports on what AWS will refuse. They count like violations of their level. */
  readonly refused: { readonly mandatory: number; readonly advisory: number };
  /** The exemptions that were used, in the rule's own words. */
  readonly exemptions: readonly string[];
  /** What rests on somebody's word. @default - the program says nothing about it */
  readonly approvals?: Approvals;
}

/** Sums up a run from the engine's events. */
export function summarize(events: readonly EngineEvent[]): Summary {
  const reports = events.flatMap((event) => event.policyEvent ?? []);
  const undecided = reports.filter((report) => report.message.startsWith(firstWords.undecided));
  const unjudgeable = reports.filter((report) => report.message.startsWith(firstWords.unjudgeable));
  const refused = reports.filter((report) => report.message.startsWith(firstWords.refused));
  const exempted = reports.filter((report) => report.message.startsWith(firstWords.exempted));
  const violations = reports.filter(
    (report) => ![undecided, unjudgeable, refused, exempted].some((kind) => kind.includes(report)),
  );
  const approvals = approvalsOf(events);
  return {
    ...(approvals && { approvals }),
    resources: resourcesByProvider(events),
    unchecked: uncheckedPackages(events),
    rules: rulesRun(events),
    violations: byLevel(violations),
    undecided: byLevel(undecided),
    unjudgeable: byLevel(unjudgeable),
    refused: byLevel(refused),
    exemptions: exempted.map((report) => report.message.trim()),
  };
}

function byLevel(reports: readonly PolicyEvent[]): { mandatory: number; advisory: number } {
  const mandatory = reports.filter((report) => report.enforcementLevel === "mandatory").length;
  return { mandatory, advisory: reports.length - mandatory };
}

function rulesRun(events: readonly EngineEvent[]): string[] {
  const summaries = events.flatMap((event) => [
    event.policyAnalyzeSummaryEvent ?? [],
    event.policyAnalyzeStackSummaryEvent ?? [],
    event.policyRemediateSummaryEvent ?? [],
  ]);
  const names = summaries.flat().flatMap(({ passed = [], failed = [] }) => [...passed, ...failed]);
  return [...new Set(names)].sort();
}

/** The stand-in for AWS compares inputs with the SDK; for any other provider a generic one returns them as they are. */
function uncheckedPackages(events: readonly EngineEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, provider } of statesOf(events).values()) {
    const [name = ""] = type.split(":");
    if (provider && !["aws", "pulumi"].includes(name)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

function statesOf(events: readonly EngineEvent[]): Map<string, ResourceState> {
  const states = new Map<string, ResourceState>();
  for (const event of events) {
    const state = event.resourcePreEvent?.metadata.new;
    if (state) {
      states.set(state.urn, state);
    }
  }
  return states;
}

function resourcesByProvider(events: readonly EngineEvent[]): Map<string, number> {
  const states = statesOf(events);
  const counts = new Map<string, number>();
  for (const state of states.values()) {
    const provider = providerOf(state, states);
    if (provider !== undefined) {
      counts.set(provider, (counts.get(provider) ?? 0) + 1);
    }
  }
  return counts;
}

/** Names the provider of a custom resource; components, providers and the stack itself have none. */
function providerOf(
  resource: ResourceState,
  states: ReadonlyMap<string, ResourceState>,
): string | undefined {
  if (!resource.provider) {
    return undefined;
  }
  // A reference is the provider's URN with `::` and its id, which is not known in a first preview.
  const urn = resource.provider.slice(0, resource.provider.lastIndexOf("::"));
  const region = states.get(urn)?.inputs?.region;
  // The engine makes a default provider per version of the SDK: `default_7_48_0`.
  const name = urn.slice(urn.lastIndexOf("::") + 2).replace(/^default_[\d_]+$/, "default");
  return typeof region === "string" ? `${name} (${region})` : name;
}
