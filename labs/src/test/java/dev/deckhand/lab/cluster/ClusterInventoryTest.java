package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterInventoryTest {

  private static final ClusterInventory.Entry DNS =
      object("Deployment", "coredns", "\"uid\": \"dns\"");
  private static final ClusterInventory.Entry DNS_SERVICE =
      object("Service", "kube-dns", "\"uid\": \"dns-service\"");

  private final ClusterInventory initial = inventory(DNS, DNS_SERVICE);

  @Test
  void whatAControllerMadeLateForAnEarlierObjectStays() {
    var set = object("ReplicaSet", "coredns-7", "\"uid\": \"set\", " + ownedBy("dns"));
    var pod = object("Pod", "coredns-7-x", "\"uid\": \"pod\", " + ownedBy("set"));
    var endpoints = object("Endpoints", "kube-dns", "\"uid\": \"list\"");

    assertThat(created(set, pod, endpoints)).isEmpty();
  }

  @Test
  void whatTheLearnerMadeGoesWithAllThatControllersMadeForIt() {
    var front = object("Deployment", "front", "\"uid\": \"front\"");
    var set = object("ReplicaSet", "front-7", "\"uid\": \"set\", " + ownedBy("front"));
    var pod = object("Pod", "front-7-x", "\"uid\": \"pod\", " + ownedBy("set"));
    var endpoints = object("Endpoints", "front", "\"uid\": \"list\"");

    assertThat(created(front, set, pod, endpoints))
        .containsExactlyInAnyOrder("front", "front-7", "front-7-x", "front");
  }

  @Test
  void whatLostItsOwnerGoes() {
    assertThat(created(object("Pod", "orphan", "\"uid\": \"pod\", " + ownedBy("gone"))))
        .containsExactly("orphan");
  }

  @Test
  void objectsThatOwnEachOtherGo() {
    var one = object("ConfigMap", "one", "\"uid\": \"one\", " + ownedBy("two"));
    var two = object("ConfigMap", "two", "\"uid\": \"two\", " + ownedBy("one"));

    assertThat(created(one, two)).containsExactlyInAnyOrder("one", "two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"managedFields\": [{\"manager\": \"kubelet\"}, {\"manager\": \"deploy@k3s\"}]",
        "\"labels\": {\"objectset.rio.cattle.io/hash\": \"1\"}",
        "\"annotations\": {\"meta.helm.sh/release-namespace\": \"kube-system\"}",
        "\"labels\": {\"owner\": \"helm\", \"name\": \"traefik\"}",
      })
  void whatTheClusterDeploysLateStays(String mark) {
    assertThat(created(object("ConfigMap", "traefik", "\"uid\": \"late\", " + mark))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"managedFields\": [{\"manager\": \"kubectl-create\"}]",
        "\"labels\": {\"app\": \"traefik\"}",
        "\"annotations\": {\"meta.helm.sh/release-namespace\": \"shop\"}",
      })
  void whatTheLearnerPutsBesideItGoes(String mark) {
    assertThat(created(object("ConfigMap", "own", "\"uid\": \"own\", " + mark)))
        .containsExactly("own");
  }

  private List<String> created(ClusterInventory.Entry... late) {
    var all = new ArrayList<>(List.of(DNS, DNS_SERVICE));
    all.addAll(Arrays.asList(late));
    return inventory(all.toArray(ClusterInventory.Entry[]::new)).createdSince(initial).stream()
        .map(entry -> entry.metadata("name"))
        .toList();
  }

  private static ClusterInventory inventory(ClusterInventory.Entry... entries) {
    return new ClusterInventory(
        Stream.of(entries).collect(Collectors.toMap(ClusterInventory.Entry::key, entry -> entry)));
  }

  private static String ownedBy(String uid) {
    return "\"ownerReferences\": [{\"uid\": \"" + uid + "\"}]";
  }

  private static ClusterInventory.Entry object(String kind, String name, String metadata) {
    String json =
        "{\"metadata\": {\"namespace\": \"kube-system\", \"name\": \"%s\", %s}}"
            .formatted(name, metadata);
    try {
      return new ClusterInventory.Entry(
          new ResourceKind("v1", kind, kind.toLowerCase(java.util.Locale.ROOT) + "s", true),
          new JsonMapper().readTree(json));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }
}
