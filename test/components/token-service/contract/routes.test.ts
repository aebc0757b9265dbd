// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import openapi from "../../../../components/token-service/contract/openapi.json";
import { routesOf } from "../../../../components/token-service/contract/routes";
import { dataCenters } from "../../../../components/token-service/runtime/data-centers";
import { identityModes } from "../../../../components/token-service/runtime/identity-modes";
import { MemoryClassroomRecords } from "../../../../components/token-service/runtime/memory-classroom-records";
import { tokenRoutes } from "../../../../components/token-service/runtime/token-routes";
import { agoraRoles } from "../../../../components/token-service/runtime/tokens";
import { certainly } from "../../../support/token-service/token-api";
import { appId } from "../../../support/token-service/vectors";

/** The calls that the code answers, as the contract writes them. */
function answered(records?: MemoryClassroomRecords): string[] {
  const routes = tokenRoutes({ appId, region: "EU", certificates: certainly(), records });
  return routes.map(({ method, path }) => `${method} ${path}`);
}

describe("routes", () => {
  it("are the routes of the code, in both identity modes", () => {
    const [appManaged, issued] = identityModes.map((mode) =>
      routesOf(mode).map(({ method, path }) => `${method} ${path}`),
    );
    assert.deepEqual(appManaged, answered());
    assert.deepEqual(issued, answered(new MemoryClassroomRecords(() => 0)));
  });

  it("have names and models that API Gateway and Pulumi can use", () => {
    const routes = routesOf("issued");
    const names = routes.map(({ operationId }) => operationId);
    assert.equal(new Set(names).size, routes.length);
    for (const { operationId, requestModel, method } of routes) {
      assert.match(operationId, /^[a-zA-Z]+$/);
      assert.match(requestModel?.name ?? "", /^[a-zA-Z0-9]*$/);
      assert.equal(requestModel === undefined, method === "GET");
    }
  });

  it("have one method for each path", () => {
    const paths = routesOf("issued").map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length);
  });

  it("offer the regions and roles that the code knows", () => {
    const { Region, Role } = openapi.components.schemas;
    assert.deepEqual(Region.enum, dataCenters);
    assert.deepEqual(Role.enum, Object.keys(agoraRoles));
  });
});
