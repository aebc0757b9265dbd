// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Kind } from "./kinds";
import { idOf } from "./texts";

/** An existing network. */
export const network = {
  type: "record",
  keys: {
    vpcId: { ...idOf("vpc"), doc: "The VPC.", required: true },
    subnetIds: {
      type: "list",
      items: idOf("subnet"),
      minimum: 1,
      doc: "Private subnets of the VPC, each in another availability zone.",
      required: true,
    },
    backendSecurityGroupIds: {
      type: "list",
      items: idOf("sg"),
      minimum: 1,
      doc: "Security groups of the app backend. Nothing else reaches the token API.",
      required: true,
    },
    routeTableIds: {
      type: "list",
      items: idOf("rtb"),
      minimum: 1,
      doc:
        "Route tables of the subnets. Identity mode `issued` needs them for a DynamoDB endpoint, " +
        "unless `endpoints.dynamodb` is given.",
      whenAbsent: "none",
    },
    endpoints: {
      type: "record",
      keys: {
        executeApi: {
          ...idOf("vpce"),
          doc: "Interface endpoint for API Gateway. It must admit the roles of the backend.",
          whenAbsent: "one is made",
        },
        secretsManager: {
          ...idOf("vpce"),
          doc: "Interface endpoint for Secrets Manager. It must admit the token function.",
          whenAbsent: "one is made",
        },
        dynamodb: {
          ...idOf("vpce"),
          doc: "Gateway endpoint for DynamoDB. It must admit the token function.",
          whenAbsent: "one is made in `routeTableIds` with identity mode `issued`",
        },
        s3: {
          ...idOf("vpce"),
          doc: "Endpoint for S3 through which recordings are read.",
          whenAbsent: "recordings are read by presigned URL only",
        },
      },
      doc: "Existing endpoints of the VPC. Their policies and security groups stay as they are.",
      whenAbsent: "the endpoints that are needed are made",
    },
    privateDns: {
      type: "boolean",
      doc:
        "Whether the endpoints that are made answer to the usual host names of their services in the " +
        "whole VPC. If they do, nothing in the VPC can call a public API on an `execute-api` host.",
      default: false,
    },
  },
} as const satisfies Kind;
