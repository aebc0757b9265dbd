// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { makeCertificateSecret } from "./certificate-secret";
import { makeClassroomTable } from "./classroom-table";
import { placeFunction } from "./function-network";
import { makeFunctionRole } from "./function-role";
import type { SettledArguments } from "./settled-arguments";
import { makeTokenFunction } from "./token-function";

/** Makes the function that signs tokens, and all that it keeps: the certificate and issued ids. */
export function makeSigner(
  name: string,
  args: SettledArguments,
  opts: pulumi.CustomResourceOptions,
): { readonly tokenFunction: aws.lambda.Function; readonly secret: aws.secretsmanager.Secret } {
  const { inVpc, identityMode } = args;
  const { role, attachments } = makeFunctionRole(name, args, opts);
  const certificate = makeCertificateSecret(name, { ...args, functionRoleArn: role.arn }, opts);
  const table = identityMode === "issued" ? makeClassroomTable(name, args, opts) : undefined;
  const wiring = {
    ...args,
    functionRoleArn: role.arn,
    secretArn: certificate.secret.arn,
    tableArn: table?.arn,
  };
  const tokenFunction = makeTokenFunction(
    name,
    {
      ...args,
      role,
      roleAttachments: attachments,
      secret: certificate.secret,
      secretKey: certificate.key,
      table,
      placement: inVpc ? placeFunction(name, wiring, opts) : undefined,
    },
    opts,
  );
  return { tokenFunction, secret: certificate.secret };
}
