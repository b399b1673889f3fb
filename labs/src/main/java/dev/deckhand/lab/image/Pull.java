package dev.deckhand.lab.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.docker.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Pulls one image through an engine, and finds out in seconds where no registry answers. */
final class Pull {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration STALLED = Duration.ofSeconds(60);

  private final EngineApi api;
  private final ImageName name;
  private final Duration patience;
  private final AtomicLong lastHeard = new AtomicLong();
  private final Map<String, long[]> layers = new HashMap<>();

  private Pull(EngineApi api, ImageName name, Duration patience) {
    this.api = api;
    this.name = name;
    this.patience = patience;
  }

  static Pull of(EngineApi api, ImageName name, Duration patience) {
    return new Pull(api, name, patience);
  }

  /** What came of it. */
  sealed interface Outcome {}

  /** The image is here now. */
  record Done() implements Outcome {}

  /** Nobody answered in time. */
  record Silent() implements Outcome {}

  /** The registry or the engine said no. */
  record Refused(String why) implements Outcome {}

  Outcome run(BootProgress progress) throws InterruptedException {
    String step = "Pull " + name;
    long began = System.nanoTime();
    progress.began(step);
    var pulling = new FutureTask<Outcome>(() -> pull(step, progress));
    Thread thread = Thread.ofVirtual().name("pull").start(pulling);
    try {
      Outcome outcome = follow(pulling);
      progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
      return outcome;
    } finally {
      // the engine stops pulling when nobody listens
      thread.interrupt();
    }
  }

  private Outcome follow(FutureTask<Outcome> pulling) throws InterruptedException {
    lastHeard.set(System.nanoTime());
    long first = lastHeard.get();
    while (true) {
      boolean heard = lastHeard.get() != first;
      Duration limit = heard ? STALLED : patience;
      long left = limit.toNanos() - (System.nanoTime() - lastHeard.get());
      if (left <= 0) {
        return heard ? new Refused("the download stalled") : new Silent();
      }
      try {
        return pulling.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException again) {
        // heard something meanwhile, or not: the loop tells
      } catch (ExecutionException failed) {
        return new Refused(String.valueOf(failed.getCause()));
      }
    }
  }

  private Outcome pull(String step, BootProgress progress) {
    String path =
        "/images/create?fromImage="
            + EngineApi.quoted(name.repository())
            + "&tag="
            + EngineApi.quoted(name.tag());
    try (Reply reply = api.open(Request.Method.POST, path, null)) {
      var lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8));
      String line;
      while ((line = lines.readLine()) != null) {
        lastHeard.set(System.nanoTime());
        JsonNode said = JSON.readTree(line);
        if (said.has("error")) {
          return new Refused(said.path("error").asText());
        }
        advance(said, step, progress);
      }
      return new Done();
    } catch (EngineRefusal refusal) {
      return new Refused(refusal.message());
    } catch (EngineGone gone) {
      return new Refused(gone.why());
    } catch (IOException broken) {
      return new Refused("the connection broke");
    }
  }

  private void advance(JsonNode said, String step, BootProgress progress) {
    JsonNode detail = said.path("progressDetail");
    if (detail.has("total") && said.path("status").asText().equals("Downloading")) {
      layers.put(
          said.path("id").asText(),
          new long[] {detail.path("current").asLong(), detail.path("total").asLong()});
      long done = layers.values().stream().mapToLong(layer -> layer[0]).sum();
      long total = layers.values().stream().mapToLong(layer -> layer[1]).sum();
      progress.advanced(step, done, total, "bytes");
    }
  }
}
