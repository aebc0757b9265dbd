// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The frameworks that the controls of rules are from, each in one version. */

import type { Control } from "./rule";

type InFramework = (reference: string, specification: string) => Control;

const framework =
  (name: string, version: string): InFramework =>
  (reference, specification) => ({ framework: name, version, reference, specification });

/** NIST SP 800-53. */
export const nist = framework("NIST SP 800-53", "5");

/** The own standard of AWS Security Hub. */
export const fsbp = framework("AWS Foundational Security Best Practices", "1.0.0");

/** Annex A. */
export const iso = framework("ISO/IEC 27001", "2022");

export const cis = framework("CIS Amazon Web Services Foundations Benchmark", "3.0.0");

export const gdpr = framework("GDPR", "2016/679");

/** The checklist on the page of Agora with this name. */
export const agora = framework("Agora Flexible Classroom: secure your classrooms", "2026-07");

/** Other pages of Agora's documentation. */
export const agoraDocs = framework("Agora documentation", "2026-07");
