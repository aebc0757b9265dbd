// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Permissions for data to go from one region to another. */

import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import type { Exemption } from "../../framework/configuration";

export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly approvedBy: string;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
}

const text = (description: string): PolicyConfigJSONSchema => ({
  type: "string",
  minLength: 1,
  description,
});

export const transfersSchema: PolicyConfigJSONSchema = {
  type: "array",
  description: "Transfers between two regions that are permitted, each until a last day.",
  items: {
    type: "object",
    properties: {
      from: text("The region that the data comes from."),
      to: text("The region that the data goes to."),
      purpose: text("What the transfer is for."),
      approvedBy: text("Who has approved it."),
      expires: {
        type: "string",
        format: "date",
        description: "Last day on which it holds (UTC), such as 2027-01-31.",
      },
    },
    required: ["from", "to", "purpose", "approvedBy", "expires"],
    additionalProperties: false,
  },
  default: [],
};

/** The permission for a transfer between two regions that expires last, in the form of an exemption. */
export function permissionFor(
  transfers: readonly Transfer[],
  from: string,
  to: string,
): Exemption | undefined {
  const [longest] = transfers
    .filter((transfer) => transfer.from === from && transfer.to === to)
    .sort((one, other) => other.expires.localeCompare(one.expires));
  return (
    longest && {
      urn: `${from} to ${to}`,
      reason: `${longest.purpose} (approved by ${longest.approvedBy})`,
      expires: longest.expires,
    }
  );
}
