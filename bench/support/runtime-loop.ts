// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Stands in for AWS's own runtime client where that cannot be installed: asks the Runtime API for an
 * event, runs the handler, posts the response, and so on. Started with the bundle's path.
 */

import { Agent, request } from "node:http";

const [, , bundle = ""] = process.argv;
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
const agent = new Agent({ keepAlive: true });

void loop();

async function loop(): Promise<void> {
  const { handler } = require(bundle);
  for (;;) {
    const { id, body } = await call("GET", `${api}/next`);
    const result = await handler(JSON.parse(body), { awsRequestId: id });
    await call("POST", `${api}/${id}/response`, JSON.stringify(result));
  }
}

function call(method: string, url: string, sent?: string): Promise<{ id: string; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ id: String(response.headers["lambda-runtime-aws-request-id"]), body }),
      );
    });
    outgoing.on("error", reject).end(sent);
  });
}
