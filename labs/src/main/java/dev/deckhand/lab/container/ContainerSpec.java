package dev.deckhand.lab.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a container is started.
 *
 * @param displayName what a learner calls it: {@code cluster}, {@code engine}
 * @param image the tag of an image that is on the machine
 * @param mounts folders of the machine, and where they are in the container
 * @param port the port in the container that is published on loopback, or null for none
 * @param readiness when it counts as started
 */
public record ContainerSpec(
    String displayName,
    String image,
    Map<Path, String> mounts,
    @Nullable Integer port,
    Readiness readiness) {
  public ContainerSpec {
    mounts = Map.copyOf(mounts);
  }

  /** The ports that Testcontainers publishes, in its notation. */
  List<String> portBindings() {
    return port == null ? List.of() : List.of("127.0.0.1::" + port);
  }

  /** Decides when what runs in a container is ready for use. */
  @FunctionalInterface
  public interface Readiness {

    /** Returns as soon as it is ready. */
    void await(ReadinessWait readinessWait) throws InterruptedException, TimeoutException;
  }
}
