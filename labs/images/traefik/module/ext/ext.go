// Package ext holds what Traefik's commercial edition adds to its configuration: nothing here. In Traefik's repository
// it's a module of its own, below the module that needs it, which no module proxy serves.
package ext

// HTTP adds nothing to a dynamic configuration.
type HTTP struct{}

// Router adds nothing to a router.
type Router struct{}
