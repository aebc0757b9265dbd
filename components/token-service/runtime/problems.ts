// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** An error that the caller gets as `application/problem+json`. There is one class for each way to fix it. */
export abstract class ProblemError extends Error {
  public abstract override readonly name: string;
  public abstract readonly status: number;
  /** Name of the wrong field, if one field is wrong. */
  public readonly field?: string;
  public readonly headers: Readonly<Record<string, string>> = {};
}

/** The body cannot be read as one JSON object; send another body. */
export class BodyError extends ProblemError {
  public override readonly name = "BodyError";
  public override readonly status = 400;
}

/** One field of the body is missing, unknown, duplicate or invalid; change that field. */
export class FieldError extends ProblemError {
  public override readonly name = "FieldError";
  public override readonly status = 400;
  public override readonly field: string;

  /** The message begins with the quoted field. */
  public constructor(field: string, rule: string) {
    super(`'${field}' ${rule}`);
    this.field = field;
  }
}

/** The ids were not issued for each other; have them issued. */
export class NotIssuedError extends ProblemError {
  public override readonly name = "NotIssuedError";
  public override readonly status = 403;
}

/** No such path or classroom; call another. */
export class NotFoundError extends ProblemError {
  public override readonly name = "NotFoundError";
  public override readonly status = 404;
}

/** The path has another method; use it. */
export class MethodNotAllowedError extends ProblemError {
  public override readonly name = "MethodNotAllowedError";
  public override readonly status = 405;
  public override readonly headers: Readonly<Record<string, string>>;

  public constructor(path: string, allowed: string) {
    super(`${path} is called with ${allowed}.`);
    this.headers = { allow: allowed };
  }
}

/** New ids were taken three times in a row; call again. */
export class ConflictError extends ProblemError {
  public override readonly name = "ConflictError";
  public override readonly status = 409;
}

/** The classroom is over; have a new one issued. */
export class ClassroomOverError extends ProblemError {
  public override readonly name = "ClassroomOverError";
  public override readonly status = 410;
}

/** The body is larger than any valid one; send less. */
export class BodyTooLargeError extends ProblemError {
  public override readonly name = "BodyTooLargeError";
  public override readonly status = 413;
}

/** The headers declare no JSON in UTF-8; declare and send that. */
export class NotJsonError extends ProblemError {
  public override readonly name = "NotJsonError";
  public override readonly status = 415;
}

/** The service cannot reach something that it needs; call again later. */
export abstract class NotReadyError extends ProblemError {
  public override readonly status = 503;
  public override readonly headers = { "retry-after": "5" };
}

/** No certificate is available. */
export class CertificateUnavailableError extends NotReadyError {
  public override readonly name = "CertificateUnavailableError";
}

/** The table of issued ids is not available. */
export class RecordsUnavailableError extends NotReadyError {
  public override readonly name = "RecordsUnavailableError";
}
