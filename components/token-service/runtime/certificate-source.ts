// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Certificate } from "./certificate";

/** Where the certificate comes from. */
export interface CertificateSource {
  /** The certificate to sign with, or a CertificateUnavailableError no later than the deadline (milliseconds since 1970). */
  current(deadline: number): Promise<Certificate>;
  /** The value of the last fetch and its age in milliseconds, for the log; nothing before the first. */
  atHand(): { readonly certificate: Certificate; readonly ageMs: number } | undefined;
}
