package dev.deckhand.trace;

import static dev.deckhand.trace.Log.DEPLOYMENTS;
import static dev.deckhand.trace.Log.GARBAGE;
import static dev.deckhand.trace.Log.KUBECTL;
import static dev.deckhand.trace.Log.KUBELET;
import static dev.deckhand.trace.Log.REPLICASETS;
import static dev.deckhand.trace.Log.SCHEDULER;
import static dev.deckhand.trace.Log.SLICES;
import static dev.deckhand.trace.Log.binding;
import static dev.deckhand.trace.Log.deployment;
import static dev.deckhand.trace.Log.pod;
import static dev.deckhand.trace.Log.replicaSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final Node NOTHING = new Node.Absent();

  /** {@code 3 ReplicaSet controller Created Pod shop/web-7d9-x <2}. */
  private static List<String> told(Trace trace) {
    return trace.acts().stream()
        .map(act ->
            act.number()
                + " "
                + act.by().name()
                + " "
                + act.deed().getClass().getSimpleName()
                + " "
                + act.thing()
                + " <"
                + act.cause())
        .toList();
  }

  private static final List<String> CREATION =
      List.of(
          "1 kubectl Asked Deployment shop/web <0",
          "2 API server Created Deployment shop/web <1",
          "3 deployment controller Created ReplicaSet shop/web-7d9 <2",
          "4 ReplicaSet controller Created Pod shop/web-7d9-x <3",
          "5 scheduler Bound Pod shop/web-7d9-x <4",
          "6 kubelet Told Pod shop/web-7d9-x <5",
          "7 kubelet Told Pod shop/web-7d9-x <6",
          "8 kubelet Reported Pod shop/web-7d9-x <7",
          "9 ReplicaSet controller Reported ReplicaSet shop/web-7d9 <8",
          "10 deployment controller Reported Deployment shop/web <9");

  @Test
  void tellsWhoReactedToWhomWhenADeploymentIsCreated() {
    assertThat(told(Log.creation().trace())).isEqualTo(CREATION);
  }

  @Test
  void entriesMayComeInAnyOrderAndTwice() {
    var clues = new ArrayList<>(Log.creation().clues());
    clues.addAll(Log.creation().clues());
    Collections.shuffle(clues, new Random(7));

    assertThat(told(Log.trace(clues))).isEqualTo(CREATION);
  }

  @Test
  void causesStandBeforeEffectsWhereTheClockShowsTheSame() {
    var tied =
        Log.creation().clues().stream()
            .map(clue -> (Clue.Request) clue)
            .map(request -> at(request, Log.BEGAN))
            .map(Clue.class::cast)
            .toList()
            .reversed();

    Trace trace = Log.trace(tied);

    assertThat(trace.acts()).hasSize(10);
    assertThat(trace.acts()).allMatch(act -> act.cause() < act.number());
    assertThat(trace.acts().subList(1, 5))
        .extracting(act -> act.by().name())
        .containsExactly(
            "API server", "deployment controller", "ReplicaSet controller", "scheduler");
  }

  private static Clue.Request at(Clue.Request old, Instant at) {
    return new Clue.Request(
        old.id(),
        old.user(),
        old.agent(),
        old.verb(),
        old.resource(),
        old.subresource(),
        old.namespace(),
        old.name(),
        at,
        at,
        old.status(),
        old.why(),
        old.dryRun(),
        old.sent(),
        old.became());
  }

  @Test
  void whatHappensElsewhereIsCountedAndNotTold() {
    Log log = Log.creation();
    log.entry(REPLICASETS, "create", "pods", "other", "", 201, "", pod("db-1-y", "db-1", "Pending"))
        .entry(SCHEDULER, "create", "pods/binding", "other", "db-1-y", 201, "", binding("deckhand"))
        .entry("system:admin", "list", "pods", "", 200, NOTHING);

    Trace trace = log.trace();

    assertThat(trace.others()).isEqualTo(2);
    assertThat(told(trace)).hasSize(11).last().isEqualTo("11 kubectl Asked Pod shop <0");
  }

  @Test
  void deckhandsOwnRequestsAreNobodysDoing() {
    var log = Log.creation();
    var looked = (Clue.Request) log.clues().getFirst();
    log.clues()
        .add(
            new Clue.Request(
                "own",
                "system:admin",
                "deckhand",
                "create",
                "namespaces",
                "",
                "shop",
                "shop",
                looked.at(),
                looked.at(),
                201,
                "",
                false,
                NOTHING,
                NOTHING));

    assertThat(told(log.trace())).isEqualTo(CREATION);
  }

  @Test
  void whatWasDoneBeforeOrByTheNextScriptIsNoPartOfIt() {
    Log log = Log.creation();
    log.entry(KUBECTL, "create", "services", "web", 201, NOTHING);
    var last = log.clues().getLast().at();

    Trace until = Trace.of(new Window("kubectl do", Log.BEGAN, last.minusNanos(1)), log.clues());
    Trace later = Trace.of(new Window("kubectl do", last, Instant.MAX), log.clues());

    assertThat(told(until)).isEqualTo(CREATION);
    assertThat(told(later))
        .containsExactly(
            "1 kubectl Asked Service shop/web <0", "2 API server Created Service shop/web <1");
  }

  @Test
  void aRefusedRequestIsTheApiServersDoingAndLeadsToNothing() {
    for (int status : List.of(403, 409, 422)) {
      Trace trace =
          new Log()
              .now()
              .entry(KUBECTL, "create", "deployments", "shop", "web", status, "because", NOTHING)
              .entry(
                  DEPLOYMENTS, "create", "replicasets", "web-7d9", 201, replicaSet("web-7d9", 1, 0))
              .trace();

      assertThat(told(trace))
          .containsExactly(
              "1 kubectl Asked Deployment shop/web <0",
              "2 API server Created Deployment shop/web <1");
      assertThat(trace.acts().get(1).outcome()).isEqualTo(new Outcome.Refused(status, "because"));
      assertThat(trace.others()).isEqualTo(1);
    }
  }

  @Test
  void deletionGoesDownTheFamily() {
    Log log =
        Log.creation()
            .entry(KUBECTL, "delete", "deployments", "web", 200, NOTHING)
            .entry(GARBAGE, "delete", "replicasets", "web-7d9", 200, NOTHING)
            .entry(GARBAGE, "delete", "pods", "web-7d9-x", 200, NOTHING)
            .event(KUBELET, "Normal", "Killing", "Pod", "web-7d9-x");
    Instant deleted = log.clues().get(9).at();

    Trace trace = Trace.of(new Window("kubectl delete", deleted, Instant.MAX), log.clues());

    assertThat(told(trace))
        .containsExactly(
            "1 kubectl Asked Deployment shop/web <0",
            "2 API server Deleted Deployment shop/web <1",
            "3 garbage collector Deleted ReplicaSet shop/web-7d9 <2",
            "4 garbage collector Deleted Pod shop/web-7d9-x <3",
            "5 kubelet Told Pod shop/web-7d9-x <4");
  }

  @Test
  void aPodThatIsDeletedIsReplaced() {
    Log log =
        Log.creation()
            .entry(KUBECTL, "delete", "pods", "web-7d9-x", 200, NOTHING)
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-y", "web-7d9", "Pending"));
    Instant deleted = log.clues().get(9).at();

    Trace trace = Trace.of(new Window("kubectl delete", deleted, Instant.MAX), log.clues());

    assertThat(told(trace))
        .endsWith(
            "2 API server Deleted Pod shop/web-7d9-x <1",
            "3 ReplicaSet controller Created Pod shop/web-7d9-y <2");
  }

  @Test
  void aRolloutGoesOnWhenTheNewPodsAreReady() {
    Log log =
        Log.creation()
            .entry(KUBECTL, "patch", "deployments", "web", 200, deployment(1, 1))
            .entry(
                DEPLOYMENTS, "create", "replicasets", "web-8aa", 201, replicaSet("web-8aa", 1, 0))
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-8aa-z", "web-8aa", "Pending"))
            .entry(
                KUBELET,
                "patch",
                "pods/status",
                "web-8aa-z",
                200,
                pod("web-8aa-z", "web-8aa", "Running"))
            .entry(
                REPLICASETS,
                "update",
                "replicasets/status",
                "web-8aa",
                200,
                replicaSet("web-8aa", 1, 1))
            .entry(
                DEPLOYMENTS, "update", "replicasets", "web-7d9", 200, replicaSet("web-7d9", 0, 1))
            .entry(REPLICASETS, "delete", "pods", "web-7d9-x", 200, NOTHING);
    Instant set = log.clues().get(9).at();

    Trace trace = Trace.of(new Window("kubectl set image", set, Instant.MAX), log.clues());

    assertThat(told(trace))
        .endsWith(
            "3 deployment controller Created ReplicaSet shop/web-8aa <2",
            "4 ReplicaSet controller Created Pod shop/web-8aa-z <3",
            "5 kubelet Reported Pod shop/web-8aa-z <4",
            "6 ReplicaSet controller Reported ReplicaSet shop/web-8aa <5",
            "7 deployment controller Changed ReplicaSet shop/web-7d9 <6",
            "8 ReplicaSet controller Deleted Pod shop/web-7d9-x <7");
    assertThat(trace.acts().get(6).deed())
        .isEqualTo(
            new Deed.Changed(
                new Thing("ReplicaSet", "shop", "web-7d9"),
                List.of(new Change("spec.replicas", "1", "0")),
                ""));
  }

  @Test
  void scalingTellsFromHowManyToHowMany() {
    Node scale = Node.of(Map.of("kind", "Scale", "spec", Map.of("replicas", 3)));
    Log log =
        Log.creation()
            .entry(KUBECTL, "patch", "deployments/scale", "web", 200, scale)
            .entry(
                DEPLOYMENTS, "update", "replicasets", "web-7d9", 200, replicaSet("web-7d9", 3, 1))
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-b", "web-7d9", "Pending"))
            .entry(SCHEDULER, "create", "pods/binding", "web-7d9-b", 201, binding("deckhand"))
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-c", "web-7d9", "Pending"));
    Instant scaled = log.clues().get(9).at();

    Trace trace = Trace.of(new Window("kubectl scale", scaled, Instant.MAX), log.clues());

    assertThat(trace.acts().get(1).deed())
        .isEqualTo(
            new Deed.Changed(
                new Thing("Deployment", "shop", "web"),
                List.of(new Change("spec.replicas", "1", "3")),
                ""));
    assertThat(told(trace))
        .endsWith(
            "3 deployment controller Changed ReplicaSet shop/web-7d9 <2",
            "4 ReplicaSet controller Created Pod shop/web-7d9-b <3",
            "5 scheduler Bound Pod shop/web-7d9-b <4",
            "6 ReplicaSet controller Created Pod shop/web-7d9-c <3");
  }

  @Test
  void anImageThatCannotBePulledIsToldOnceHoweverOftenItIsTried() {
    Log log = Log.creation();
    for (int i = 0; i < 3; i++) {
      log.event(KUBELET, "Warning", "Failed", "Pod", "web-7d9-x");
    }

    Act failed = log.trace().acts().getLast();

    assertThat(failed.deed())
        .isEqualTo(
            new Deed.Told(
                new Thing("Pod", "shop", "web-7d9-x"), "Failed", "about web-7d9-x", true));
    assertThat(failed.times()).isEqualTo(3);
  }

  @Test
  void whatControllersSayOfTheirOwnDeedsIsNotToldTwice() {
    Log log =
        Log.creation()
            .event(DEPLOYMENTS, "Normal", "ScalingReplicaSet", "Deployment", "web")
            .event(REPLICASETS, "Warning", "FailedCreate", "ReplicaSet", "web-7d9");

    assertThat(told(log.trace()))
        .hasSize(11)
        .last()
        .isEqualTo("11 ReplicaSet controller Told ReplicaSet shop/web-7d9 <3");
  }

  @Test
  void addressesFollowThePodsThatTheyAreOf() {
    Node slice =
        Node.of(
            Map.of(
                "kind",
                "EndpointSlice",
                "metadata",
                Map.of("name", "web-q", "labels", Map.of("kubernetes.io/service-name", "web")),
                "endpoints",
                List.of(
                    Map.of(
                        "addresses",
                        List.of("10.42.0.5"),
                        "conditions",
                        Map.of("ready", true),
                        "targetRef",
                        Map.of("kind", "Pod", "name", "web-7d9-x")))));
    Trace trace =
        Log.creation().entry(SLICES, "update", "endpointslices", "web-q", 200, slice).trace();

    assertThat(told(trace))
        .last()
        .isEqualTo("11 EndpointSlice controller Reported EndpointSlice shop/web-q <8");
    assertThat(trace.acts().getLast().deed())
        .extracting("standing")
        .isEqualTo("addresses 10.42.0.5");
  }

  @Test
  void goesOnFromWhatWasToldWithoutChangingItsNumbers() {
    List<Clue> all = Log.creation().clues();
    var late = new ArrayList<>(all);
    Clue missing = late.remove(3);
    Trace told = Log.trace(late);

    Trace more = Log.trace(all).after(told);

    assertThat(more.acts().subList(0, 9)).isEqualTo(told.acts());
    assertThat(more.acts()).hasSize(10);
    assertThat(more.acts().getLast().id()).isEqualTo(missing.id());
    assertThat(more.acts().getLast().cause()).isEqualTo(4);
  }
}
