// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Operation } from "../call";
import type { CertificateSource } from "../certificate-source";
import { NotReadyError } from "../problems";

/** `GET /v1/health` */
export function checkHealth(certificates: CertificateSource): Operation {
  return async (call) => {
    try {
      await certificates.current(call.deadline);
      return { status: 200, body: { status: "ready" } };
    } catch (error) {
      if (error instanceof NotReadyError) {
        const { status, headers } = error;
        return { status, headers, body: { status: "not-ready" }, error };
      }
      throw error;
    }
  };
}
