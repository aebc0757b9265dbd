// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Account } from "./account";
import { digits, namePropertyOf } from "./naming";
import type { Properties } from "./properties";
import { Siblings } from "./siblings";
import { nameOf, typeOf } from "./urn";

/** A resource that is being made, and what its identifiers are derived from. */
export class Resource {
  public readonly type: string;
  /** The name in the program. */
  public readonly name: string;

  public constructor(
    public readonly urn: string,
    public readonly inputs: Properties,
    public readonly account: Account,
    /** The outputs of what else the provider has, as far as it has been asked about it. */
    private readonly siblings: Siblings = new Siblings(),
  ) {
    this.type = typeOf(urn);
    this.name = nameOf(urn);
  }

  /** The folder of the SDK that the type is in, such as `ec2`. */
  public get module(): string {
    return this.type.split(":")[1]?.split("/")[0] ?? "";
  }

  /** A resource's own region overrides its provider's. */
  public get region(): string {
    return this.text("region") ?? this.account.region;
  }

  /** An input that is text; undefined when it is absent or anything else. */
  public text(name: string): string | undefined {
    const value = this.inputs[name];
    return typeof value === "string" ? value : undefined;
  }

  /** Its name in AWS: the given one, the generated one, or the program's. */
  public get physicalName(): string {
    return this.text(namePropertyOf(this.type)) ?? `${this.name}-${this.digits("name", 7)}`;
  }

  /** Hexadecimal digits derived from this resource's URN. */
  public digits(purpose: string, count: number): string {
    return digits(this.urn, purpose, count);
  }

  /** The outputs of another resource of the same provider. */
  public sibling(type: string, id: string): Properties | undefined {
    return this.siblings.find(type, id);
  }

  public uuid(purpose: string): string {
    const hex = this.digits(purpose, 32);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join("-");
  }

  /** An ARN in the resource's own region and account. */
  public arn(service: string, rest: string): string {
    return `arn:${this.account.partition}:${service}:${this.region}:${this.account.id}:${rest}`;
  }

  /** An ARN of a service that is not regional, such as IAM. */
  public globalArn(service: string, rest: string): string {
    return `arn:${this.account.partition}:${service}::${this.account.id}:${rest}`;
  }
}
