package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.manual.ManualLookupResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kinds and versions that a cluster comes to have, or does not have. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClusterKindsTest {

  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void setUp(SharedLabs shared) throws InterruptedException {
    cluster = shared.cluster();
  }

  private String sh(String line) {
    return LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  @Test
  void clearRemovesDefinitionsThatTheClusterNeverServes() throws InterruptedException {
    // two definitions of one kind: the second is refused its names, and never discovered
    for (String plural : List.of("boats", "ships")) {
      sh(
          """
          kubectl create -f - <<'END'
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata: {name: %1$s.harbour.test}
          spec:
            group: harbour.test
            scope: Namespaced
            names: {plural: %1$s, singular: boat, kind: Boat}
            versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object}}
          END
          """
              .formatted(plural));
    }

    cluster.lab().clear();

    assertThat(sh("kubectl get crd -o name")).doesNotContain("harbour.test");
  }

  @Test
  void aKindThatIsNotInstalledIsNotThereUntilItIs() {
    var ark = LabObservations.object("sea.deckhand.dev/v1", "Boat", "ark");
    var seen = new CompletableFuture<Observation>();
    assertThat(LabObservations.seen(cluster.lab(), ark)).isEmpty();

    try (Watch _ =
        cluster
            .lab()
            .watch(
                List.of(ark),
                subjectObservation -> {
                  if (!subjectObservation
                      .observation()
                      .equals(new Observation.Snapshot(List.of()))) {
                    seen.complete(subjectObservation.observation());
                  }
                })) {
      sh("kubectl apply -f - <<'Y'\n" + BOATS + "Y\n" + ESTABLISHED);
      sh(
          "for try in 1 2 3 4 5 6 7 8 9; do kubectl apply -f - <<'Y' && break\n"
              + ARK
              + "Y\nsleep 0.5; done");

      assertThat(seen.orTimeout(60, TimeUnit.SECONDS).join())
          .isInstanceOfSatisfying(
              Observation.Snapshot.class, boats -> assertThat(boats.objects()).hasSize(1));
    }
  }

  private static final String ESTABLISHED =
      "kubectl wait --for=condition=established crd/boats.sea.deckhand.dev --timeout=20s";

  private static final String ARK =
      """
      apiVersion: sea.deckhand.dev/v1
      kind: Boat
      metadata: {name: ark}
      """;

  private static final String BOATS =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: boats.sea.deckhand.dev}
      spec:
        group: sea.deckhand.dev
        scope: Namespaced
        names: {kind: Boat, plural: boats, singular: boat}
        versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
      """;

  /** Ships are in an older version than the one that their group prefers. */
  private static final String FLEET =
      """
      kubectl apply -f - <<'END' && kubectl wait --for=condition=Established crd -l fleet=yes --timeout=20s
      {apiVersion: v1, kind: List, items: [%s, %s]}
      END
      """
          .formatted(definition("boats", "Boat", "v1"), definition("ships", "Ship", "v1alpha1"));

  private static String definition(String plural, String kind, String version) {
    return """
    {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,
     metadata: {name: %1$s.fleet.test, labels: {fleet: "yes"}},
     spec: {group: fleet.test, scope: Namespaced, names: {plural: %1$s, kind: %2$s},
      versions: [{name: %3$s, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]}}\
    """
        .formatted(plural, kind, version);
  }

  @Test
  void clearTakesAwayWhatOnlyAnOlderVersionOfAGroupHas() throws InterruptedException {
    sh(FLEET);
    sh(
        """
        for try in 1 2 3 4 5 6 7 8 9; do kubectl create -f - <<'END' && break
        {apiVersion: fleet.test/v1alpha1, kind: Ship, metadata: {name: ark}}
        END
        sleep 0.5; done\
        """);
    assertThat(cluster.lab().names(new NameQuery.Objects("ships", ""))).contains("ark");

    cluster.lab().clear();

    assertThat(sh("kubectl get crd -o name")).doesNotContain("fleet.test");
  }

  @Test
  void anObjectWhoseFieldsTheNamedVersionDoesNotHaveIsNotJudged() {
    var scaler = LabObservations.object("autoscaling/v2beta2", "HorizontalPodAutoscaler", "scaled");
    assertThat(LabObservations.seen(cluster.lab(), scaler)).isEmpty();

    sh("kubectl create deployment scaled --image=nginx:1.30 --replicas=0");
    sh("kubectl autoscale deployment scaled --max=3 --cpu=50%");

    assertThat(cluster.lab().observe(scaler))
        .isInstanceOfSatisfying(
            Observation.Unreachable.class,
            unknown -> assertThat(unknown.reason()).contains("autoscaling/v2,"));
    LabObservations.await(cluster.lab(), scaler, seen -> seen instanceof Observation.Unreachable);
    sh("kubectl delete deployment/scaled hpa/scaled --now");
  }

  @Test
  void aKindThatIsServedInOtherVersionsAloneIsNeitherThereNorAbsent() {
    sh(FLEET);
    var moved = LabObservations.object("fleet.test/v2", "Ship", "ark");
    var other = LabObservations.object("events.k8s.io/v2", "PodDisruptionBudget", "pdb");

    LabObservations.await(cluster.lab(), moved, seen -> seen instanceof Observation.Unreachable);
    assertThat(cluster.lab().observe(moved))
        .isEqualTo(
            new Observation.Unreachable(
                "This cluster serves Ship in fleet.test/v1alpha1, and not in fleet.test/v2.",
                "Tell the lesson's author: the check wants one of these versions."));
    assertThat(cluster.lab().observe(other))
        .isInstanceOfSatisfying(
            Observation.Unreachable.class,
            unreachable -> assertThat(unreachable.reason()).contains("in policy/v1,"));
  }

  @Test
  void saysWhatAKindAndItsFieldsAreInTheClustersOwnWords() {
    var manual = cluster.lab().manual().orElseThrow();

    assertThat(manual.lookUp("deploy.spec.replicas"))
        .isInstanceOfSatisfying(
            ManualLookupResult.Found.class,
            found -> {
              assertThat(found.entry().path()).isEqualTo("Deployment.spec.replicas");
              assertThat(found.entry().apiVersion()).isEqualTo("apps/v1");
              assertThat(found.entry().type()).isEqualTo("integer");
              assertThat(found.entry().description()).contains("Number of desired pods");
            });
    assertThat(manual.lookUp("pod.spec.containers"))
        .isInstanceOfSatisfying(
            ManualLookupResult.Found.class,
            found ->
                assertThat(found.entry().fields())
                    .anyMatch(field -> field.name().equals("name") && field.required()));
    assertThat(manual.lookUp("ingress.spec"))
        .isInstanceOfSatisfying(
            ManualLookupResult.Found.class,
            found -> assertThat(found.entry().apiVersion()).startsWith("networking.k8s.io/"));
    assertThat(manual.lookUp("deploymnt"))
        .isEqualTo(new ManualLookupResult.NotFound("deploymnt", "", List.of("Deployment")));
    assertThat(manual.lookUp("Deployment.spec.replica"))
        .isEqualTo(
            new ManualLookupResult.NotFound("replica", "Deployment.spec", List.of("replicas")));
  }

  @Test
  void explainsKindsThatCameLater() throws InterruptedException {
    // one of the same name that was there before, and is remembered
    sh(FLEET);
    assertThat(cluster.lab().names(new NameQuery.Objects("boats", ""))).isEmpty();
    sh("kubectl delete crd -l fleet=yes");
    sh(
        """
        kubectl apply -f - <<'EOF' && kubectl wait --for=condition=Established crd/boats.harbour.example
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: boats.harbour.example}
        spec:
          group: harbour.example
          scope: Namespaced
          names: {plural: boats, singular: boat, kind: Boat}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  sails: {type: integer, description: How many sails it has.}
        EOF
        """);
    var manual = cluster.lab().manual().orElseThrow();

    // the server publishes a new kind's description a moment after it accepts the kind
    ManualLookupResult manualLookupResult = manual.lookUp("boat.sails");
    for (int tries = 0;
        tries < 100 && !(manualLookupResult instanceof ManualLookupResult.Found);
        tries++) {
      Thread.sleep(Duration.ofMillis(200));
      manualLookupResult = manual.lookUp("boat.sails");
    }
    assertThat(manualLookupResult)
        .isInstanceOfSatisfying(
            ManualLookupResult.Found.class,
            found -> assertThat(found.entry().description()).isEqualTo("How many sails it has."));
  }
}
