package dev.deckhand.lab.container;

import com.github.dockerjava.api.DockerClient;
import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
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
public class LabEngineStrategy extends DockerClientProviderStrategy {

  private static final String ENGINE = "deckhand.engine";
  private static final String CERTIFICATES = "deckhand.engine.certificates";
  private static final String REMEMBERED_STRATEGY = "docker.client.strategy";

  private final Supplier<EngineAddress> address;

  /** Called by {@link java.util.ServiceLoader}. */
  public LabEngineStrategy() {
    this(LabEngineStrategy::configuredAddress);
  }

  LabEngineStrategy(Supplier<EngineAddress> address) {
    this.address = address;
  }

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
    // what another program's tests found out about this machine isn't tried before this class
    settings.remove(REMEMBERED_STRATEGY);
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

  private static EngineAddress configuredAddress() {
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

  /** The engine answered a moment ago; if it has gone since, {@link #getDockerClient} says so. */
  @Override
  protected boolean test() {
    return true;
  }

  /**
   * Returns the client of the engine that labs run on.
   *
   * @throws EngineGoneError if the engine doesn't answer; after an exception Testcontainers would
   *     search for another engine, use it for the rest of the process, and write what it found into
   *     the home folder
   */
  @Override
  public DockerClient getDockerClient() {
    DockerClient client = super.getDockerClient();
    try {
      client.infoCmd().exec();
    } catch (RuntimeException gone) {
      throw new EngineGoneError(getDescription(), gone);
    }
    return client;
  }

  /** The engine that labs run on has stopped answering. */
  static final class EngineGoneError extends Error {

    private static final long serialVersionUID = 1L;

    EngineGoneError(String engine, Throwable cause) {
      super(engine + " doesn't answer", cause);
    }
  }

  @Override
  public String getDescription() {
    return "the engine at " + address.get();
  }

  @Override
  public TransportConfig getTransportConfig() {
    return transport(address.get());
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
