package dev.deckhand.lab.container;

import com.github.dockerjava.api.model.Info;
import dev.deckhand.lab.docker.EngineAddress;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.ResourceReaper;

/**
 * Tells Testcontainers which engine to use.
 *
 * <p>Left to itself it searches: it reads and writes a file in the home folder, remembers for ever
 * that an engine was down, starts a container of its own to clean up after it, and in a container
 * pulls an image to learn its own address, waiting two minutes where there is no registry. It can
 * be talked out of most of that by environment variables alone, which a running program cannot set.
 * So the two fields that decide are set here: which engine, and who cleans up (we do).
 */
final class FixedEngineStrategy extends DockerClientProviderStrategy {

  private final EngineAddress address;
  private final TransportConfig transport;
  private @Nullable Info info;

  private FixedEngineStrategy(EngineAddress address) {
    this.address = address;
    this.transport = TransportConfig.builder().dockerHost(address.uri()).build();
  }

  /** Makes this engine the one that Testcontainers uses from now on. */
  static void install(EngineAddress address) {
    var factory = DockerClientFactory.instance();
    synchronized (factory) {
      try {
        Field strategy = accessibleField(DockerClientFactory.class, "strategy");
        if (strategy.get(factory) instanceof FixedEngineStrategy known
            && known.address.equals(address)) {
          return;
        }
        Constructor<ResourceReaper> reaper = ResourceReaper.class.getDeclaredConstructor();
        reaper.setAccessible(true);
        accessibleField(ResourceReaper.class, "instance").set(null, reaper.newInstance());
        accessibleField(DockerClientFactory.class, "client").set(factory, null);
        accessibleField(DockerClientFactory.class, "cachedClientFailure").set(factory, null);
        strategy.set(factory, new FixedEngineStrategy(address));
      } catch (ReflectiveOperationException changed) {
        throw new IllegalStateException(
            "this release of Testcontainers is built differently; FixedEngineStrategy needs to follow it",
            changed);
      }
    }
  }

  private static Field accessibleField(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @Override
  public String getDescription() {
    return "the engine at " + address;
  }

  @Override
  public TransportConfig getTransportConfig() {
    return transport;
  }

  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  public synchronized Info getInfo() {
    Info known = info;
    if (known == null) {
      known = getDockerClient().infoCmd().exec();
      info = known;
    }
    return known;
  }

  /** Labs listen on loopback alone. */
  @Override
  public synchronized String getDockerHostIpAddress() {
    return "127.0.0.1";
  }
}
