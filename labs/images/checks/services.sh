# shellcheck shell=bash
# What the cluster adds to Kubernetes: DNS, an ingress, load balancer addresses, metrics and volumes.

# Runs a command in a busybox Pod that keeps running.
in_pod() {
  kube get pod tool >/dev/null 2>&1 || kube run tool --image=busybox:1.37 --restart=Never --command -- sleep 3600 >/dev/null
  kube wait --for=condition=Ready pod/tool --timeout=30s >/dev/null && kube exec tool -- "$@"
}

names_resolve() {
  local ip
  ip=$(kube get service web -o jsonpath='{.spec.clusterIP}')
  within 15 in_pod nslookup web.default.svc.cluster.local | grep "$ip" || return 1
  in_pod wget -qO- -T 5 http://web/ | grep Welcome || return 1
  in_pod wget -qO- -T 5 http://web.default/ | grep Welcome || return 1
  in_pod nslookup "$ip" | grep web.default.svc.cluster.local || return 1
  in_pod nslookup kubernetes.default.svc.cluster.local | grep 10.43.0.1 || return 1
  ! in_pod nslookup no-such-name.default.svc.cluster.local
}

names_headless() {
  apply headless || return 1
  kube rollout status statefulset/db --timeout=60s || return 1
  within 15 in_pod wget -qO- -T 5 http://db-1.db.default.svc.cluster.local/ | grep Welcome || return 1
  [ "$(in_pod nslookup db.default.svc.cluster.local | grep -c 'Address: *10.42')" = 2 ] || { in_pod nslookup db.default.svc.cluster.local; return 1; }
  in_pod wget -qO- -T 5 http://elsewhere/ | grep Welcome
}

# Succeeds where a Service refuses a Pod's connection: one that gets no answer ends with another message.
refused() { { in_pod wget -qO- -T 3 http://empty/ 2>&1 || true; } | grep 'Connection refused'; }

service_refuses() {
  kube create service clusterip empty --tcp=80:80 || return 1
  within 10 refused || return 1
  # the Pod may now do what a policy allows, and that's everything
  apply free || return 1
  within 10 sh -c 'docker exec deckhand-test-cluster iptables-save | grep "nw policy free"' || return 1
  refused && in_pod wget -qO- -T 5 http://web/ | grep Welcome || return 1
  kube delete networkpolicy/free service/empty
}

ingress_serves() {
  kube create service clusterip nobody --tcp=80:80 || return 1
  apply ingress || return 1
  local at; at=$(node_address)
  within 20 curl -sf -H 'Host: shop.example' "http://$at/" | grep Welcome || return 1
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: other.example' "http://$at/")" = 404 ] || return 1
  within 5 sh -c "[ \"\$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: shop.example' http://$at/nobody/home)\" = 503 ]" || return 1
  within 5 sh -c "docker exec deckhand-test-cluster kubectl get ingress shop -o jsonpath='{.spec.ingressClassName} {.status.loadBalancer.ingress[0].ip}' | grep 'traefik $at'" || return 1
  kube patch ingress shop --type=json -p '[{"op":"replace","path":"/spec/rules/0/host","value":"store.example"}]' || return 1
  within 5 curl -sf -H 'Host: store.example' "http://$at/" | grep Welcome || return 1
  kube patch ingress shop --type=json -p '[{"op":"replace","path":"/spec/rules/0/host","value":"shop.example"}]'
}

ingress_tls() {
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$scratch/tls.key" -out "$scratch/tls.crt" -days 2 -subj /CN=safe.example \
    -addext subjectAltName=DNS:safe.example || return 1
  docker cp "$scratch/tls.key" deckhand-test-cluster:/tls.key; docker cp "$scratch/tls.crt" deckhand-test-cluster:/tls.crt
  kube create secret tls safe --key /tls.key --cert /tls.crt || return 1
  apply ingress-tls || return 1
  within 5 curl -sf --cacert "$scratch/tls.crt" --resolve "safe.example:443:$(node_address)" https://safe.example/ | grep Welcome
}

balancer_answers() {
  kube expose deployment web --name=front --type=LoadBalancer --port=8080 --target-port=80 || return 1
  kube expose deployment web --name=late --type=LoadBalancer --port=8080 --target-port=80 || return 1
  local at; at=$(node_address)
  within 5 sh -c "docker exec deckhand-test-cluster kubectl get service front -o jsonpath='{.status.loadBalancer.ingress[0].ip}' | grep '$at'" || return 1
  within 5 curl -sf "http://$at:8080/" | grep Welcome || return 1
  [ -z "$(kube get service late -o jsonpath='{.status.loadBalancer.ingress}')" ] || return 1
  within 5 sh -c 'docker exec deckhand-test-cluster kubectl get events | grep "late.*default/front"' || return 1
  kube delete service front || return 1
  within 5 sh -c "docker exec deckhand-test-cluster kubectl get service late -o jsonpath='{.status.loadBalancer.ingress[0].ip}' | grep '$at'"
}

top_answers() {
  within 30 kube top nodes || return 1
  within 30 sh -c 'docker exec deckhand-test-cluster kubectl top pods | grep "^web.*Mi"'
}

autoscaler_scales() {
  apply busy || return 1
  kube autoscale deployment busy --min=1 --max=3 --cpu=50% || return 1
  within 60 sh -c '[ "$(docker exec deckhand-test-cluster kubectl get deployment busy -o jsonpath="{.spec.replicas}")" = 3 ]' || { kube describe hpa busy; return 1; }
  kube get hpa busy
  kube delete hpa busy && kube delete deployment busy
}

claim_binds() {
  apply claim || return 1
  cargo_pod 'id -u > /cargo/owner' && cargo_pod 'grep -q 1000 /cargo/owner' || return 1
  local volume; volume=$(kube get pvc cargo -o jsonpath='{.spec.volumeName}')
  kube delete pvc cargo || return 1
  within 20 sh -c "! docker exec deckhand-test-cluster kubectl get pv $volume 2>/dev/null && ! docker exec deckhand-test-cluster sh -c 'ls /var/lib/rancher/k3s/storage | grep pvc-'"
}

# Runs a script to its end in a Pod with the claim, as a user other than root.
cargo_pod() {
  kube apply -f - <<Y || return 1
apiVersion: v1
kind: Pod
metadata: {name: carrier}
spec:
  restartPolicy: Never
  securityContext: {runAsUser: 1000}
  containers: [{name: c, image: "busybox:1.37", command: [sh, -c, "$1"], volumeMounts: [{name: v, mountPath: /cargo}]}]
  volumes: [{name: v, persistentVolumeClaim: {claimName: cargo}}]
Y
  within 30 sh -c 'docker exec deckhand-test-cluster kubectl get pod carrier -o jsonpath="{.status.phase}" | grep -E "Succeeded|Failed"' | grep Succeeded || { kube describe pod carrier; return 1; }
  kube delete pod carrier --now
}

jobs_run() {
  kube create job once --image=busybox:1.37 -- sh -c 'exit 0' && kube wait --for=condition=Complete job/once --timeout=30s || return 1
  kube create cronjob often --image=busybox:1.37 --schedule='* * * * *' -- true || return 1
  kube get cronjob often && kube delete cronjob often
}

namespace_goes() {
  kube create namespace short && kube -n short create configmap a --from-literal=b=c && kube delete namespace short --timeout=30s
}
