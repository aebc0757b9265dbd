// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { signatureFlaw } from "./signature-v4";
import { witness } from "./witness";

/** How one request goes wrong. */
export type Fault = (response: ServerResponse, input: Input) => unknown;

/** What can go wrong with an answer, by name. */
export const faults = {
  slow: async (response) => {
    await sleep(3_500, undefined, { ref: false });
    response.destroy();
  },
  throttling: (response) => refuse(response, 400, "ThrottlingException"),
  tooManyRequests: (response) => response.writeHead(429).end(),
  internalError: (response) => refuse(response, 500, "InternalServiceError"),
  badGateway: (response) => response.writeHead(502).end("<html>Bad Gateway</html>"),
  malformed: (response) => response.writeHead(200).end('{"SecretString": "{\\"primary'),
  empty: (response) => response.writeHead(200).end(),
  truncated: (response) => {
    response.writeHead(200, { "content-length": "4000" });
    response.write('{"SecretString"', () => response.destroy());
  },
  endless: (response) =>
    response.writeHead(200).end(JSON.stringify({ SecretString: "x".repeat(1_000_000) })),
  closed: (response) => response.destroy(),
  redirect: (response) => response.writeHead(302, { location: "/elsewhere" }).end(),
} satisfies Record<string, Fault>;

type Item = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;
type Input = Readonly<Record<string, unknown>>;

/**
 * Secrets Manager and DynamoDB on loopback, as far as the token service uses them: signatures are
 * verified, conditions are honoured, and any answer can be made to go wrong.
 */
export class LoopbackAws {
  /** What the secret holds; nothing while no value was ever put. */
  public secret?: unknown;
  public readonly items = new Map<string, Item>();
  /** Faults of the next requests, in their order; after the last one everything is well again. */
  public readonly upcoming: Fault[] = [];
  /** Goes wrong on every request, when set. */
  public always?: Fault;
  public clock: () => number = Date.now;
  /** Targets of the requests that came. */
  public readonly targets: string[] = [];

  private constructor(private readonly server: Server) {}

  public static async start(): Promise<LoopbackAws> {
    const server = createServer();
    const aws = new LoopbackAws(server);
    server.on("request", (request, response) => void aws.answer(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return aws;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  /** Puts a new version of the secret. */
  public putSecret(value: Readonly<Record<string, string>>): void {
    this.secret = JSON.stringify(value);
    for (const text of Object.values(value).filter((text) => /^[0-9a-f]{32}$/i.test(text))) {
      witness.certificates.add(text);
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks).toString("utf8");
    const target = String(request.headers["x-amz-target"]);
    this.targets.push(target);
    if (request.method !== "POST") {
      response.writeHead(404).end();
      return;
    }
    const fault = this.upcoming.shift() ?? this.always;
    if (fault !== undefined) {
      await fault(response, JSON.parse(body));
      return;
    }
    const flaw = signatureFlaw(request, body, this.clock());
    if (flaw !== undefined) {
      refuse(response, 400, flaw);
      return;
    }
    this.operations[target]?.(JSON.parse(body), response);
  }

  private readonly operations: Readonly<
    Record<string, (input: Input, response: ServerResponse) => void>
  > = {
    "secretsmanager.GetSecretValue": (_input, response) =>
      this.secret === undefined
        ? refuse(response, 400, "ResourceNotFoundException")
        : succeed(response, { SecretString: this.secret }),
    // An eventually consistent read may miss what was just written; this one always does.
    "DynamoDB_20120810.GetItem": ({ Key, ConsistentRead }, response) =>
      succeed(
        response,
        ConsistentRead === true ? { Item: this.items.get(String((Key as Item).id?.S)) } : {},
      ),
    "DynamoDB_20120810.PutItem": ({ Item, ConditionExpression }, response) => {
      const item = Item as Item;
      const id = String(item.id?.S);
      if (ConditionExpression !== "attribute_not_exists(id)") {
        return refuse(response, 400, "com.amazon.coral.validate#ValidationException");
      }
      if (this.items.has(id)) {
        return refuse(
          response,
          400,
          "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        );
      }
      this.items.set(id, item);
      return succeed(response, {});
    },
  };
}

function succeed(response: ServerResponse, body: object): void {
  response.writeHead(200).end(JSON.stringify(body));
}

/** AWS repeats parts of the request in its messages; whoever logs them leaks. */
function refuse(response: ServerResponse, status: number, type: string): void {
  const message = `refused for ${[...witness.certificates].join(" ")}`;
  response.writeHead(status).end(JSON.stringify({ __type: type, message }));
}
