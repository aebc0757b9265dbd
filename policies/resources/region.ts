// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Where a resource is, and which region a text means. */

import { type Reading, read, textOf } from "./reading";
import { isWritten, type Resource, type StackResource } from "./stack";

/** The region that a resource has by itself, else the one of its provider. */
export function regionOf(resource: Resource | StackResource): Reading {
  const own = ownRegionOf(resource);
  const isOwn =
    own.state === "unknown"
      ? !("propertyDependencies" in resource) || isWritten(resource, "region")
      : textOf(own) !== undefined;
  return isOwn ? own : read(resource.provider?.props, "region");
}

/** A resource of aws-native has none: what is called region there belongs to a topic or a DNS record. */
export function ownRegionOf({ type, props }: Resource): Reading {
  return type.startsWith("aws-native:")
    ? { state: "absent", path: "region" }
    : read(props, "region");
}

/** AWS's own shape of a region's name: eu-central-1, us-gov-west-1, ap-southeast-5. */
const region = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

/** The region in an ARN, or in a host name or service name of AWS's; nothing where none is named. */
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

/** The domains under which AWS's services have names with their region, and names of endpoint services. */
const names =
  /(^|\.)(amazonaws|amazoncognito|api\.aws|awsapprunner|elasticbeanstalk|on\.aws)(\.|$)|^aws\./;

/** S3's first hosts have the region within a label. */
const legacy = /^s3-(website-)?/;

/** What stands in the place of a host in an address, an image's name or a service's name. */
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
