package dev.deckhand.lab.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
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

/** Pulls one image with an engine, and notices within seconds if no registry answers. */
final class ImagePull {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

  private final EngineApi api;
  private final ImageName name;
  private final Duration registryTimeout;
  private final AtomicLong lastProgress = new AtomicLong();
  private final Map<String, long[]> layerProgress = new HashMap<>();

  private ImagePull(EngineApi api, ImageName name, Duration registryTimeout) {
    this.api = api;
    this.name = name;
    this.registryTimeout = registryTimeout;
  }

  static ImagePull of(EngineApi api, ImageName name, Duration registryTimeout) {
    return new ImagePull(api, name, registryTimeout);
  }

  /** The result of a pull. */
  sealed interface Outcome {}

  /** The image was pulled. */
  record Pulled() implements Outcome {}

  /** The registry didn't answer in time. */
  record TimedOut() implements Outcome {}

  /** The registry or the engine refused. */
  record Failed(String why) implements Outcome {}

  Outcome run(BootProgress progress) throws InterruptedException {
    String step = "Pull " + name;
    long began = System.nanoTime();
    progress.began(step);
    var pulling = new FutureTask<Outcome>(() -> pull(step, progress));
    Thread thread = Thread.ofVirtual().name("pull").start(pulling);
    try {
      Outcome outcome = awaitOutcome(pulling);
      progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
      return outcome;
    } finally {
      // closing the connection ends the pull
      thread.interrupt();
    }
  }

  private Outcome awaitOutcome(FutureTask<Outcome> pulling) throws InterruptedException {
    lastProgress.set(System.nanoTime());
    long first = lastProgress.get();
    while (true) {
      boolean answered = lastProgress.get() != first;
      Duration limit = answered ? STALL_TIMEOUT : registryTimeout;
      long left = limit.toNanos() - (System.nanoTime() - lastProgress.get());
      if (left <= 0) {
        return answered ? new Failed("the download stalled") : new TimedOut();
      }
      try {
        return pulling.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException again) {
        // the loop checks whether there was progress
      } catch (ExecutionException failed) {
        return new Failed(String.valueOf(failed.getCause()));
      }
    }
  }

  private Outcome pull(String step, BootProgress progress) {
    String path =
        "/images/create?fromImage="
            + EngineApi.urlEncode(name.repository())
            + "&tag="
            + EngineApi.urlEncode(name.version());
    try (StreamedResponse streamedResponse = api.open(Request.Method.POST, path, null)) {
      var lines =
          new BufferedReader(
              new InputStreamReader(streamedResponse.body(), StandardCharsets.UTF_8));
      String line;
      while ((line = lines.readLine()) != null) {
        lastProgress.set(System.nanoTime());
        JsonNode event = JSON.readTree(line);
        if (event.has("error")) {
          return new Failed(event.path("error").asText());
        }
        reportProgress(event, step, progress);
      }
      return new Pulled();
    } catch (ApiError refusal) {
      return new Failed(refusal.message());
    } catch (ApiUnavailable gone) {
      return new Failed(gone.message());
    } catch (IOException broken) {
      return new Failed("the connection broke");
    }
  }

  private void reportProgress(JsonNode event, String step, BootProgress progress) {
    JsonNode detail = event.path("progressDetail");
    if (detail.has("total") && event.path("status").asText().equals("Downloading")) {
      layerProgress.put(
          event.path("id").asText(),
          new long[] {detail.path("current").asLong(), detail.path("total").asLong()});
      long done = layerProgress.values().stream().mapToLong(layer -> layer[0]).sum();
      long total = layerProgress.values().stream().mapToLong(layer -> layer[1]).sum();
      progress.advanced(step, done, total, "bytes");
    }
  }
}
