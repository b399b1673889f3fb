package dev.deckhand.trace;

import static dev.deckhand.trace.AuditLogFixture.DEPLOYMENTS;
import static dev.deckhand.trace.AuditLogFixture.GARBAGE;
import static dev.deckhand.trace.AuditLogFixture.KUBECTL;
import static dev.deckhand.trace.AuditLogFixture.KUBELET;
import static dev.deckhand.trace.AuditLogFixture.REPLICASETS;
import static dev.deckhand.trace.AuditLogFixture.SCHEDULER;
import static dev.deckhand.trace.AuditLogFixture.SLICES;
import static dev.deckhand.trace.AuditLogFixture.binding;
import static dev.deckhand.trace.AuditLogFixture.deployment;
import static dev.deckhand.trace.AuditLogFixture.pod;
import static dev.deckhand.trace.AuditLogFixture.replicaSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.pattern.DataNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final DataNode NOTHING = new DataNode.Absent();

  /** {@code 3 ReplicaSet controller Created Pod shop/web-7d9-x <2}. */
  private static List<String> told(Trace trace) {
    return trace.events().stream()
        .map(traceEvent ->
            traceEvent.number()
                + " "
                + traceEvent.actor().name()
                + " "
                + traceEvent.action().getClass().getSimpleName()
                + " "
                + traceEvent.object()
                + " <"
                + traceEvent.cause())
        .toList();
  }

  private static final List<String> CREATION =
      List.of(
          "1 kubectl Requested Deployment shop/web <0",
          "2 API server Created Deployment shop/web <1",
          "3 deployment controller Created ReplicaSet shop/web-7d9 <2",
          "4 ReplicaSet controller Created Pod shop/web-7d9-x <3",
          "5 scheduler Bound Pod shop/web-7d9-x <4",
          "6 kubelet EventReported Pod shop/web-7d9-x <5",
          "7 kubelet EventReported Pod shop/web-7d9-x <6",
          "8 kubelet StatusReported Pod shop/web-7d9-x <7",
          "9 ReplicaSet controller StatusReported ReplicaSet shop/web-7d9 <8",
          "10 deployment controller StatusReported Deployment shop/web <9");

  @Test
  void tellsWhoReactedToWhomWhenADeploymentIsCreated() {
    assertThat(told(AuditLogFixture.creation().trace())).isEqualTo(CREATION);
  }

  @Test
  void entriesMayComeInAnyOrderAndTwice() {
    var activityRecords = new ArrayList<>(AuditLogFixture.creation().records());
    activityRecords.addAll(AuditLogFixture.creation().records());
    Collections.shuffle(activityRecords, new Random(7));

    assertThat(told(AuditLogFixture.trace(activityRecords))).isEqualTo(CREATION);
  }

  @Test
  void causesStandBeforeEffectsWhereTheClockShowsTheSame() {
    var tied =
        AuditLogFixture.creation().records().stream()
            .map(activityRecord -> (ActivityRecord.ApiRequest) activityRecord)
            .map(apiRequest -> at(apiRequest, AuditLogFixture.BEGAN))
            .map(ActivityRecord.class::cast)
            .toList()
            .reversed();

    Trace trace = AuditLogFixture.trace(tied);

    assertThat(trace.events()).hasSize(10);
    assertThat(trace.events()).allMatch(traceEvent -> traceEvent.cause() < traceEvent.number());
    assertThat(trace.events().subList(1, 5))
        .extracting(traceEvent -> traceEvent.actor().name())
        .containsExactly(
            "API server", "deployment controller", "ReplicaSet controller", "scheduler");
  }

  private static ActivityRecord.ApiRequest at(ActivityRecord.ApiRequest old, Instant at) {
    return new ActivityRecord.ApiRequest(
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
        old.reason(),
        old.dryRun(),
        old.requestObject(),
        old.responseObject());
  }

  @Test
  void whatHappensElsewhereIsCountedAndNotTold() {
    AuditLogFixture auditLogFixture = AuditLogFixture.creation();
    auditLogFixture
        .entry(
            REPLICASETS, "create", "pods", "other", "", 201, "", pod("db-1-y", "db-1", "Pending"))
        .entry(SCHEDULER, "create", "pods/binding", "other", "db-1-y", 201, "", binding("deckhand"))
        .entry("system:admin", "list", "pods", "", 200, NOTHING);

    Trace trace = auditLogFixture.trace();

    assertThat(trace.unrelatedCount()).isEqualTo(2);
    assertThat(told(trace)).hasSize(11).last().isEqualTo("11 kubectl Requested Pod shop <0");
  }

  @Test
  void deckhandsOwnRequestsAreNobodysDoing() {
    var auditLogFixture = AuditLogFixture.creation();
    var looked = (ActivityRecord.ApiRequest) auditLogFixture.records().getFirst();
    auditLogFixture
        .records()
        .add(
            new ActivityRecord.ApiRequest(
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

    assertThat(told(auditLogFixture.trace())).isEqualTo(CREATION);
  }

  @Test
  void whatWasDoneBeforeOrByTheNextScriptIsNoPartOfIt() {
    AuditLogFixture auditLogFixture = AuditLogFixture.creation();
    auditLogFixture.entry(KUBECTL, "create", "services", "web", 201, NOTHING);
    var last = auditLogFixture.records().getLast().at();

    Trace until =
        Trace.of(
            new TraceWindow("kubectl do", AuditLogFixture.BEGAN, last.minusNanos(1)),
            auditLogFixture.records());
    Trace later =
        Trace.of(new TraceWindow("kubectl do", last, Instant.MAX), auditLogFixture.records());

    assertThat(told(until)).isEqualTo(CREATION);
    assertThat(told(later))
        .containsExactly(
            "1 kubectl Requested Service shop/web <0", "2 API server Created Service shop/web <1");
  }

  @Test
  void aRefusedRequestIsTheApiServersDoingAndLeadsToNothing() {
    for (int status : List.of(403, 409, 422)) {
      Trace trace =
          new AuditLogFixture()
              .now()
              .entry(KUBECTL, "create", "deployments", "shop", "web", status, "because", NOTHING)
              .entry(
                  DEPLOYMENTS, "create", "replicasets", "web-7d9", 201, replicaSet("web-7d9", 1, 0))
              .trace();

      assertThat(told(trace))
          .containsExactly(
              "1 kubectl Requested Deployment shop/web <0",
              "2 API server Created Deployment shop/web <1");
      assertThat(trace.events().get(1).outcome())
          .isEqualTo(new ActionOutcome.Refused(status, "because"));
      assertThat(trace.unrelatedCount()).isEqualTo(1);
    }
  }

  @Test
  void deletionGoesDownTheFamily() {
    AuditLogFixture auditLogFixture =
        AuditLogFixture.creation()
            .entry(KUBECTL, "delete", "deployments", "web", 200, NOTHING)
            .entry(GARBAGE, "delete", "replicasets", "web-7d9", 200, NOTHING)
            .entry(GARBAGE, "delete", "pods", "web-7d9-x", 200, NOTHING)
            .event(KUBELET, "Normal", "Killing", "Pod", "web-7d9-x");
    Instant deleted = auditLogFixture.records().get(9).at();

    Trace trace =
        Trace.of(
            new TraceWindow("kubectl delete", deleted, Instant.MAX), auditLogFixture.records());

    assertThat(told(trace))
        .containsExactly(
            "1 kubectl Requested Deployment shop/web <0",
            "2 API server Deleted Deployment shop/web <1",
            "3 garbage collector Deleted ReplicaSet shop/web-7d9 <2",
            "4 garbage collector Deleted Pod shop/web-7d9-x <3",
            "5 kubelet EventReported Pod shop/web-7d9-x <4");
  }

  @Test
  void aPodThatIsDeletedIsReplaced() {
    AuditLogFixture auditLogFixture =
        AuditLogFixture.creation()
            .entry(KUBECTL, "delete", "pods", "web-7d9-x", 200, NOTHING)
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-y", "web-7d9", "Pending"));
    Instant deleted = auditLogFixture.records().get(9).at();

    Trace trace =
        Trace.of(
            new TraceWindow("kubectl delete", deleted, Instant.MAX), auditLogFixture.records());

    assertThat(told(trace))
        .endsWith(
            "2 API server Deleted Pod shop/web-7d9-x <1",
            "3 ReplicaSet controller Created Pod shop/web-7d9-y <2");
  }

  @Test
  void aRolloutGoesOnWhenTheNewPodsAreReady() {
    AuditLogFixture auditLogFixture =
        AuditLogFixture.creation()
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
    Instant set = auditLogFixture.records().get(9).at();

    Trace trace =
        Trace.of(new TraceWindow("kubectl set image", set, Instant.MAX), auditLogFixture.records());

    assertThat(told(trace))
        .endsWith(
            "3 deployment controller Created ReplicaSet shop/web-8aa <2",
            "4 ReplicaSet controller Created Pod shop/web-8aa-z <3",
            "5 kubelet StatusReported Pod shop/web-8aa-z <4",
            "6 ReplicaSet controller StatusReported ReplicaSet shop/web-8aa <5",
            "7 deployment controller Changed ReplicaSet shop/web-7d9 <6",
            "8 ReplicaSet controller Deleted Pod shop/web-7d9-x <7");
    assertThat(trace.events().get(6).action())
        .isEqualTo(
            new TraceAction.Changed(
                new ObjectReference("ReplicaSet", "shop", "web-7d9"),
                List.of(new FieldChange("spec.replicas", "1", "0")),
                ""));
  }

  @Test
  void scalingTellsFromHowManyToHowMany() {
    DataNode scale = DataNode.of(Map.of("kind", "Scale", "spec", Map.of("replicas", 3)));
    AuditLogFixture auditLogFixture =
        AuditLogFixture.creation()
            .entry(KUBECTL, "patch", "deployments/scale", "web", 200, scale)
            .entry(
                DEPLOYMENTS, "update", "replicasets", "web-7d9", 200, replicaSet("web-7d9", 3, 1))
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-b", "web-7d9", "Pending"))
            .entry(SCHEDULER, "create", "pods/binding", "web-7d9-b", 201, binding("deckhand"))
            .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-c", "web-7d9", "Pending"));
    Instant scaled = auditLogFixture.records().get(9).at();

    Trace trace =
        Trace.of(new TraceWindow("kubectl scale", scaled, Instant.MAX), auditLogFixture.records());

    assertThat(trace.events().get(1).action())
        .isEqualTo(
            new TraceAction.Changed(
                new ObjectReference("Deployment", "shop", "web"),
                List.of(new FieldChange("spec.replicas", "1", "3")),
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
    AuditLogFixture auditLogFixture = AuditLogFixture.creation();
    for (int i = 0; i < 3; i++) {
      auditLogFixture.event(KUBELET, "Warning", "Failed", "Pod", "web-7d9-x");
    }

    TraceEvent failed = auditLogFixture.trace().events().getLast();

    assertThat(failed.action())
        .isEqualTo(
            new TraceAction.EventReported(
                new ObjectReference("Pod", "shop", "web-7d9-x"),
                "Failed",
                "about web-7d9-x",
                true));
    assertThat(failed.times()).isEqualTo(3);
  }

  @Test
  void whatControllersSayOfTheirOwnDeedsIsNotToldTwice() {
    AuditLogFixture auditLogFixture =
        AuditLogFixture.creation()
            .event(DEPLOYMENTS, "Normal", "ScalingReplicaSet", "Deployment", "web")
            .event(REPLICASETS, "Warning", "FailedCreate", "ReplicaSet", "web-7d9");

    assertThat(told(auditLogFixture.trace()))
        .hasSize(11)
        .last()
        .isEqualTo("11 ReplicaSet controller EventReported ReplicaSet shop/web-7d9 <3");
  }

  @Test
  void addressesFollowThePodsThatTheyAreOf() {
    DataNode slice =
        DataNode.of(
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
        AuditLogFixture.creation()
            .entry(SLICES, "update", "endpointslices", "web-q", 200, slice)
            .trace();

    assertThat(told(trace))
        .last()
        .isEqualTo("11 EndpointSlice controller StatusReported EndpointSlice shop/web-q <8");
    assertThat(trace.events().getLast().action())
        .extracting("status")
        .isEqualTo("addresses 10.42.0.5");
  }

  @Test
  void goesOnFromWhatWasToldWithoutChangingItsNumbers() {
    List<ActivityRecord> all = AuditLogFixture.creation().records();
    var late = new ArrayList<>(all);
    ActivityRecord missing = late.remove(3);
    Trace told = AuditLogFixture.trace(late);

    Trace more = AuditLogFixture.trace(all).continuing(told);

    assertThat(more.events().subList(0, 9)).isEqualTo(told.events());
    assertThat(more.events()).hasSize(10);
    assertThat(more.events().getLast().id()).isEqualTo(missing.id());
    assertThat(more.events().getLast().cause()).isEqualTo(4);
  }
}
