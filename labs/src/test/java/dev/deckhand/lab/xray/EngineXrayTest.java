package dev.deckhand.lab.xray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceAction;
import dev.deckhand.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class EngineXrayTest {

  private SharedLabs.OpenedLab engine;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    engine = shared.engine();
  }

  private String sh(String line) {
    return LabObservations.sh(engine.lab(), engine.folder(), line).strip();
  }

  private static String words(TraceEvent traceEvent) {
    return switch (traceEvent.action()) {
      case TraceAction.EngineCalled(var _, var method, var path) ->
          method + " " + path.replaceAll("[0-9a-f]{64}", "ID");
      case TraceAction.EngineActed(var objectReference, var action, var detail) ->
          (action + " " + objectReference + " " + detail).strip();
      default -> traceEvent.action().toString();
    };
  }

  private static boolean has(Trace trace, String words) {
    return trace.events().stream().anyMatch(traceEvent -> words(traceEvent).startsWith(words));
  }

  @Test
  void aRunIsACreateAndAStartAndAnEnd() throws InterruptedException {
    Instant began = Instant.now();
    sh("docker run --name hello busybox:1.37 sh -c 'exit 3' || true");

    Trace trace = TraceRecording.awaitTrace(engine.lab(), began, seen -> has(seen, "die"));

    assertThat(trace.events().stream().map(EngineXrayTest::words))
        .containsSubsequence(
            "POST /containers/create",
            "create container hello",
            "POST /containers/ID/start",
            "start container hello",
            "die container hello exit code 3");
    assertThat(cause(trace, "create container hello")).isEqualTo("POST /containers/create");
    assertThat(cause(trace, "start container hello")).isEqualTo("POST /containers/ID/start");
    assertThat(trace.events().getFirst().actor().name()).isEqualTo("docker");
  }

  private static String cause(Trace trace, String words) {
    TraceEvent traceEvent =
        trace.events().stream()
            .filter(one -> words(one).startsWith(words))
            .findFirst()
            .orElseThrow();
    return words(trace.events().get(traceEvent.cause() - 1));
  }

  @Test
  void everyStreamGoesThroughUntouched() {
    assertThat(sh("echo in | docker run --rm -i busybox:1.37 cat")).isEqualTo("in");
    sh("docker run -d --name web busybox:1.37 sleep 600");
    assertThat(sh("head -c 3000000 /dev/zero | docker exec -i web sh -c 'wc -c'"))
        .isEqualTo("3000000");
    // two streams, each read alone: nobody promises which of them comes first
    sh("docker exec web sh -c 'echo out; echo err >&2; exit 4' >streams.out 2>streams.err || true");
    assertThat(sh("docker exec web sh -c 'echo out; exit 4' 2>/dev/null; echo $?"))
        .isEqualTo("out\n4");
    assertThat(sh("cat streams.out streams.err")).isEqualTo("out\nerr");
    sh("echo copied > file && docker cp file web:/tmp/file");
    assertThat(sh("docker exec web cat /tmp/file; docker cp web:/tmp/file - | tar -xO"))
        .isEqualTo("copied\ncopied");
    sh("printf 'FROM busybox:1.37\\nRUN echo made > /made\\n' > Dockerfile");
    assertThat(sh("docker build -q -t mine . >/dev/null 2>&1 && docker run --rm mine cat /made"))
        .isEqualTo("made");
    assertThat(sh("docker save mine | docker load")).contains("mine");
    assertThat(sh("timeout 2 docker logs -f web; echo $?")).isEqualTo("124");
  }

  @Test
  void notesNeitherBodiesNorWhatMayBeSecretInAQuery() throws InterruptedException {
    Instant began = Instant.now();
    sh("printf 'FROM busybox:1.37\\nARG WORD\\n' > Dockerfile");
    sh("DOCKER_BUILDKIT=0 docker build -q --build-arg WORD=sesame-open -t mine .");
    sh("docker create --name kept -e WORD=sesame-open busybox:1.37");

    Trace trace =
        TraceRecording.awaitTrace(engine.lab(), began, seen -> has(seen, "create container kept"));

    assertThat(trace.toString()).doesNotContain("sesame");
    assertThat(has(trace, "POST /build")).isTrue();
  }

  @Test
  void anImageComesFromTheCallsToItsBuilder() throws InterruptedException {
    sh("printf 'FROM busybox:1.37\\nRUN echo made > /made\\n' > Dockerfile");
    Instant began = Instant.now();
    sh("docker build -q -t mine .");

    Trace trace = TraceRecording.awaitTrace(engine.lab(), began, seen -> has(seen, "tag image"));

    assertThat(cause(trace, "tag image")).isEqualTo("POST /grpc");
  }

  @Test
  void whatDeckhandItselfRunsInAContainerIsNoPartOfIt() throws InterruptedException {
    sh("docker run -d --name web busybox:1.37 sleep 600");
    Instant began = Instant.now();
    String own = "unix://" + engine.folder().engine().resolve("dockerd.sock");
    sh("docker --host " + own + " exec web true");
    sh("docker exec web ls /");

    Trace trace =
        TraceRecording.awaitTrace(engine.lab(), began, seen -> has(seen, "exec_start: ls"));

    assertThat(has(trace, "exec_create: ls")).isTrue();
    assertThat(has(trace, "exec_create: true")).isFalse();
    assertThat(List.of(trace.unrelatedCount())).noneMatch(others -> others == 0);
  }
}
