# shellcheck shell=bash
# Traefik, compiled from its Go module, and the kinds that it and the Gateway API define.

# Builds them. Sets $traefik to their folder.
traefik_program() {
  local key work_module
  key=$(key_of "$images/traefik/module" "$images/traefik/program.sh")
  traefik=$cache/traefik-$key
  [ -d "$traefik" ] && return
  go_ready "$images/traefik/module"
  note "compiling Traefik $(traefik_version): about four minutes on two cores, once"
  work_module=$work/module
  rm -rf "$traefik.new"; mkdir -p "$traefik.new/definitions"
  traefik_module "$work_module"
  go_modules "$work_module" github.com/traefik/traefik/v3/cmd/traefik
  go_programs "$work_module" "$traefik.new" "-X github.com/traefik/traefik/v3/pkg/version.Version=$(traefik_version)" \
    github.com/traefik/traefik/v3/cmd/traefik
  traefik_definitions "$work_module" "$traefik.new/definitions"
  mv "$traefik.new" "$traefik"
  only_newest traefik "$traefik"
}

traefik_version() { go_module_version "$images/traefik/module" github.com/traefik/traefik/v3; }

# Puts the module into a folder where it can be compiled: with a copy of lego, the library for certificates, that knows no
# DNS provider. Traefik links all of them, and the module of one of them isn't served by every proxy.
traefik_module() { # FOLDER
  local lego from
  mkdir -p "$1"
  cp -r "$images/traefik/module/." "$1/"
  lego=$(go_module_version "$1" github.com/go-acme/lego/v5)
  from=$(cd / && go mod download -json "github.com/go-acme/lego/v5@v$lego" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
  [ -d "$from" ] || fail "the Go module github.com/go-acme/lego/v5 v$lego can't be fetched from $(go env GOPROXY). Next: set GOPROXY to a proxy in reach"
  cp -r "$from" "$1/lego"
  chmod -R u+w "$1/lego"
  rm -rf "$1"/lego/providers/dns/*
  mv "$1/dns_providers.go" "$1/lego/providers/dns/"
}

# The kinds of the Gateway API's standard channel, and Traefik's own, from their modules.
traefik_definitions() { # MODULE FOLDER
  local gateway own
  gateway=$(cd "$1" && go list -m -f '{{.Dir}}' sigs.k8s.io/gateway-api)/config/crd/standard
  own=$(cd "$1" && go list -m -f '{{.Dir}}' github.com/traefik/traefik/v3)/docs/content/reference/dynamic-configuration
  cp "$gateway"/gateway.networking.k8s.io_*s.yaml "$2/"
  cp "$own/kubernetes-crd-definition-v1.yml" "$2/traefik.yaml"
  # guards against an older set of kinds, which nothing here brings
  rm -f "$2"/*_vap_*
  chmod u+w "$2"/*
}
