# shellcheck shell=bash
# Reads catalog.tsv: which images there are, and which state each is in.

# Lists "name tag recipe", for one recipe or for all; images that are only pulled have no recipe.
catalog() { # [RECIPE]
  grep -v -e '^#' -e '^$' "$images/catalog.tsv" | awk -F'\t' -v recipe="${1:-}" '$3 != "-" && (!recipe || $3 == recipe) {print $1, $2, $3}'
}

# Lists the names that an engine may have an image under: our tag, the name in lessons, and the published one for a lab itself.
tags_of() { # NAME|RECIPE
  awk -F'\t' -v name="$1" '!/^#/ && ($1 == name || $3 == name) {print $2; print $1; if ($4) print $4; exit}' "$images/catalog.tsv"
}

# Prints a column of what a recipe costs (catalog.tsv says which), or 0.
build_cost() { # RECIPE COLUMN
  awk -F'\t' -v recipe="$1" -v column="$2" '!/^#/ && $3 == recipe && $column {print $column; found = 1; exit} END {if (!found) print 0}' "$images/catalog.tsv"
}

# Lists the recipes of the names asked for (a lesson's name, a host tag or a recipe), in the order of building.
recipes_of() { # [NAME...]
  if [ $# = 0 ]; then catalog | awk '!seen[$3]++ {print $3}'; return; fi
  local name found
  for name in "$@"; do
    found=$(catalog | awk -v name="$name" '$1 == name || $2 == name || $3 == name {print $3}' | sort -u)
    [ -n "$found" ] || { echo "$name" >&2; return 1; }
    recipe_below "$found"
    echo "$found"
  done | awk '!seen[$0]++'
}

# Prints the recipe whose image another one is a layer over; nothing where that's debian, as for most.
recipe_below() { # RECIPE
  case $1 in traefik) echo k3s ;; esac
}

# Lists those of some recipes that take packages alone.
uncompiled() { # RECIPE...
  local recipe
  for recipe in "$@"; do
    case $recipe in k3s | traefik | registry) ;; *) echo "$recipe" ;; esac
  done
}

# Hashes files and folders by content and by name below themselves, not by where they stand.
key_of() { # PATH...
  local path
  for path in "$@"; do
    ( cd "$(dirname "$path")" && find "$(basename "$path")" -type f -print0 | sort -z | xargs -0 sha256sum )
  done | sha256sum | cut -c1-16
}

# Says the key of a recipe: its folder, the scripts that it shares, its rows of the catalogue, and the key of the one below.
recipe_key() { # RECIPE
  local below shared=("$images/lib/debian.sh" "$images/lib/image.sh" "$images/lib/runc-shim")
  [ "$1" = debian ] || shared+=("$images/debian")
  [ "$1" != registry ] || shared+=("$images/k3s/go.mod" "$images/lib/go.sh")
  below=$(recipe_below "$1")
  { key_of "$images/$1" "${shared[@]}"; catalog "$1"; [ -z "$below" ] || recipe_key "$below"; } | sha256sum | cut -c1-16
}

cached_tar() { # RECIPE KEY
  echo "$cache/$1-$2.tar"
}

# Says whether the engine has a tag that this recipe made.
image_present() { # TAG KEY
  [ "$(docker image inspect -f '{{index .Config.Labels "dev.deckhand.recipe"}}' "$1" 2>/dev/null)" = "$2" ]
}

# Prints the catalogue with the state of each image.
catalog_list() {
  local name tag recipe key state
  catalog | while read -r name tag recipe; do
    key=$(recipe_key "$recipe")
    if image_present "$tag" "$key"; then state=present
    elif [ -f "$(cached_tar "$recipe" "$key")" ]; then state=cached
    else state='to build'; fi
    printf '%-26s %-28s %s\n' "$name" "$tag" "$state"
  done
}
