// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * CloudFormation's intrinsic functions, as far as they need no account: what they say is known in a
 * preview, what they ask of AWS is unknown, and what they ask of a sibling names the sibling.
 * Source: AWS CloudFormation Template Reference, "Intrinsic function reference".
 */

/** The parts of a template that intrinsic functions refer to. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly mappings: unknown;
  readonly conditions: ReadonlyMap<string, unknown>;
  /** Logical ids of the template's resources. */
  readonly resources: ReadonlySet<string>;
}

/** A value of a template: unknown parts are marked, and the siblings that they come from are named. */
export interface Evaluated {
  readonly value: unknown;
  readonly sources: ReadonlySet<string>;
  /** A macro would rewrite a part of it before CloudFormation reads it. */
  readonly macro?: string;
}

/** How the engine marks a text that is not known in a preview; the policy SDK's proxies throw at it. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** CloudFormation drops a property whose value is the pseudo parameter `AWS::NoValue`. */
const noValue = Symbol("AWS::NoValue");

const deepest = 100;

export function evaluate(value: unknown, scope: Scope): Evaluated {
  const evaluation = new Evaluation(scope);
  const result = evaluation.of(value, 0);
  return {
    value: result === noValue ? undefined : result,
    sources: evaluation.sources,
    ...(evaluation.macro !== undefined && { macro: evaluation.macro }),
  };
}

type Intrinsic = (argument: unknown, depth: number) => unknown;

class Evaluation {
  public readonly sources = new Set<string>();
  public macro: string | undefined;

