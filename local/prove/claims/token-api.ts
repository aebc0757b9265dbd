// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  callsOf,
  confinedToEndpoint,
  onlyThesePrincipals,
  onlyTheseResources,
} from "../../../policies/access";
import { identityPolicies, policyOf } from "../documents";
import type { Place } from "../place";
import { propertyOf, type StateResource, textOf } from "../state";
import { type Claim, claim } from "./claim";

const TOKEN_SERVICE = "agora-classroom:index:TokenService";
const NONE = "the data centre has no TokenService";

/** The APIs of a data centre's token services. */
export function tokenApis(place: Place): StateResource[] {
  return place.named("aws:apigateway/restApi:RestApi", "id", TOKEN_SERVICE, "apiId");
}

export function tokenApiClaims(place: Place): Claim[] {
  const apis = tokenApis(place).map((api) => ({
    documents: [policyOf(place.deployed, api)],
    accountId: textOf(api, "executionArn").split(":")[4] ?? "",
    among: callsOf(textOf(api, "executionArn")),
    methods: methodArns(place, api),
  }));
  const principalArns = [...place.backendRoleArns, ...place.visitors.map(({ roleArn }) => roleArn)];
  const vpcEndpointIds = endpointIds(place);
  return [
    claim(
      "only the backend roles invoke the token API",
      apis,
      (api) => [onlyThesePrincipals({ ...api, principalArns })],
      NONE,
    ),
    claim(
      "the token API is called only through its endpoint",
      apis,
      (api) => [confinedToEndpoint({ ...api, vpcEndpointIds })],
      NONE,
    ),
    claim(
      "only the declared methods of the token API are open",
      apis,
      ({ documents, among, methods: resources }) =>
        [documents, ...identityPolicies(place.deployed).map((each) => [each])].map((each) =>
          onlyTheseResources({ documents: each, among, resources }),
        ),
      NONE,
    ),
  ];
}

/** Endpoints for API calls in the data centre, made there or given to it. */
function endpointIds({ deployed, endpointId }: Place): string[] {
  const made = deployed
    .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
    .filter((endpoint) => textOf(endpoint, "serviceName").endsWith(".execute-api"))
    .map(({ id }) => id);
  return [endpointId, ...made].filter((id) => id !== undefined);
}

/** The methods that an API has on its stages, with any value for a path's parameter. */
function methodArns({ deployed }: Place, api: StateResource): string[] {
  const paths = deployed.where("aws:apigateway/resource:Resource", "restApi", api.id);
  const stages = deployed.where("aws:apigateway/stage:Stage", "restApi", api.id);
  return deployed.where("aws:apigateway/method:Method", "restApi", api.id).flatMap((method) => {
    const path = paths.find(({ id }) => id === propertyOf(method, "resourceId"));
    const template = path === undefined ? "/" : textOf(path, "path");
    const pattern = textOf(method, "httpMethod") + template.replaceAll(/\{[^}]+\}/g, "*");
    return stages.map(
      (stage) => `${textOf(api, "executionArn")}/${textOf(stage, "stageName")}/${pattern}`,
    );
  });
}
