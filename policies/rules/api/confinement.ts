// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the resource policy of a private API must confine, as properties to check. */

import type { Document, Property } from "../../access";
import {
  likes,
  namedCallers,
  namedSources,
  statementsOf,
  valuesOf,
  whole,
} from "../../access/names";

/**
 * The document grants access only through endpoints and networks that it names. An identity of the API's
 * own account may have access by a permission of its own, which only a deny could stop: that is not asked.
 */
export function onlyThroughNamedNetworks(document: Document): Property {
  const statements = statementsOf([document]);
  return {
    says: "only through endpoints and networks that it names",
    expects: "none",
    asks: [
      {
        grantedBy: [document],
        whereNot: ["aws:SourceVpce", "aws:SourceVpc"].flatMap((key) =>
          likes("StringEquals", key, whole(valuesOf(statements, key))),
        ),
      },
    ],
  };
}

/** The document grants access only to callers that it names, not to everyone who calls from some place. */
export function onlyForNamedCallers(document: Document): Property {
  const aboutCallers = namedSources([document]).filter(({ Condition = {} }) =>
    Object.values(Condition).some((keys) =>
      Object.keys(keys).every((key) => key.startsWith("aws:Principal")),
    ),
  );
  return {
    says: "only for callers that it names",
    expects: "none",
    asks: [
      {
        grantedBy: [document],
        where: [{ Callers: ["anonymous", "root", "user", "role", "federated-user"] }],
        whereNot: [...namedCallers([document]), ...aboutCallers],
      },
    ],
  };
}
