package dev.deckhand.lab.bench;

import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
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
@ExtendWith(RealLabs.class)
class WatchBench {

  private static final int MANY = 50;
  private static final int BLOCKS = Integer.getInteger("deckhand.bench.blocks", 5);

  @Test
  void kubernetes(Berths berths) throws InterruptedException, IOException {
    var cluster = berths.cluster();
    var stats = new HostStats(berths.host(), cluster.room());
    try (var pier = new ClusterPier(Files.readString(cluster.room().kubeconfig()), stats)) {
      print(pier);
    } finally {
      // the other lab is measured alone
      cluster.lab().close();
    }
  }

  @Test
  void docker(Berths berths) throws InterruptedException, IOException {
    var engine = berths.engine();
    var stats = new HostStats(berths.host(), engine.room());
    var socket = URI.create(Objects.requireNonNull(engine.lab().environment().get("DOCKER_HOST")));
    try (var pier = new EnginePier(new EngineAddress(socket, null), stats)) {
      print(pier);
    } finally {
      engine.lab().close();
    }
  }

  private static void print(Pier pier) throws InterruptedException, IOException {
    var report = new Report();
    String load = Machine.load();
    measure(pier, report);
    String text = report.text(pier, load + " before, " + Machine.load() + " after");
    Files.writeString(Path.of("target", "benchmarks-" + pier.word() + ".md"), text);
    System.out.println(text);
  }

  private static void measure(Pier pier, Report report) throws InterruptedException {
    pier.make(MANY);
    report.speed(1, 1, new Speed(pier, 1, 1).measure(BLOCKS, WatchBench::roundsOfOne));
    report.speed(
        MANY,
        1,
        new Speed(pier, MANY, 1).measure(BLOCKS, way -> way instanceof Way.ByWatch ? 20 : 0));
    report.speed(MANY, MANY, new Speed(pier, MANY, MANY).measure(BLOCKS, _ -> 2));
    for (int checks : new int[] {1, MANY}) {
      Map<@Nullable Way, Idle> idle = new LinkedHashMap<>();
      if (checks == 1) {
        idle.put(null, Idle.of(pier, null, checks));
      }
      for (Way way : Way.ALL) {
        idle.put(way, Idle.of(pier, way, checks));
      }
      report.idle(checks, idle);
    }
  }

  /** Each round is two changes: there and back. */
  private static int roundsOfOne(Way way) {
    return way.period().compareTo(Duration.ofMillis(500)) < 0 ? 20 : 10;
  }
}
