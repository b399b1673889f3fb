# shellcheck shell=bash
# Makes images: a root folder, a layer over it, tags with labels, and a tar in the cache.

# Brings one recipe's images onto the engine: they are there, or in the cache, or built.
image_ready() { # RECIPE
  local key tar name tag _
  key=$(recipe_key "$1") tar=$(cached_tar "$1" "$key")
  if tags_present "$1" "$key"; then note "already there"; return; fi
  if [ -f "$tar" ]; then
    note "loading from the cache"
    docker load -i "$tar" && tags_present "$1" "$key" && return
    note "the cache does not hold what it should: building again"
    rm -f "$tar"
  fi
  work=$cache/work/$1
  rm -rf "$work"; mkdir -p "$work"
  # shellcheck disable=SC1090  # one of the recipes
  . "$images/$1/recipe"
  recipe_layer
  catalog "$1" | while read -r name tag _; do
    # its own file each time: a row may differ from its neighbour in the last lines alone, and then shares all layers
    recipe_dockerfile "$name" > "$work/context/Dockerfile"
    # BuildKit would keep a copy of every context, and wants a plugin that this machine may lack
    DOCKER_BUILDKIT=0 docker build -t "$tag" --label "dev.deckhand.image=$name" \
      --label "dev.deckhand.contents=$(recipe_contents)" --label "dev.deckhand.recipe=$key" "$work/context"
  done
  tags_present "$1" "$key" || fail "the engine built $1 but does not show it; see $log"
  image_save "$1" "$tar"
  rm -rf "$work"
  # what these tags named before is nobody's now, unless a container still runs it
  docker image prune -f --filter label=dev.deckhand.recipe
}

tags_present() { # RECIPE KEY
  local tag _
  while read -r _ tag _; do image_present "$tag" "$2" || return 1; done < <(catalog "$1")
}

# Keeps what was built, whole or not at all, and drops what an older recipe left. An image and the one below it share a file,
# since each tar holds all layers.
image_save() { # RECIPE TAR
  local old tags below shared
  note "saving to the cache"
  below=$(recipe_below "$1")
  mapfile -t tags < <(catalog "$1" | cut -d' ' -f2; [ -z "$below" ] || catalog "$below" | cut -d' ' -f2)
  docker save -o "$2.new" "${tags[@]}"
  for old in "$cache/$1"-????????????????.tar; do [ "$old" = "$2" ] || rm -f "$old"; done
  mv "$2.new" "$2"
  [ -n "$below" ] || return 0
  shared=$(cached_tar "$below" "$(recipe_key "$below")")
  # a file system without hard links keeps both
  if ln "$2" "$shared.new"; then mv "$shared.new" "$shared"; fi
}

# Brings the image that another one is a layer over onto the engine.
base_image() { # RECIPE
  tags_present "$1" "$(recipe_key "$1")" || ( image_ready "$1" )
}

# Makes $root, a copy of the minimal Debian with these packages.
root_with() { # package...
  base_image debian
  base_root
  root=$work/root
  cp -a "$base" "$root"
  note "installing $*"
  debian_lists
  debian_fetch "$root" "$@"
  debian_install "$root" "$@"
  trim "$root"
}

# Adds a link for every applet of busybox that $root has no program for, as the -alpine tags of official images have them.
add_applets() {
  local applet
  for applet in $("$root/usr/bin/busybox" --list); do
    [ -e "$root/usr/bin/$applet" ] || [ -e "$root/usr/sbin/$applet" ] || ln -s busybox "$root/usr/bin/$applet"
  done
}

# Makes $base, the folder that the debian image is made of and the others begin with.
base_root() {
  base=$cache/base-$(key_of "$images/lib/debian.sh" "$images/debian")
  [ -d "$base" ] && return
  debian_root "$base"
  only_newest base "$base"
}

# Packs what $root has over $base as the context's layer.tar: images then share the layer below.
pack_layer() {
  note "packing"
  rsync -aHX --compare-dest="$base/" "$root/" "$work/layer/"
  pack_folder "$work/layer"
}

# Packs a folder as the context's layer.tar.
pack_folder() { # FOLDER
  mkdir -p "$work/context"
  tar -C "$1" --sort=name -cf "$work/context/layer.tar" .
}

# The lines that a Dockerfile of a layer over Debian begins with.
over_debian() {
  printf 'FROM deckhand/debian:13-slim\nADD layer.tar /\n'
}

# Drops what older recipes left in the cache, whole or half.
only_newest() { # PREFIX PATH
  local old
  for old in "$cache/$1"-????????????????{,.new}; do [ "$old" = "$2" ] || rm -rf "$old"; done
}
