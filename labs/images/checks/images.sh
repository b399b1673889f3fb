# shellcheck shell=bash
# The images that lessons run: each behaves like the official one wherever a lesson could notice a difference.

check_images() {
  prove "every image says what it stands for and what it holds" all_labelled
  prove "busybox has a shell and its applets" \
    docker run --rm --label "$label" deckhand/busybox:1.37 sh -c 'wget --help 2>&1 | grep Usage && test -x /bin/httpd && id | grep root && HERE=yes printenv HERE | grep yes && ! printenv THERE'
  prove "nginx serves its page, logs to the container and quits well" nginx_serves
  prove "nginx:1.30 and nginx:1.31 are two images with the same layers" nginx_versions
  prove "nginx runs with arguments of one's own, and has curl, wget and ps" nginx_arguments
  prove "redis answers other containers and keeps data in /data" redis_answers
  prove "the registry takes a push and gives it back" registry_works
  prove "debian has a shell" docker run --rm --label "$label" deckhand/debian:13-slim bash -c 'grep -q trixie /etc/os-release'
}

all_labelled() {
  local name tag
  grep -v '^#' "$images/catalog.tsv" | while IFS=$'\t' read -r name tag _; do
    [ "$tag" != - ] || continue
    [ "$(docker image inspect -f '{{index .Config.Labels "dev.deckhand.image"}}' "$tag")" = "$name" ] || { echo "$tag"; return 1; }
    docker image inspect -f '{{index .Config.Labels "dev.deckhand.contents"}}' "$tag" | grep ... || { echo "$tag says nothing"; return 1; }
  done
}

address_of() { docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$1"; }

nginx_serves() {
  local id; id=$(start deckhand/nginx:1.30)
  within 10 curl -sf "http://$(address_of "$id")/" | grep 'Welcome to nginx' || return 1
  docker exec "$id" sh -c 'echo changed > /usr/share/nginx/html/index.html'
  curl -sf "http://$(address_of "$id")/" | grep changed || return 1
  within 5 sh -c "docker logs $id 2>/dev/null | grep 'GET / HTTP'" || return 1
  docker stop -t 5 "$id" && [ "$(docker inspect -f '{{.State.ExitCode}}' "$id")" = 0 ]
}

nginx_versions() {
  local old new
  old=$(docker image inspect -f '{{.Id}} {{.RootFS.Layers}}' deckhand/nginx:1.30)
  new=$(docker image inspect -f '{{.Id}} {{.RootFS.Layers}}' deckhand/nginx:1.31)
  [ "${old%% *}" != "${new%% *}" ] && [ "${old#* }" = "${new#* }" ]
}

nginx_arguments() { docker run --rm --label "$label" deckhand/nginx:1.30-alpine sh -c 'nginx -t && curl --version && wget --help && ps'; }

redis_answers() {
  local id; id=$(start deckhand/redis:8)
  within 10 docker exec "$id" redis-cli ping | grep PONG || return 1
  docker run --rm --label "$label" deckhand/redis:8 redis-cli -h "$(address_of "$id")" set key value | grep OK || return 1
  docker exec "$id" redis-cli save && docker exec "$id" test -f /data/dump.rdb
}

registry_works() {
  local id at digest
  id=$(start -p 127.0.0.1::5000 deckhand/registry:3)
  at=$(docker port "$id" 5000 | head -n 1)
  within 10 curl -sf "http://$at/v2/" || return 1
  docker exec "$id" registry --version | grep -E ' v?3\.' || { docker exec "$id" registry --version; return 1; }
  docker tag deckhand/busybox:1.37 "$at/test/busybox:1"
  docker push "$at/test/busybox:1" && docker rmi "$at/test/busybox:1" && docker pull "$at/test/busybox:1"
  local result=$?
  docker rmi "$at/test/busybox:1"
  curl -sf "http://$at/v2/_catalog" | grep test/busybox || return 1
  digest=$(curl -sfI -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' "http://$at/v2/test/busybox/manifests/1" |
    tr -d '\r' | sed -n 's/^docker-content-digest: //Ip')
  # lessons delete a manifest by its digest
  curl -sf -X DELETE "http://$at/v2/test/busybox/manifests/$digest" || return 1
  ! curl -sf "http://$at/v2/test/busybox/manifests/1" || { echo "still there"; return 1; }
  return $result
}
