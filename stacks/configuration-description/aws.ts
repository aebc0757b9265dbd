// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Keys } from "./kinds";
import { nonEmpty } from "./texts";

/** The keys of the namespace `aws` that every provider of the program gets. */
export const aws = {
  profile: {
    ...nonEmpty,
    doc: "Profile of the AWS configuration files.",
    whenAbsent: "the credentials of the environment",
  },
  sharedConfigFiles: {
    type: "list",
    items: nonEmpty,
    minimum: 1,
    doc: "Paths of AWS configuration files.",
    whenAbsent: "`~/.aws/config`",
  },
  sharedCredentialsFiles: {
    type: "list",
    items: nonEmpty,
    minimum: 1,
    doc: "Paths of AWS credentials files.",
    whenAbsent: "`~/.aws/credentials`",
  },
  retryMode: {
    type: "oneOf",
    values: ["standard", "adaptive"],
    doc: "How failed calls to AWS are retried.",
    whenAbsent: "AWS's own default",
  },
  customCaBundle: {
    ...nonEmpty,
    doc: "Path of a file with certificate authorities.",
    whenAbsent: "those of the system",
  },
  httpProxy: { ...nonEmpty, doc: "Proxy for HTTP.", whenAbsent: "`HTTP_PROXY`" },
  httpsProxy: { ...nonEmpty, doc: "Proxy for HTTPS.", whenAbsent: "`HTTPS_PROXY`" },
  noProxy: { ...nonEmpty, doc: "Hosts that are called without a proxy.", whenAbsent: "`NO_PROXY`" },
} as const satisfies Keys;
