// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { isCertificate } from "../../components/token-service/runtime/certificate";
import { Failure } from "../runner/failure";

/** An Agora project, as far as its security can be read. */
export interface AgoraProject {
  readonly name: string;
  readonly appId: string;
  readonly isEnabled: boolean;
  /** The primary App Certificate; undefined while none is enabled. */
  readonly certificate: string | undefined;
}

/** Reads the answer of `GET /dev/v1/projects`. */
export function readProjects(text: string, url: string): AgoraProject[] {
  const { projects } = parsed(text) as { projects?: unknown };
  if (!Array.isArray(projects)) {
    throw new Failure(
      `${url} answers with something that is not a list of projects. Check AGORA_API_URL.`,
    );
  }
  return projects.map((project) => readProject(project, url));
}

function readProject(value: unknown, url: string): AgoraProject {
  const project = (value ?? {}) as Record<string, unknown>;
  const { name, vendor_key: appId, sign_key: certificate, status } = project;
  if (typeof appId !== "string" || (status !== 0 && status !== 1)) {
    throw new Failure(
      `${url} answers with a project without 'vendor_key' or with a 'status' other than 0 and ` +
        "1, which its documentation does not have. Check AGORA_API_URL.",
    );
  }
  return {
    name: typeof name === "string" ? name : "",
    appId,
    isEnabled: status === 1,
    // Agora does not document what the field is while no certificate is enabled.
    certificate: isCertificate(certificate) ? certificate : undefined,
  };
}

/** A parse error would quote the answer, which holds a certificate. */
function parsed(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
