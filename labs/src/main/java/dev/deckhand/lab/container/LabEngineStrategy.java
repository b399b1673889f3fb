package dev.deckhand.lab.container;

import com.github.dockerjava.api.DockerClient;
import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Tells Testcontainers which engine labs run on. It finds this class through {@link
 * java.util.ServiceLoader}, so that it doesn't search for an engine on its own. The containers of
 * labs have clients of their own, made by {@link #client}; Testcontainers uses the one engine of
 * the process for its checks of images.
 */
public final class LabEngineStrategy extends DockerClientProviderStrategy {

  private static final String ENGINE = "deckhand.engine";
  private static final String CERTIFICATES = "deckhand.engine.certificates";

  /**
   * Sets what Testcontainers otherwise reads from environment variables or from a file in the home
   * folder. In memory: nothing is written.
   */
  static void configure(EngineAddress address) {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    Properties settings = configuration.getUserProperties();
    settings.setProperty(ENGINE, address.toString());
    if (address.certificates() != null) {
      settings.setProperty(CERTIFICATES, address.certificates().toString());
    }
    // reusable containers outlive their process and aren't handed over to the reaper
    settings.setProperty("testcontainers.reuse.enable", "true");
    if (!configuration.environmentSupportsReuse()) {
      throw new IllegalStateException(
          "labs need reusable containers: unset TESTCONTAINERS_REUSE_ENABLE in the environment");
    }
  }

  /**
   * Returns a client of an engine. It pings the engine to find out which version of the API to use.
   */
  public static DockerClient client(EngineAddress address) {
    return getClientForConfig(transport(address));
  }

  private static TransportConfig transport(EngineAddress address) {
    return TransportConfig.builder()
        .dockerHost(address.uri())
        .sslConfig(address.sslConfig())
        .build();
  }

  private static EngineAddress address() {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    @Nullable String certificates = configuration.getUserProperty(CERTIFICATES, null);
    return new EngineAddress(
        URI.create(configuration.getUserProperty(ENGINE, "")),
        certificates == null ? null : Path.of(certificates));
  }

  @Override
  protected boolean isApplicable() {
    return TestcontainersConfiguration.getInstance().getUserProperty(ENGINE, null) != null;
  }

  @Override
  protected int getPriority() {
    return Integer.MAX_VALUE;
  }

  /** Never written to the home folder. */
  @Override
  protected boolean isPersistable() {
    return false;
  }

  /** The engine answered a moment ago. */
  @Override
  protected boolean test() {
    return true;
  }

  @Override
  public String getDescription() {
    return "the engine at " + address();
  }

  @Override
  public TransportConfig getTransportConfig() {
    return transport(address());
  }

  /**
   * Labs listen on loopback alone. Otherwise Testcontainers pulls an image to learn the address,
   * and waits for minutes where no registry answers.
   */
  @Override
  public synchronized String getDockerHostIpAddress() {
    return "127.0.0.1";
  }
}
