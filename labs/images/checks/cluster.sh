# shellcheck shell=bash
# A cluster with one node, and what it can do.

check_cluster() {
  local began=$SECONDS
  prove "a cluster is ready within $cluster_limit s" cluster_starts server --tls-san=localhost --tls-san 127.0.0.9 --node-name=harbour \
    --kube-apiserver-arg=audit-policy-file=/etc/deckhand/audit-policy.yaml --kube-apiserver-arg=audit-log-path=/tmp/audit.log \
    --kube-controller-manager-arg=horizontal-pod-autoscaler-sync-period=5s --kubelet-arg=fail-cgroupv1=false --kubelet-arg max-pods=60
  echo "        it took $((SECONDS - began)) s"
  prove "arguments are honoured" cluster_arguments
  prove "an argument that nobody knows is refused, and named" cluster_refuses
  prove "images take a lesson's name" cluster_images
  prove "a deployment runs, and rolls from nginx:1.30 to nginx:1.31" deployment_rolls
  prove "logs, exec and port-forward reach a Pod" pod_reached
  prove "the audit log holds who did what, in order" audit_order
  prove "the server's node has its role from the first moment" node_has_role
  prove "a Service has a name, an address and a reverse name" names_resolve
  prove "a Service without endpoints refuses at once, with a NetworkPolicy and without" service_refuses
  prove "headless Services, StatefulSets and ExternalNames have names" names_headless
  prove "an Ingress serves by host and path, and follows a change" ingress_serves
  prove "an Ingress serves a certificate from a Secret" ingress_tls
  prove "a LoadBalancer has an address that answers; a port that is taken stays pending, and says why" balancer_answers
  prove "kubectl top knows nodes and Pods" top_answers
  prove "an autoscaler sees use of CPU and scales" autoscaler_scales
  prove "a claim gets a volume that outlives its Pod, and is gone with the claim" claim_binds
  prove "Jobs and CronJobs run" jobs_run
  prove "kube-system shows what a user of k3s sees" system_pods
  prove "a NetworkPolicy is enforced, and its removal too" policy_enforced
  prove "a Gateway and an HTTPRoute serve" gateway_serves
  prove "Pod Security refuses what its level forbids" pod_security
  prove "a native sidecar starts before its Pod's container, and doesn't keep a Job from ending" sidecar_runs
  prove "a container is resized in place" resize_in_place
  prove "kubectl debug joins a running Pod" debug_joins
  prove "a CronJob keeps to its time zone" time_zone
  prove "helm installs, upgrades and removes a chart" helm_works
  prove "an image without Traefik starts a cluster without it, and says so" plain_starts
  prove "a namespace goes when it is deleted" namespace_goes
  prove "the cluster stops within 4 s, and comes back with what it held" cluster_restarts
}

# A program that isn't in the image is no reason to start no cluster.
plain_starts() {
  local id
  docker run --rm --label "$label" --entrypoint sh "$plain_image" -c '! test -e /usr/lib/deckhand/bin/traefik' || return 1
  id=$(start --privileged --tmpfs /run "$plain_image" server --kubelet-arg=fail-cgroupv1=false) || return 1
  within "$cluster_limit" sh -c "docker logs $id 2>&1 | grep 'Node controller sync successful'" || { docker logs "$id"; return 1; }
  docker logs "$id" 2>&1 | grep "traefik isn't in this image" || { docker logs "$id"; return 1; }
  within 60 sh -c "docker exec $id kubectl -n kube-system get pods | grep -E '^metrics-server-[a-z0-9]+-[a-z0-9]+ +1/1 +Running'" || { docker exec "$id" kubectl -n kube-system get pods; return 1; }
  ! docker exec "$id" kubectl -n kube-system get deployments,services | grep traefik || return 1
  docker rm -fv "$id"
}

in_cluster() { docker exec -i deckhand-test-cluster "$@"; }
kube() { in_cluster kubectl "$@"; }
apply() { kube apply -f - < "$images/checks/manifests/$1.yaml"; }
node_address() { address_of deckhand-test-cluster; }

cluster_starts() {
  docker create --label "$label" --name deckhand-test-cluster --hostname deckhand-test --privileged --tmpfs /run --tmpfs /var/run \
    "$cluster_image" "$@" || return 1
  docker save -o "$scratch/busybox.tar" deckhand/busybox:1.37
  docker cp "$scratch/busybox.tar" deckhand-test-cluster:/var/lib/rancher/k3s/agent/images/ || return 1
  docker start deckhand-test-cluster || return 1
  within "$cluster_limit" sh -c 'docker logs deckhand-test-cluster 2>&1 | grep "Node controller sync successful"'
  local result=$?
  [ $result = 0 ] || docker logs deckhand-test-cluster
  return $result
}

