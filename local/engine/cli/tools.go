// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

//go:build tools

// Package cli pins the Pulumi CLI and everything it is built from: go.sum is the list of digests.
package cli

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
