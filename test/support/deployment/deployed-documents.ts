// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Request } from "../simulation/simulation";
import { keyPolicyOf, type StateResource } from "./deployability";

/** What is asked, by whomever and from wherever. */
export type Question = Omit<Request, "principal" | "accountId" | "endpointPolicy">;

/** Where requests come from: this stack's endpoint of the service, an endpoint with full access, or neither. */
export type Origin = "its endpoint" | "another endpoint" | "the internet";

/** The policy documents of a deployed stack with one data centre, and what they are about, from its state. */
export class DeployedDocuments {
  public constructor(private readonly resources: readonly StateResource[]) {}

  /** Every document in the state, by the type and name of its resource without the data centre. */
  public all(): Record<string, string> {
    const documents = this.resources.flatMap(({ type, urn, inputs = {} }) =>
      [inputs.policy, inputs.assumeRolePolicy]
        .filter((document) => typeof document === "string")
        .map((document) => [
          `${type.split(":").at(-1)} ${nameOf(urn).replace(/^\w+?-/, "")}`,
          document,
        ]),
    );
    return Object.fromEntries(documents);
  }

  /** An argument of the only resource whose type and name end like this. */
  public input(type: string, name: string, property = "policy"): string {
    return textOf(this.one(type, name).inputs?.[property]);
  }

  /** What AWS says about the only resource whose type and name end like this. */
  public output(type: string, name: string, property = "arn"): string {
    return textOf(this.one(type, name).outputs?.[property]);
  }

  /** Calls of methods, each like `GET/v1/health`. */
  public calls(methods: readonly string[]): Question[] {
    return methods.map((method) => ({
      action: "execute-api:Invoke",
      resource: `${this.output(":RestApi", "api", "executionArn")}/live/${method}`,
      resourcePolicy: this.input(":RestApiPolicy", "api-policy"),
    }));
  }

  /** The methods that the API has, with an id for every path parameter; no policy document is asked. */
  public methods(): string[] {
    const paths = this.resources.filter(({ type }) => type === "aws:apigateway/resource:Resource");
    return this.resources
      .filter(({ type }) => type === "aws:apigateway/method:Method")
      .map(({ inputs }) => {
        const path = paths.find(({ outputs }) => outputs?.id === inputs?.resourceId);
        const template = textOf(path?.outputs?.path);
        return textOf(inputs?.httpMethod) + template.replaceAll(/\{\w+\}/g, "a".repeat(32));
      });
  }

  /** A use of a key. */
  public useOfKey(name: string, action: string, context: Question["context"] = {}): Question {
    const resource = this.output(":Key", name);
    return { action, resource, resourcePolicy: keyPolicyOf(this.resources, resource), context };
  }

  /** Uses of one stream in each of some log groups. */
  public logs(action: string, groupArns: readonly string[]): Question[] {
    return groupArns.map((arn) => ({
      action: `logs:${action}`,
      resource: `${arn}:log-stream:1`,
    }));
  }

  /** The ARNs of all log groups. */
  public logGroups(): string[] {
    return this.resources
      .filter(({ type }) => type.endsWith(":LogGroup"))
      .map(({ outputs }) => textOf(outputs?.arn));
  }

  /** The id and the policy of the stack's endpoint of a service. */
  public endpoint(service: string): { readonly id: string; readonly policy: string } {
    const endpoint = this.resources.find(
      ({ type, inputs }) =>
        type.endsWith(":VpcEndpoint") && String(inputs?.serviceName).endsWith(`.${service}`),
    );
    const id = textOf(endpoint?.outputs?.id);
    const separate = this.resources.find(
      ({ type, inputs }) => type.endsWith(":VpcEndpointPolicy") && inputs?.vpcEndpointId === id,
    );
    return { id, policy: textOf(separate?.inputs?.policy ?? endpoint?.inputs?.policy) };
  }

  /** A question as it arrives from somewhere. */
  public from(origin: Origin, question: Question): Question & { readonly endpointPolicy?: string } {
    if (origin === "the internet") {
      return question;
    }
    const { action, context } = question;
    const { id, policy } =
      origin === "its endpoint"
        ? this.endpoint(action.split(":")[0] ?? "")
        : { id: "vpce-0another", policy: undefined };
    return { ...question, endpointPolicy: policy, context: { ...context, "aws:SourceVpce": id } };
  }

  private one(type: string, name: string): StateResource {
    const found = this.resources.filter(
      (each) => each.type.endsWith(type) && nameOf(each.urn).endsWith(`-${name}`),
    );
    const [resource] = found;
    assert.ok(resource && found.length === 1, `${found.length} of ${type} ${name}`);
    return resource;
  }
}

/** The question about the same thing when it has no policy, which leaves the other documents to answer. */
export function withoutPolicy(question: Question): Question {
  return { ...question, resourcePolicy: undefined };
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}

function textOf(value: unknown): string {
  assert.ok(typeof value === "string" && value !== "", `no text: ${JSON.stringify(value)}`);
  return value;
}