cluster_arguments() {
  kube get node harbour -o jsonpath='{.status.capacity.pods}' | grep '^60$' || return 1
  kube get serviceaccount default || return 1
  kube get nodes | grep 'control-plane ' || return 1
  [ "$(kube get componentstatuses | grep -c ' Healthy ')" = 3 ] || { kube get componentstatuses; return 1; }
  in_cluster cat /var/lib/rancher/k3s/server/tls/server.crt | openssl x509 -noout -text | grep 'IP Address:127.0.0.9' || return 1
  docker cp deckhand-test-cluster:/etc/rancher/k3s/k3s.yaml - | tar -xO | grep 'server: https://127.0.0.1:6443' || return 1
  in_cluster k3s kubectl get nodes && in_cluster k3s ctr images ls -q | grep pause
}

cluster_refuses() {
  ! docker run --rm --label "$label" "$cluster_image" server --flannel-color=red > "$scratch/refused" 2>&1 &&
    grep 'unknown argument --flannel-color' "$scratch/refused"
}

cluster_images() {
  local name
  # busybox was put into the cluster's images folder before the start
  docker save deckhand/nginx:1.30 deckhand/nginx:1.31 | in_cluster ctr images import - || return 1
  for name in nginx:1.30 nginx:1.31 busybox:1.37; do
    in_cluster ctr images tag docker.io/deckhand/$name docker.io/library/$name || return 1
  done
}

deployment_rolls() {
  kube create deployment web --image=nginx:1.30 --replicas=2 || return 1
  kube rollout status deployment/web --timeout=60s || return 1
  kube set image deployment/web nginx=nginx:1.31 && kube rollout status deployment/web --timeout=60s || return 1
  kube get pods -l app=web -o jsonpath='{.items[*].spec.containers[0].image}' | grep nginx:1.31 || return 1
  kube expose deployment web --port=80
}

pod_reached() {
  # the old Pods are terminating, and exec may choose one of them
  within 30 sh -c '[ $(docker exec deckhand-test-cluster kubectl get pods -l app=web -o name | wc -l) = 2 ]' || return 1
  kube exec deployment/web -- sh -c 'echo here' | grep here || return 1
  in_cluster sh -c 'kubectl port-forward deployment/web 8088:80 >/dev/null 2>&1 & p=$!; for i in 1 2 3 4 5 6 7 8 9; do sleep 0.3; printf "GET / HTTP/1.0\r\n\r\n" | timeout 2 socat - tcp:127.0.0.1:8088 && break; done; kill $p' | grep Welcome || return 1
  within 10 sh -c 'docker exec deckhand-test-cluster kubectl logs -l app=web | grep "GET / HTTP"'
}

audit_order() {
  in_cluster sed -n 's/.*"verb":"\([a-z]*\)".*"user":{"username":"\([^"]*\)".*"objectRef":{"resource":"\([a-z]*\)".*/\2 \1 \3/p' /tmp/audit.log > "$scratch/audit"
  awk '/system:admin create deployments/ {a = 1} a && /deployment-controller create replicasets/ {b = 1}
    b && /replicaset-controller create pods/ {c = 1} c && /system:kube-scheduler create pods/ {d = 1}
    d && /system:node:harbour patch pods/ {e = 1} END {exit !e}' "$scratch/audit" || { cut -c1-160 "$scratch/audit"; return 1; }
}

# A node that its kubelet made would have no role until somebody adds it.
node_has_role() {
  audit_order || return 1
  awk '$3 == "nodes" {first = $1 " " $2; exit} END {print first; exit first != "system:deckhand create"}' "$scratch/audit"
}

# Stops within seconds, keeps its state, and gets ready again.
cluster_restarts() {
  local began=$SECONDS
  docker stop -t 10 deckhand-test-cluster; [ $((SECONDS - began)) -le 4 ] || { echo "took $((SECONDS - began)) s"; return 1; }
  docker start deckhand-test-cluster
  within "$cluster_limit" sh -c '[ "$(docker logs deckhand-test-cluster 2>&1 | grep -c "Node controller sync successful")" = 2 ]' || { docker logs deckhand-test-cluster; return 1; }
  kube rollout status deployment/web --timeout=60s || return 1
  within 30 kube exec deployment/web -- sh -c 'exit 0' || return 1
  within 30 curl -sf -H 'Host: shop.example' "http://$(node_address)/" | grep Welcome
}
