// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Makes an API resource for each path and each of its prefixes, and returns their ids by path. */
export function makePaths(
  name: string,
  restApi: aws.apigateway.RestApi,
  paths: readonly string[],
  opts: pulumi.CustomResourceOptions,
): ReadonlyMap<string, pulumi.Output<string>> {
  const ids = new Map<string, pulumi.Output<string>>([["", restApi.rootResourceId]]);
  for (const path of prefixesOf(paths)) {
    const cut = path.lastIndexOf("/");
    const resource = new aws.apigateway.Resource(
      `${name}${path.replaceAll("/", "-").replaceAll(/[{}]/g, "")}`,
      {
        restApi: restApi.id,
        parentId: ids.get(path.slice(0, cut)) ?? restApi.rootResourceId,
        pathPart: path.slice(cut + 1),
      },
      opts,
    );
    ids.set(path, resource.id);
  }
  return ids;
}

/** The paths and all their prefixes, each once, shorter ones first. */
export function prefixesOf(paths: readonly string[]): string[] {
  const prefixes = paths.flatMap((path) => {
    const segments = path.split("/").slice(1);
    return segments.map((_, index) => `/${segments.slice(0, index + 1).join("/")}`);
  });
  return [...new Set(prefixes)];
}
