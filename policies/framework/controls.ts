// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The frameworks whose controls rules serve, each in the one version that is meant. */

import type { Control } from "./rule";

type InFramework = (reference: string, specification: string) => Control;

const framework =
  (name: string, version: string): InFramework =>
  (reference, specification) => ({ framework: name, version, reference, specification });

/** NIST SP 800-53. */
export const nist = framework("NIST SP 800-53", "5");

/** Security Hub's own standard. */
export const fsbp = framework("AWS Foundational Security Best Practices", "1.0.0");

/** Annex A. */
export const iso = framework("ISO/IEC 27001", "2022");

export const cis = framework("CIS Amazon Web Services Foundations Benchmark", "3.0.0");

export const gdpr = framework("GDPR", "2016/679");

/** The checklist of Agora's page of that name. */
export const agora = framework("Agora Flexible Classroom: secure your classrooms", "2026-07");

/** What Agora's documentation asks for elsewhere. */
export const agoraDocs = framework("Agora documentation", "2026-07");
