// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Certificate } from "./certificate";

/** Source of the App Certificate. */
export interface CertificateSource {
  /**
   * Returns the certificate to sign with, or throws a CertificateUnavailableError by the deadline
   * (milliseconds since 1970).
   */
  current(deadline: number): Promise<Certificate>;
  /** Returns the last fetched value and its age in milliseconds, for the log; nothing before the first fetch. */
  atHand(): { readonly certificate: Certificate; readonly ageMs: number } | undefined;
}
