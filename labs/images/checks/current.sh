# shellcheck shell=bash
# What came to Kubernetes and k3s in the last years, and lessons use. Each fails without its part of the cluster.

system_pods() {
  local part
  for part in coredns local-path-provisioner metrics-server traefik; do
    within 30 sh -c "docker exec deckhand-test-cluster kubectl -n kube-system get pods | grep -E '^$part-[a-z0-9]+-[a-z0-9]+ +1/1 +Running'" || { kube -n kube-system get pods; return 1; }
  done
  kube version | grep 'Server Version: v1.3' && kube get nodes -o wide | grep 'containerd://2'
}

# Prints what a busybox Pod of a label gets from web within two seconds.
asks_web() { # LABEL
  kube run "asker-$RANDOM" --rm -i --restart=Never --image=busybox:1.37 --labels="role=$1" --quiet -- wget -qO- -T 2 http://web/
}

policy_enforced() {
  apply only-friends || return 1
  sleep 1
  asks_web friend | grep Welcome || { echo "a friend is refused"; return 1; }
  ! asks_web stranger | grep Welcome || { echo "a stranger is let in"; return 1; }
  kube delete networkpolicy only-friends || return 1
  sleep 1
  asks_web stranger | grep Welcome
}

gateway_serves() {
  apply gateway || return 1
  kube wait --for=condition=Programmed gateway/front --timeout=20s || { kube describe gateway front; return 1; }
  within 10 curl -sf -H 'Host: road.example' "http://$(node_address)/" | grep Welcome
}

pod_security() {
  kube create namespace strict && kube label namespace strict pod-security.kubernetes.io/enforce=restricted || return 1
  ! kube -n strict run root --image=busybox:1.37 2>"$scratch/refused" && grep 'violates PodSecurity "restricted' "$scratch/refused"
}

sidecar_runs() {
  apply sidecar || return 1
  kube wait --for=condition=Complete job/aided --timeout=90s
}

resize_in_place() {
  apply grows || return 1
  kube wait --for=condition=Ready pod/grows --timeout=30s || return 1
  kube patch pod grows --subresource=resize -p '{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"70m"},"limits":{"cpu":"200m"}}}]}}' || return 1
  within 30 sh -c "docker exec deckhand-test-cluster kubectl get pod grows -o jsonpath='{.status.containerStatuses[0].resources.limits.cpu} {.status.containerStatuses[0].restartCount}' | grep '200m 0'"
}

debug_joins() {
  kube debug pod/grows --image=busybox:1.37 --target=c --profile=general -- sleep 300 || return 1
  within 20 sh -c "docker exec deckhand-test-cluster kubectl get pod grows -o jsonpath='{.status.ephemeralContainerStatuses[0].state.running.startedAt}' | grep T"
}

time_zone() {
  apply time-zone || return 1
  ! kube patch cronjob zoned -p '{"spec":{"timeZone":"Nowhere/Land"}}' && kube get cronjob zoned -o wide | grep Asia/Tokyo
}

helm_works() {
  in_cluster sh -c 'cd /tmp && helm create chart && helm install one chart --set image.repository=nginx --set image.tag=1.30 --wait --timeout 60s && helm list | grep deployed &&
    helm upgrade one chart --set replicaCount=2 --set image.repository=nginx --set image.tag=1.30 && helm history one | grep superseded && helm uninstall one' &&
    in_cluster helm version --short | grep '^v4'
}
