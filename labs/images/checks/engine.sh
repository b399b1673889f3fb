# shellcheck shell=bash
# A lab's private engine.

check_engine() {
  mkdir -p "$scratch/run"; chown 1234:1234 "$scratch/run"
  prove "an engine answers on the socket in a bound folder within 10 s" engine_answers
  prove "the socket belongs to the user who asked for it, and to no other" engine_socket
  prove "it loads an image, runs it and names it as a lesson does" engine_runs
  prove "it is Docker 26.1 or newer with runc 1.1.15 or newer, and says so in its label" engine_versions
  prove "it limits memory" engine_limits
  prove "it builds images with BuildKit: stages, cache mounts, a context" engine_builds
  prove "it builds with its own docker command too" engine_builds_inside
  prove "it stops within 5 s, and starts again with what it held" engine_restarts
  prove "with a folder for keys it listens on tcp for those who have them, and for nobody else" engine_tls
}

engine_at() { docker -H "unix://$scratch/run/docker.sock" "$@"; }

engine_answers() {
  start --name deckhand-test-engine --privileged -e DECKHAND_SOCKET_UID=1234 -e DECKHAND_SOCKET_GID=1234 \
    -v "$scratch/run:/run/deckhand" deckhand/engine:dind --host=unix:///run/deckhand/docker.sock
  within 10 engine_at version
}

engine_socket() { [ "$(stat -c '%u:%g %a' "$scratch/run/docker.sock")" = '1234:1234 660' ]; }

engine_runs() {
  docker save deckhand/busybox:1.37 deckhand/nginx:1.30 | engine_at load || return 1
  engine_at tag deckhand/nginx:1.30 nginx:1.30
  engine_at tag deckhand/busybox:1.37 busybox:1.37
  engine_at run -d --name web nginx:1.30
  within 10 engine_at exec web sh -c 'test -S /proc/1/root/dev/null; grep -q nginx /proc/1/cmdline' || return 1
  engine_at run --rm --link web busybox:1.37 wget -qO- http://web/ | grep Welcome
}

engine_versions() {
  local version runc
  version=$(engine_at version -f '{{.Server.Version}}')
  runc=$(docker exec deckhand-test-engine runc --version | sed -n 's/^runc version \([0-9.]*\).*/\1/p')
  echo "engine $version, runc $runc"
  at_least "$version" 26.1 && at_least "$runc" 1.1.15 || return 1
  docker image inspect -f '{{index .Config.Labels "dev.deckhand.contents"}}' deckhand/engine:dind | grep -F "docker.io ${version%+*}"
}

engine_limits() {
  [ "$(engine_at run --rm -m 32m busybox:1.37 sh -c 'cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.max')" = 33554432 ]
}

# Only BuildKit knows cache mounts, and only it leaves a stage out that nothing needs.
engine_builds() {
  mkdir -p "$scratch/context"
  echo 'from the context' > "$scratch/context/file"
  cat > "$scratch/context/Dockerfile" <<'D'
FROM busybox:1.37 AS unused
RUN echo the unused stage was built && exit 1
FROM busybox:1.37 AS build
COPY file /file
RUN --mount=type=cache,target=/cache cp /file /cache/kept && echo built >> /file
FROM busybox:1.37
COPY --from=build /file /proof
CMD ["cat", "/proof"]
D
  engine_at build --progress=plain -t proof "$scratch/context" || return 1
  engine_at run --rm proof | tr '\n' ' ' | grep 'from the context built'
}

engine_builds_inside() {
  printf 'FROM busybox:1.37\nRUN --mount=type=tmpfs,target=/t true\n' |
    docker exec -i deckhand-test-engine docker -H unix:///run/deckhand/docker.sock build --progress=plain -t inside - &&
    engine_at image inspect -f '{{.Id}}' inside
}

engine_restarts() {
  local began=$SECONDS
  docker stop -t 10 deckhand-test-engine; [ $((SECONDS - began)) -le 5 ] || { echo "took $((SECONDS - began)) s"; return 1; }
  docker start deckhand-test-engine
  within 10 engine_at image inspect proof && within 10 engine_at start web
}

engine_tls() {
  local id at
  id=$(start --privileged deckhand/engine:dind)
  at=$(address_of "$id")
  within 10 docker exec "$id" docker version || return 1
  docker cp "$id:/certs/client" "$scratch/client" || return 1
  within 10 docker -H "tcp://$at:2376" --tlsverify --tlscacert="$scratch/client/ca.pem" --tlscert="$scratch/client/cert.pem" \
    --tlskey="$scratch/client/key.pem" version || return 1
  ! curl -sk --max-time 3 "https://$at:2376/version" | grep ApiVersion || { echo "answers without a key"; return 1; }
  ! curl -s --max-time 3 "http://$at:2375/version" | grep ApiVersion
}
