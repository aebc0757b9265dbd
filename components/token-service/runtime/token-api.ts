// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Call, CallIds } from "./call";
import { noStore, problemResponse } from "./problem-response";
import type { ApiRequest, ApiResponse } from "./request";
import type { RequestLog } from "./request-log";
import { matchPath, type Route, refuseOtherMethods } from "./routes";

/** Parts of the API. */
export interface TokenApiOptions {
  readonly routes: readonly Route[];
  readonly log: RequestLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Time limit of an operation. A caller gets an answer within 3 s; the difference is for the network. */
export const answerMs = 2_300;

/** Answers requests: finds the route, runs its operation, turns errors into problems, and writes the log. */
export class TokenApi {
  public constructor(private readonly options: TokenApiOptions) {}

  /** Never rejects. */
  public async respond(request: ApiRequest): Promise<ApiResponse> {
    const startedAt = performance.now();
    const progress: Progress = { route: "unmatched", ids: {} };
    const response = await this.answer(request, progress);
    this.options.log.record({
      ...progress,
      request,
      status: response.status,
      latencyMs: Math.round((performance.now() - startedAt) * 1000) / 1000,
    });
    return response;
  }

  private async answer(request: ApiRequest, progress: Progress): Promise<ApiResponse> {
    try {
      const { route, parameters } = matchPath(this.options.routes, request.path);
      progress.route = route.path;
      refuseOtherMethods(route, request.method);
      progress.route = `${route.method} ${route.path}`;
      const answer = await route.operation(this.call(request, parameters, progress));
      progress.error = answer.error;
      return {
        status: answer.status,
        headers: { ...answer.headers, ...noStore, "content-type": "application/json" },
        body: JSON.stringify(answer.body),
      };
    } catch (error) {
      progress.error = error;
      return problemResponse(error, request.id);
    }
  }

  private call(request: ApiRequest, parameters: Call["parameters"], progress: Progress): Call {
    const cameAt = this.options.clock();
    return {
      request,
      parameters,
      now: Math.floor(cameAt / 1000),
      deadline: cameAt + answerMs,
      note: ({ roomUuid, userUuid }) => {
        progress.ids = {
          ...progress.ids,
          ...(roomUuid && { roomUuid }),
          ...(userUuid && { userUuid }),
        };
      },
    };
  }
}

/** Facts about a request for the log, collected while it is answered. */
interface Progress {
  route: string;
  ids: CallIds;
  error?: unknown;
}
