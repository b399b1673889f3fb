package dev.deckhand.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTraceTest {

  private static final String WEB = "4f5e".repeat(16);
  private static final Instant BEGAN = AuditLogFixture.BEGAN;

  private final List<ActivityRecord> activityRecords = new ArrayList<>();

  private void call(String method, String path, String name, long from, long to, int status) {
    activityRecords.add(
        new ActivityRecord.EngineCall(
            "call-" + activityRecords.size(),
            "Docker-Client/28",
            method,
            path,
            name,
            BEGAN.plusMillis(from),
            BEGAN.plusMillis(to),
            status));
  }

  private void event(String type, String action, String key, String name, String with, long at) {
    activityRecords.add(
        new ActivityRecord.EngineEvent(
            "event-" + activityRecords.size(),
            type,
            action,
            key,
            name,
            with,
            "",
            BEGAN.plusMillis(at)));
  }

  private List<String> told() {
    Trace trace = Trace.of(new TraceWindow("docker run", BEGAN, Instant.MAX), activityRecords);
    return trace.events().stream()
        .map(traceEvent ->
            traceEvent.number()
                + " "
                + traceEvent.actor().name()
                + " "
                + (traceEvent.action()
                        instanceof TraceAction.EngineActed(var objectReference, var action, var _)
                    ? action + " " + objectReference
                    : ((TraceAction.EngineCalled) traceEvent.action()).path()
                        + " "
                        + traceEvent.object())
                + " <"
                + traceEvent.cause())
        .toList();
  }

  private void run() {
    call("HEAD", "/_ping", "", 1, 2, 200);
    call("POST", "/containers/create", "web", 3, 10, 201);
    event("container", "create", WEB, "web", "", 8);
    call("POST", "/containers/" + WEB + "/start", "", 11, 90, 204);
    event("network", "connect", "br", "bridge", WEB, 40);
    event("container", "start", WEB, "web", "", 80);
    event("container", "die", WEB, "web", "", 900);
    event("network", "disconnect", "br", "bridge", WEB, 950);
  }

  @Test
  void eachEventFollowsTheCallThatAskedForIt() {
    run();

    assertThat(told())
        .containsExactly(
            "1 docker /_ping  <0",
            "2 docker /containers/create container web <0",
            "3 engine create container web <2",
            "4 docker /containers/" + WEB + "/start container web <0",
            "5 engine connect network bridge <4",
            "6 engine start container web <4",
            "7 engine die container web <6",
            "8 engine disconnect network bridge <5");
  }

  @Test
  void commandsThatDeckhandRunsInAContainerAreNotTheLearners() {
    run();
    event("container", "exec_create: ls", WEB, "web", "e1", 300);
    event("container", "exec_start: ls", WEB, "web", "e1", 301);

    assertThat(told()).hasSize(8);
  }

  @Test
  void commandsThatTheLearnerRunsInAContainerAre() {
    run();
    call("POST", "/containers/" + WEB + "/exec", "", 300, 310, 201);
    event("container", "exec_create: ls", WEB, "web", "e1", 305);
    call("POST", "/exec/e1/start", "", 311, 320, 101);
    event("container", "exec_start: ls", WEB, "web", "e1", 315);

    assertThat(told())
        .contains(
            "8 engine exec_create: ls container web <7",
            "10 engine exec_start: ls container web <9");
  }

  @Test
  void whatBuildKitBuildsFollowsItsStreamsAndATagItsOwnCall() {
    call("POST", "/grpc", "", 1, 3, 101);
    event("image", "tag", "83c6".repeat(16), "mine:1", "", 400);
    call("POST", "/images/mine:1/tag", "", 500, 520, 201);
    event("image", "tag", "83c6".repeat(16), "mine:2", "", 510);

    assertThat(told())
        .containsExactly(
            "1 docker /grpc  <0",
            "2 engine tag image mine:1 <1",
            "3 docker /images/mine:1/tag image mine:1 <0",
            "4 engine tag image mine:2 <3");
  }

  @Test
  void whereNobodyNotesTheCallsTheEventsStandAlone() {
    event("container", "create", WEB, "web", "", 8);
    event("container", "start", WEB, "web", "", 80);
    event("container", "exec_create: ls", WEB, "web", "e1", 300);

    assertThat(told())
        .containsExactly("1 engine create container web <0", "2 engine start container web <1");
  }
}
