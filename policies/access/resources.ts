// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How the texts of `Resource` are read: once, for the search and for the evaluation. */

import { BoundedCache } from "./bounded-cache";
import { attributeOf, isMultivaluedKey } from "./keys";
import { isWholeArn, type Piece, piecesOf, variablesIn } from "./texts";

export interface ReadResource {
  readonly written: string;
  readonly pieces: readonly Piece[];
  /** Why nobody knows which resources it matches, beyond that a glob of it must. */
  readonly doubt?: string;
}

const read = new BoundedCache<ReadResource>(4096);

export function readResource(written: string, hasVariables: boolean): ReadResource {
  return read.of(`${hasVariables} ${written}`, () => readText(written, hasVariables));
}

function readText(written: string, hasVariables: boolean): ReadResource {
  const pieces = piecesOf(written, "arn", hasVariables);
  const unreadable = variablesIn(pieces).find(
    ({ key }) => key === undefined || isMultivaluedKey(attributeOf(key)),
  );
  if (unreadable !== undefined) {
    return { written, pieces, doubt: `the variable ${unreadable.written}` };
  }
  return isWholeArn(pieces)
    ? { written, pieces }
    : { written, pieces, doubt: `the resource "${written}", which is no whole ARN` };
}
