// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { type ApiSubject, methodArns } from "./method-arns";

/** Identity policy for the app backend's roles: they may call this API's methods. */
export function backendPolicy(subject: ApiSubject): string {
  return policyText([
    {
      Sid: "CallTokenApi",
      Effect: "Allow",
      Action: ["execute-api:Invoke"],
      Resource: methodArns(subject),
    },
  ]);
}
