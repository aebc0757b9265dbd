// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { list, optional, record, text, yesOrNo } from "./fields";

function idOf(prefix: string): ReturnType<typeof text> {
  return text(`an id like ${prefix}-0123456789abcdef0`, (value) =>
    new RegExp(`^${prefix}-[0-9a-f]{8,17}$`).test(value),
  );
}

/** A network that exists already, as configuration. */
export const network = record({
  vpcId: idOf("vpc"),
  subnetIds: list(idOf("subnet"), 1),
  backendSecurityGroupIds: list(idOf("sg"), 1),
  routeTableIds: optional(list(idOf("rtb"), 1)),
  endpoints: optional(
    record({
      executeApi: optional(idOf("vpce")),
      secretsManager: optional(idOf("vpce")),
      dynamodb: optional(idOf("vpce")),
      s3: optional(idOf("vpce")),
    }),
  ),
  privateDns: optional(yesOrNo),
});
