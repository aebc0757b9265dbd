// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The region of a resource, and the region in an ARN or a host name. */

import { type Reading, read, textOf } from "./reading";
import { isWritten, type Resource, type StackResource } from "./stack";

/** The resource's own region, or else its provider's. */
export function regionOf(resource: Resource | StackResource): Reading {
  const own = ownRegionOf(resource);
  const isOwn =
    own.state === "unknown"
      ? !("propertyDependencies" in resource) || isWritten(resource, "region")
      : textOf(own) !== undefined;
  return isOwn ? own : read(resource.provider?.props, "region");
}

/** Types of aws-native have no region of their own: their `region` is that of a topic or a DNS record. */
export function ownRegionOf({ type, props }: Resource): Reading {
  return type.startsWith("aws-native:")
    ? { state: "absent", path: "region" }
    : read(props, "region");
}

/** The names of regions: eu-central-1, us-gov-west-1, ap-southeast-5. */
const region = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

/** The region in an ARN, or in a host name or service name of AWS; undefined where there is none. */
export function regionIn(text: string): string | undefined {
  const parts = text.split(":");
  if (parts[0] === "arn") {
    return parts[3] === "" ? undefined : parts[3];
  }
  const host = hostIn(text);
  return names.test(host)
    ? host
        .split(".")
        .map((label) => label.replace(legacy, ""))
        .find((label) => region.test(label))
    : undefined;
}

/** Domains whose host names contain a region, and names of endpoint services. */
const names =
  /(^|\.)(amazonaws|amazoncognito|api\.aws|awsapprunner|elasticbeanstalk|on\.aws)(\.|$)|^aws\./;

/** Old S3 host names have the region in one label: s3-eu-west-1. */
const legacy = /^s3-(website-)?/;

/** The host of a URL, of a container image or of a service name. */
function hostIn(text: string): string {
  const [host = ""] = text
    .toLowerCase()
    .replace(/^[a-z][\w+.-]*:\/\/([^@/]*@)?/, "")
    .split(/[/:?#]/);
  return host;
}

export function isRegion(text: string): boolean {
  return region.test(text);
}
