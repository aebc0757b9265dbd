// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import { defaultChildren, defaultTokenService } from "../../support/components/built-token-service";
import { dependenciesOf, only, type Settled } from "../../support/components/settled";

describe("makeRestApi", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("deploys the API after its policy, methods, integrations and answers", async () => {
    assert.deepEqual(
      await dependenciesOf(only(service, "aws:apigateway/deployment:Deployment")),
      [
        ...defaultChildren.filter((child) =>
          /:(RestApiPolicy|Method|Integration|Response) /.test(child),
        ),
      ].sort(),
    );
  });
});
