// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What is asked of the resource policy of a private API, as properties of the document. */

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
 * Nothing is granted but through an endpoint or network that the document names. (Within the API's
 * account an identity's own permission grants as well; what only a deny could stop is not asked.)
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

/** Nothing is granted to callers of whom the document says no more than where they call from. */
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
