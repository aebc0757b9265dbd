// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { corsOrigins } from "../../joins/bucket-places";
import { type Reading, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustNameSites = "the web sites must be named";

export const limitBucketCors: Rule = {
  name: "limit-bucket-cors",
  description: "Cross-origin access to a bucket must be limited to web sites that are named.",
  rationale:
    "With any origin, whatever page a teacher has open may use the links to recordings that reach her browser.",
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

/** Behind the star: nothing of a domain that somebody owns. */
const anyDomain = /^(\.?[a-z]+)?[.:/*\d]*$/i;

/** Before the star: a host whose port it stands for. */
const host = /^(?!https?:$).*[^/]:\d*$/i;

/**
 * S3 takes a star anywhere in an origin, for any text: one at the end of a name is also for
 * `class.example.org.example.net`. A browser calls every page in a sandbox null.
 */
function isAnySite(origin: string): boolean {
  const [before = "", ...behind] = origin.split("*");
  return (
    origin === "null" ||
    (behind.length > 0 && anyDomain.test(behind.join("*")) && !host.test(before))
  );
}
