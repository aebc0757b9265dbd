// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { DuplicateMemberError, type JsonObject, parseJsonObject } from "./json-object";
import { BodyError, BodyTooLargeError, FieldError, NotJsonError } from "./problems";
import type { ApiRequest } from "./request";

/** In bytes; every valid body is much smaller. */
export const largestBody = 4096;
const mediaType = /^application\/json[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?$/i;

/** Reads the body as one JSON object in UTF-8, or throws an error that says what is wrong. */
export function readBody(request: ApiRequest): JsonObject {
  refuseOtherTypes(request);
  if (request.body.length > largestBody) {
    throw new BodyTooLargeError(`The body must be at most ${largestBody} bytes.`);
  }
  if (request.body.length === 0) {
    throw new BodyError("The body is empty; send a JSON object, {} when there is nothing to say.");
  }
  return objectOf(textOf(request.body));
}

function refuseOtherTypes({ headers }: ApiRequest): void {
  const contentTypes = headers.get("content-type") ?? [];
  if (contentTypes.length !== 1 || !mediaType.test(contentTypes[0] ?? "")) {
    throw new NotJsonError(
      "The content type must be application/json, with charset utf-8 or none.",
    );
  }
  if (headers.has("content-encoding")) {
    throw new NotJsonError("The body must have no content encoding.");
  }
}

function textOf(body: Uint8Array): string {
  try {
    // Keeps a byte-order mark, so that the parser refuses it.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new BodyError("The body is not valid UTF-8.");
  }
}

function objectOf(text: string): JsonObject {
  try {
    return parseJsonObject(text);
  } catch (error) {
    if (error instanceof DuplicateMemberError) {
      throw new FieldError(shortened(error.member), "occurs twice in the body.");
    }
    throw new BodyError("The body must be one JSON object.");
  }
}

/** Shortens a name from the caller for a message. */
export function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