  private readonly intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
    ["Ref", (argument) => this.ref(String(argument))],
    ["Fn::GetAtt", (argument) => this.attribute(argument)],
    ["Fn::Sub", (argument, depth) => this.sub(argument, depth)],
    ["Fn::Join", (argument, depth) => this.join(argument, depth)],
    ["Fn::If", (argument, depth) => this.choice(argument, depth)],
    ["Fn::FindInMap", (argument, depth) => this.mapped(argument, depth)],
    ["Fn::Select", (argument, depth) => this.selected(argument, depth)],
    ["Fn::Split", (argument, depth) => this.split(argument, depth)],
    ["Fn::Base64", (argument, depth) => this.base64(argument, depth)],
    ["Fn::ToJsonString", (argument, depth) => this.json(argument, depth)],
    ["Fn::Transform", (argument) => this.rewritten(argument)],
    ["Fn::Equals", (argument, depth) => this.equal(argument, depth)],
    ["Fn::Not", (argument, depth) => this.negated(argument, depth)],
    ["Fn::And", (argument, depth) => this.every(argument, depth, true)],
    ["Fn::Or", (argument, depth) => this.every(argument, depth, false)],
    ["Condition", (argument, depth) => this.condition(String(argument), depth)],
  ]);

  public constructor(private readonly scope: Scope) {}

  public of(value: unknown, depth: number): unknown {
    if (depth > deepest) {
      return unknownText;
    }
    if (Array.isArray(value)) {
      return value.map((element) => this.of(element, depth + 1)).filter((one) => one !== noValue);
    }
    if (!isObject(value)) {
      return value;
    }
    const entries = Object.entries(value);
    const [name, argument] = entries.length === 1 ? (entries[0] ?? []) : [];
    const intrinsic = name === undefined ? undefined : this.intrinsics.get(name);
    if (intrinsic !== undefined && !isConditionBlock(name, argument)) {
      return intrinsic(argument, depth + 1);
    }
    return name?.startsWith("Fn::") ? unknownText : this.members(entries, depth);
  }

  private members(entries: readonly [string, unknown][], depth: number): unknown {
    return Object.fromEntries(
      entries
        .map(([key, member]) => [key, this.of(member, depth + 1)])
        .filter(([, member]) => member !== noValue),
    );
  }

  private ref(name: string): unknown {
    if (name === "AWS::NoValue") {
      return noValue;
    }
    if (this.scope.resources.has(name)) {
      this.sources.add(name);
      return unknownText;
    }
    return this.scope.parameters.has(name) ? this.scope.parameters.get(name) : unknownText;
  }

  /** `["Uploads", "Arn"]`, or in a text `Uploads.Arn`. */
  private attribute(argument: unknown): unknown {
    const [name] = Array.isArray(argument) ? argument : String(argument).split(".", 1);
    if (this.scope.resources.has(String(name))) {
      this.sources.add(String(name));
    }
    return unknownText;
  }

  private sub(argument: unknown, depth: number): unknown {
    const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
    const own: unknown = this.of(given, depth);
    if (typeof template !== "string") {
      return unknownText;
    }
    const parts = template.split(/(\$\{[^}]*\})/).map((part) => {
      const [, name] = /^\$\{([^!][^}]*)\}$/.exec(part) ?? [];
      return name === undefined ? part.replace("${!", "${") : this.substituted(name.trim(), own);
    });
    return texts(parts)?.join("") ?? unknownText;
  }

  private substituted(name: string, own: unknown): unknown {
    if (isObject(own) && Object.hasOwn(own, name)) {
      return own[name];
    }
    return name.includes(".") ? this.attribute(name) : this.ref(name);
  }

  private join(argument: unknown, depth: number): unknown {
    const [separator, list] = this.list(argument, depth);
    return Array.isArray(list)
      ? (texts(list)?.join(String(separator)) ?? unknownText)
      : unknownText;
  }

  private choice(argument: unknown, depth: number): unknown {
    const [condition, then, otherwise] = Array.isArray(argument) ? argument : [];
    const holds = this.condition(String(condition), depth);
    // Both branches are read, so that the siblings of either are known.
    const branches = [this.of(then, depth), this.of(otherwise, depth)];
    if (holds === unknownText) {
      return JSON.stringify(branches[0]) === JSON.stringify(branches[1])
        ? branches[0]
        : unknownText;
    }
    return holds === true ? branches[0] : branches[1];
  }

  private condition(name: string, depth: number): unknown {
    return this.scope.conditions.has(name)
      ? this.of(this.scope.conditions.get(name), depth + 1)
      : unknownText;
  }

  private mapped(argument: unknown, depth: number): unknown {
    const keys = this.list(argument, depth).slice(0, 3);
    const found = keys.reduce(
      (within: unknown, key) =>
        isObject(within) && Object.hasOwn(within, String(key)) ? within[String(key)] : undefined,
      this.scope.mappings,
    );
    return found ?? unknownText;
  }

  private selected(argument: unknown, depth: number): unknown {
    const [index, list] = this.list(argument, depth);
    return Array.isArray(list) ? (list[Number(index)] ?? unknownText) : unknownText;
  }

  private split(argument: unknown, depth: number): unknown {
    const [separator, text] = this.list(argument, depth);
    return typeof text === "string" && text !== unknownText
      ? text.split(String(separator))
      : unknownText;
  }

  private base64(argument: unknown, depth: number): unknown {
    const text = this.of(argument, depth);
    return typeof text === "string" && text !== unknownText
      ? Buffer.from(text).toString("base64")
      : unknownText;
  }

  private json(argument: unknown, depth: number): unknown {
    const text = JSON.stringify(this.of(argument, depth));
    return text.includes(unknownText) ? unknownText : text;
  }

  private rewritten(argument: unknown): unknown {
    const named = isObject(argument) ? argument.Name : argument;
    this.macro = typeof named === "string" ? named : "Fn::Transform";
    return unknownText;
  }

  private equal(argument: unknown, depth: number): unknown {
    const [one, other] = this.list(argument, depth);
    return one === unknownText || other === unknownText
      ? unknownText
      : String(one) === String(other);
  }

  private negated(argument: unknown, depth: number): unknown {
    const [condition] = this.list(argument, depth);
    return typeof condition === "boolean" ? !condition : unknownText;
  }

  /** One condition that is not `wanted` decides, whatever the others are. */
  private every(argument: unknown, depth: number, wanted: boolean): unknown {
    const all = this.list(argument, depth);
    if (all.some((condition) => condition === !wanted)) {
      return !wanted;
    }
    return all.every((condition) => condition === wanted) ? wanted : unknownText;
  }

  private list(argument: unknown, depth: number): readonly unknown[] {
    const evaluated = this.of(argument, depth);
    return Array.isArray(evaluated) ? evaluated : [];
  }
}

/** `Condition` is an intrinsic function within conditions, and an element of a policy's statement elsewhere. */
function isConditionBlock(name: string | undefined, argument: unknown): boolean {
  return name === "Condition" && typeof argument !== "string";
}

/** The parts of a text, if all of them are known. */
function texts(parts: readonly unknown[]): readonly string[] | undefined {
  const isKnown = parts.every((part) => !isObject(part) && !String(part).includes(unknownText));
  return isKnown ? parts.map(String) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
