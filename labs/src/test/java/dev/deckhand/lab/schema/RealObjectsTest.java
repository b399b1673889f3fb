package dev.deckhand.lab.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What engines and clusters really return has only fields that the schema knows. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class RealObjectsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> flaws = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();

  @Test
  void noFieldOfAnEnginesObjectsIsRefused(SharedLabs sharedLabs) throws InterruptedException {
    SharedLabs.OpenedLab engine = sharedLabs.engine();
    for (String line :
        List.of(
            "docker network create --label a=b --subnet 10.99.0.0/24 --aux-address x=10.99.0.9 crew",
            "docker volume create --label a=b logbook",
            "docker run -d --name idle busybox:1.37 sleep 3600",
            "docker run -d --name busy --network crew --network-alias x -p 127.0.0.1::80/tcp"
                + " -v logbook:/log --mount type=tmpfs,target=/t,tmpfs-size=65536 --memory 64m"
                + " --cpus 0.5 --cap-add NET_ADMIN --dns 10.0.0.1 --add-host a:10.0.0.2"
                + " --label a=b --env A=b --restart on-failure:3 --ulimit nofile=99"
                + " --device /dev/null --health-cmd true --health-interval 1s --init"
                + " --blkio-weight 0 --sysctl net.ipv4.ip_forward=1 --stop-timeout 1"
                + " busybox:1.37 sleep 3600",
            "docker run --name gone busybox:1.37 true",
            "sleep 2")) {
      LabObservations.sh(engine.lab(), engine.folder(), line);
    }

    for (DockerKind kind : DockerKind.values()) {
      look(engine.lab(), new DockerObject(kind, null, Map.of()), "docker/v1", kind.kindName());
    }

    assertThat(flaws).isEmpty();
    assertThat(seen).hasSize(DockerKind.values().length);
  }

  @Test
  void noFieldOfAClustersObjectsIsRefused(SharedLabs sharedLabs) throws InterruptedException {
    SharedLabs.OpenedLab cluster = sharedLabs.cluster();
    for (String line :
        List.of(
            "kubectl create deployment front --image=nginx:1.30",
            "kubectl expose deployment front --port=80",
            "kubectl create job once --image=busybox:1.37 -- true",
            "kubectl create cronjob often --image=busybox:1.37 --schedule='*/5 * * * *' -- true",
            "kubectl create configmap note --from-literal=a=b",
            "kubectl create secret generic key --from-literal=a=b",
            "kubectl create quota q --hard=pods=20",
            "kubectl create ingress in --rule='a.example/*=front:80'",
            "kubectl create poddisruptionbudget p --selector=app=front --min-available=1",
            "kubectl autoscale deployment front --max=3 --cpu=50%",
            "kubectl rollout status deployment front --timeout=60s",
            "kubectl wait job/once --for=condition=complete --timeout=60s")) {
      LabObservations.sh(cluster.lab(), cluster.folder(), line);
    }

    new ApiSchema()
        .apiVersions()
        .forEach((version, kinds) ->
            kinds
                .keySet()
                .forEach(kind -> {
                  for (String namespace : List.of(RealLabsExtension.NAMESPACE, "kube-system")) {
                    var subject = new KubernetesObject(version, kind, null, namespace, Map.of());
                    look(cluster.lab(), subject, version, kind);
                  }
                }));

    assertThat(flaws).isEmpty();
    assertThat(seen)
        .contains(
            "Pod", "Deployment", "ReplicaSet", "Service", "Job", "Node", "Namespace", "Secret")
        .contains("ServiceAccount", "Event", "EndpointSlice", "ResourceQuota", "StorageClass");
  }

  private void look(Lab lab, Subject subject, String apiVersion, String kind) {
    // kinds that the cluster is too old for are unreachable
    if (!apiVersion.startsWith("helm/")
        && !apiVersion.startsWith("deckhand/")
        && lab.observe(subject) instanceof Observation.Snapshot(var objects)) {
      for (DataNode object : objects) {
        seen.add(kind);
        JsonNode tree = JSON.valueToTree(object.toJava());
        if (kind.equals("CustomResourceDefinition")) {
          // those of the Gateway API are longer than a check may be, by the descriptions in there
          tree.path("spec").path("versions").forEach(RealObjectsTest::withoutSchema);
        }
        flaws.addAll(Documents.flaws(apiVersion, kind, tree));
      }
    }
  }

  private static void withoutSchema(JsonNode version) {
    ((ObjectNode) version).remove("schema");
  }
}
