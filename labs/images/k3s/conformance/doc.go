//go:build conformance

// Package conformance names what `labs/images/conformance` compiles: Kubernetes' own conformance tests. No program here
// uses them, so the build tag is never set; go mod tidy sees them all the same, and keeps their modules in go.sum.
package conformance

import (
	_ "k8s.io/kubernetes/test/e2e"
)
