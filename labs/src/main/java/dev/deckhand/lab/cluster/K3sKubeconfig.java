package dev.deckhand.lab.cluster;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import dev.deckhand.lab.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The kubeconfig that k3s writes in its container. */
final class K3sKubeconfig {

  private static final String PATH = "/etc/rancher/k3s/k3s.yaml";
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private K3sKubeconfig() {}

  static String await(ReadinessWait readinessWait, Deadline deadline)
      throws InterruptedException, TimeoutException {
    while (!deadline.isPast()) {
      Optional<String> own = read(readinessWait.container());
      if (own.isPresent()) {
        return own.get();
      }
      readinessWait.pause(POLL_INTERVAL);
    }
    throw new TimeoutException("no kubeconfig");
  }

  /** Returns it; empty while it doesn't exist or isn't complete. */
  static Optional<String> read(LabContainer container) {
    EngineApi host = container.host().api();
    String path = "/containers/" + container.id() + "/archive?path=" + PATH;
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
}
