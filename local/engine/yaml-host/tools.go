// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

//go:build tools

// Package yamlhost pins Pulumi's language host for YAML and everything it is built from: go.sum is the list of digests.
package yamlhost

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
