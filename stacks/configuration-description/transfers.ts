// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { dataCenters } from "../../components/regions/data-centers";
import type { Kind } from "./kinds";
import { nonEmpty } from "./texts";

/** Permissions for the backend of one data centre to call the token API of another. */
export const transfers = {
  type: "list",
  items: {
    type: "record",
    keys: {
      from: {
        type: "oneOf",
        values: dataCenters,
        doc: "Data centre whose backend calls.",
        required: true,
      },
      to: {
        type: "oneOf",
        values: dataCenters,
        doc: "Data centre whose token API is called.",
        required: true,
      },
      purpose: { ...nonEmpty, doc: "Purpose of the transfer.", required: true },
      approvedBy: { ...nonEmpty, doc: "Who approved it.", required: true },
      expires: {
        type: "date",
        doc:
          "The last day, in UTC. After it AWS refuses the calls, and a preview fails until the transfer " +
          "is removed or approved again.",
        required: true,
      },
    },
  },
} as const satisfies Kind;
