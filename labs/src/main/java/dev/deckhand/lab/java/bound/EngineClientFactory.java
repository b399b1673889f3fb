package dev.deckhand.lab.java.bound;

import com.github.dockerjava.api.DockerClient;
import dev.deckhand.lab.container.LabEngineStrategy;
import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;

/** Creates the client of a lab's engine. It doesn't connect before its first call. */
public final class EngineClientFactory {

  private EngineClientFactory() {}

  /**
   * Returns a client of the lab's engine.
   *
   * @param host as in {@code DOCKER_HOST}
   * @param certificates a folder, as in {@code DOCKER_CERT_PATH}; empty if the engine requires none
   */
  public static DockerClient docker(String host, String certificates) {
    return LazyClient.create(
        DockerClient.class,
        "the Docker client, at " + host,
        () -> {
          var address =
              new EngineAddress(
                  URI.create(host), certificates.isEmpty() ? null : Path.of(certificates));
          return LabEngineStrategy.client(address);
        });
  }
}
