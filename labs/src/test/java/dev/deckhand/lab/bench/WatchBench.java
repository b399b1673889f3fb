package dev.deckhand.lab.bench;

import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Prints the tables of {@code docs/benchmarks.md}. No build runs it, since no build looks for tests
 * of this name: {@code docs/bench/run} does.
 */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class WatchBench {

  private static final int MANY = 50;
  private static final int BLOCKS = Integer.getInteger("deckhand.bench.blocks", 5);

  @Test
  void kubernetes(SharedLabs sharedLabs) throws InterruptedException, IOException {
    var cluster = sharedLabs.cluster();
    var stats = new HostStats(sharedLabs.host(), cluster.folder());
    try (var pier =
        new ClusterBenchTarget(Files.readString(cluster.folder().kubeconfig()), stats)) {
      print(pier);
    } finally {
      // the other lab is measured alone
      cluster.lab().close();
    }
  }

  @Test
  void docker(SharedLabs sharedLabs) throws InterruptedException, IOException {
    var engine = sharedLabs.engine();
    var stats = new HostStats(sharedLabs.host(), engine.folder());
    var socket = URI.create(Objects.requireNonNull(engine.lab().environment().get("DOCKER_HOST")));
    try (var pier = new EngineBenchTarget(new EngineAddress(socket, null), stats)) {
      print(pier);
    } finally {
      engine.lab().close();
    }
  }

  private static void print(BenchTarget benchTarget) throws InterruptedException, IOException {
    var benchReport = new BenchReport();
    String load = MachineDescription.load();
    measure(benchTarget, benchReport);
    String text =
        benchReport.text(benchTarget, load + " before, " + MachineDescription.load() + " after");
    Files.writeString(Path.of("target", "benchmarks-" + benchTarget.label() + ".md"), text);
    System.out.println(text);
  }

  private static void measure(BenchTarget benchTarget, BenchReport benchReport)
      throws InterruptedException {
    benchTarget.make(MANY);
    benchReport.speed(
        1, 1, new LatencyBenchmark(benchTarget, 1, 1).measure(BLOCKS, WatchBench::roundsOfOne));
    benchReport.speed(
        MANY,
        1,
        new LatencyBenchmark(benchTarget, MANY, 1)
            .measure(
                BLOCKS,
                observationMode -> observationMode instanceof ObservationMode.ByWatch ? 20 : 0));
    benchReport.speed(
        MANY, MANY, new LatencyBenchmark(benchTarget, MANY, MANY).measure(BLOCKS, _ -> 2));
    for (int checks : new int[] {1, MANY}) {
      Map<@Nullable ObservationMode, IdleCost> idleCost = new LinkedHashMap<>();
      if (checks == 1) {
        idleCost.put(null, IdleCost.of(benchTarget, null, checks));
      }
      for (ObservationMode observationMode : ObservationMode.ALL) {
        idleCost.put(observationMode, IdleCost.of(benchTarget, observationMode, checks));
      }
      benchReport.idle(checks, idleCost);
    }
  }

  /** Each round is two changes: there and back. */
  private static int roundsOfOne(ObservationMode observationMode) {
    return observationMode.period().compareTo(Duration.ofMillis(500)) < 0 ? 20 : 10;
  }
}
