package dev.deckhand.lab.java.bound;

import com.github.dockerjava.api.DockerClient;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import java.net.URI;
import java.nio.file.Path;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/** Makes the client of a lab's engine. It asks nothing before it is asked itself. */
public final class EngineClientFactory {

  private EngineClientFactory() {}

  /**
   * Returns a client of the lab's engine.
   *
   * @param host as in {@code DOCKER_HOST}
   * @param certificates a folder, as in {@code DOCKER_CERT_PATH}; empty for an engine that wants
   *     none
   */
  public static DockerClient docker(String host, String certificates) {
    return LazyClient.create(
        DockerClient.class,
        "the Docker client, at " + host,
        () -> {
          var address =
              new EngineAddress(
                  URI.create(host), certificates.isEmpty() ? null : Path.of(certificates));
          var config =
              DefaultDockerClientConfig.createDefaultConfigBuilder()
                  .withDockerHost(host)
                  .withDockerTlsVerify(false)
                  .build();
          return DockerClientImpl.getInstance(config, EngineApi.httpClient(address));
        });
  }
}
