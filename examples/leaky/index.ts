// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";

// A token endpoint that the whole internet can call: a REST API is EDGE unless it says otherwise.
const tokens = new aws.apigateway.RestApi("tokens", { description: "Signs Agora tokens" });

// Recordings under S3's own key, which no customer controls, rotates or revokes.
const recordings = new aws.s3.Bucket("recordings");

export const api = tokens.id;
export const bucket = recordings.bucket;
