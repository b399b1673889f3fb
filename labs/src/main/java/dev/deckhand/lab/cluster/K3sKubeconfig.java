package dev.deckhand.lab.cluster;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The kubeconfig that a cluster writes for itself, read out of its container. */
final class K3sKubeconfig {

  private static final String PATH = "/etc/rancher/k3s/k3s.yaml";
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private K3sKubeconfig() {}

  static String await(EngineApi host, ReadinessWait readinessWait, long end)
      throws InterruptedException, TimeoutException {
    while (System.nanoTime() < end) {
      Optional<String> own = read(host, readinessWait.container());
      if (own.isPresent()) {
        return own.get();
      }
      readinessWait.pause(POLL_INTERVAL);
    }
    throw new TimeoutException("no kubeconfig");
  }

  /** Returns it, or empty while it is not there or not whole. */
  static Optional<String> read(EngineApi host, String container) {
    String path = "/containers/" + container + "/archive?path=" + PATH;
    try (StreamedResponse streamedResponse = host.open(Request.Method.GET, path, null);
        var tar = new TarArchiveInputStream(streamedResponse.body())) {
      if (tar.getNextEntry() == null) {
        return Optional.empty();
      }
      return Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8))
          .filter(SessionKubeconfig::isComplete);
    } catch (ApiError notYet) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static int port(EngineApi host, String container, int inside) {
    return host.get("/containers/" + container + "/json")
        .path("NetworkSettings")
        .path("Ports")
        .path(inside + "/tcp")
        .path(0)
        .path("HostPort")
        .asInt();
  }
}
