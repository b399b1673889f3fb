# shellcheck shell=bash
# A second node in the cluster.

check_nodes() {
  prove "a second node joins by address and token, and is ready" second_node_joins
  prove "Pods on both nodes reach each other, and names" nodes_reach
  prove "a wrong token is refused, and that is said" wrong_token
  prove "logs and figures come from both nodes" both_nodes_tell
}

first() { docker exec -i deckhand-test-first kubectl "$@"; }

node_images() { # container
  docker save deckhand/nginx:1.30 deckhand/busybox:1.37 | docker exec -i "$1" ctr images import - &&
    docker exec "$1" ctr images tag docker.io/deckhand/nginx:1.30 docker.io/library/nginx:1.30 &&
    docker exec "$1" ctr images tag docker.io/deckhand/busybox:1.37 docker.io/library/busybox:1.37
}

second_node_joins() {
  docker network create --label "$label" deckhand-test-nodes || return 1
  start --name deckhand-test-first --hostname first --network deckhand-test-nodes --privileged --tmpfs /run \
    "$cluster_image" server --token=harbour || return 1
  start --name deckhand-test-second --hostname second --network deckhand-test-nodes --privileged --tmpfs /run \
    "$cluster_image" agent --server=https://deckhand-test-first:6443 --token=harbour || return 1
  within $((cluster_limit * 2)) sh -c 'docker exec deckhand-test-first kubectl get nodes | grep "second *Ready"' && return
  docker logs deckhand-test-second
  return 1
}

nodes_reach() {
  node_images deckhand-test-first && node_images deckhand-test-second || return 1
  first apply -f - < "$images/checks/manifests/web.yaml" || return 1
  first create service clusterip web --tcp=80:80 || return 1
  first rollout status daemonset/web --timeout=60s || return 1
  [ "$(first get pods -l app=web -o jsonpath='{.items[*].spec.nodeName}' | tr ' ' '\n' | sort -u | wc -l)" = 2 ] || return 1
  local ip node
  for node in first second; do
    first run "tool-$node" --image=busybox:1.37 --restart=Never --overrides="{\"spec\":{\"nodeName\":\"$node\"}}" --command -- sleep 600 || return 1
  done
  first wait --for=condition=Ready pod/tool-first pod/tool-second --timeout=30s || return 1
  for node in first second; do
    for ip in $(first get pods -l app=web -o jsonpath='{.items[*].status.podIP}') web; do
      first exec "tool-$node" -- wget -qO- -T 5 "http://$ip/" | grep Welcome || { echo "from $node to $ip"; return 1; }
    done
  done
}

wrong_token() {
  docker run --rm --label "$label" --network deckhand-test-nodes --privileged "$cluster_image" \
    agent --server=https://deckhand-test-first:6443 --token=wrong > "$scratch/wrong" 2>&1
  grep '401 Unauthorized' "$scratch/wrong"
}

both_nodes_tell() {
  local pod
  for pod in $(first get pods -l app=web -o name); do
    within 10 sh -c "docker exec deckhand-test-first kubectl logs $pod | grep 'GET / HTTP'" || return 1
  done
  within 40 sh -c '[ "$(docker exec deckhand-test-first kubectl top nodes | grep -c Mi)" = 2 ]'
}
