// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How many colons the last part of a service's ARNs can have, for the services whose formats leave no doubt. A wildcard
 * in an earlier part could only cross its colon if the last part had more of them.
 * Source: Service Authorization Reference, resource types; names of these services' resources have no colons.
 */

import { anythingBut, literal, type Pattern, pattern, somethingBut } from "./patterns";
import { arnPartOf, isCharacter, type Piece } from "./texts";

const colonsInResource: ReadonlyMap<string, number> = new Map([
  ["dynamodb", 2],
  ["ecr", 0],
  ["elasticfilesystem", 0],
  ["es", 0],
  ["events", 0],
  ["iam", 0],
  ["kms", 0],
  ["lambda", 2],
  ["secretsmanager", 1],
  ["sns", 1],
  ["sqs", 0],
]);

/** The ARNs that a service can have; undefined where the pattern names no service, or one that is not known well. */
export function shapesOfService(pieces: readonly Piece[]): readonly Pattern[] | undefined {
  const parts = arnPartOf(pieces);
  const service = pieces.filter((_, at) => parts[at] === servicePart);
  const name = service.every(isCharacter) ? service.map(({ char }) => char).join("") : "";
  const most = colonsInResource.get(name.slice(1));
  return most === undefined
    ? undefined
    : Array.from({ length: most + 1 }, (_, colons) => shape(name.slice(1), colons));
}

const servicePart = 3;

function shape(service: string, colons: number): Pattern {
  const colon = literal(":");
  const part = [anythingBut(":")];
  const more = Array.from({ length: colons }, () => [...colon, ...part]).flat();
  return pattern([
    ...literal("arn:"),
    ...part,
    ...literal(`:${service}:`),
    ...part,
    ...colon,
    ...part,
    ...colon,
    ...somethingBut(":"),
    ...more,
  ]);
}
