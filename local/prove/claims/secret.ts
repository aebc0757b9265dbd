// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { onlyThesePrincipals } from "../../../policies/access";
import { policyOf } from "../documents";
import type { Place } from "../place";
import { textOf } from "../state";
import { type Claim, claim } from "./claim";
import { tokenApis } from "./token-api";

export function secretClaims(place: Place): Claim[] {
  const secrets = place.named(
    "aws:secretsmanager/secret:Secret",
    "arn",
    "agora-classroom:index:TokenService",
    "secretArn",
  );
  const principalArns = [...functionRoleArns(place), ...place.secretAdministratorArns];
  return [
    claim(
      "only the function and the named administrators read the secret",
      secrets,
      (secret) => {
        const arn = textOf(secret, "arn");
        return [
          onlyThesePrincipals({
            documents: [policyOf(place.deployed, secret)],
            principalArns,
            accountId: arn.split(":")[4] ?? "",
            among: [{ actions: ["secretsmanager:GetSecretValue"], resources: [arn] }],
          }),
        ];
      },
      "the data centre has no TokenService",
    ),
  ];
}

/** Roles of the functions that the token API calls. */
function functionRoleArns(place: Place): string[] {
  const { deployed } = place;
  const uris = tokenApis(place)
    .flatMap(({ id }) => deployed.where("aws:apigateway/integration:Integration", "restApi", id))
    .map((integration) => textOf(integration, "uri"));
  return deployed
    .ofType("aws:lambda/function:Function")
    .filter((each) => uris.some((uri) => uri.includes(`/${textOf(each, "arn")}/`)))
    .map((each) => textOf(each, "role"));
}
