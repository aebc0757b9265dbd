// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { corsOrigins } from "../../joins/judged-bucket-settings";
import { type Reading, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustNameSites = "the web sites must be named";

export const limitBucketCors: Rule = {
  name: "limit-bucket-cors",
  description: "Cross-origin access to a bucket must be limited to web sites that are named.",
  rationale:
    "If every origin is allowed, any page that a teacher has open can use the links to recordings in her browser.",
  severity: "medium",
  controls: [
    nist("AC-4", "Information flow enforcement"),
    iso("A.8.26", "Application security requirements"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "cors", "recordings"],
  remediationSteps: "List the origins of the class application in allowedOrigins.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html",
  configSchema: configuration("advisory"),
  validator: { resource: corsOrigins.judgesOfOne(judgeOrigin) },
};

function judgeOrigin(resource: Resource, reading: Reading): readonly Finding[] {
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, mustNameSites)];
  }
  const origin = textOf(reading) ?? "";
  return isAnySite(origin)
    ? [violation(resource, reading.path, `is ${origin}`, mustNameSites)]
    : [];
}

/** What may follow a star that stands for any site: at most a top-level domain, a port or a path. */
const anyDomain = /^(\.?[a-z]+)?[.:/*\d]*$/i;

/** What precedes a star that only stands for a port: a host. */
const host = /^(?!https?:$).*[^/]:\d*$/i;

/**
 * In S3 a star can be anywhere in an origin and stands for any text: `class.example.org*` also allows
 * `class.example.org.example.net`. A browser sends the origin null for every page in a sandbox.
 */
function isAnySite(origin: string): boolean {
  const [before = "", ...behind] = origin.split("*");
  return (
    origin === "null" ||
    (behind.length > 0 && anyDomain.test(behind.join("*")) && !host.test(before))
  );
}
