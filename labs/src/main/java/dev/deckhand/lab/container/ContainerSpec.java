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
 * @param volumes names of volumes on the machine's engine, and where they are in the container
 * @param entrypoint replaces that of the image; empty to keep it
 * @param port the port in the container that is published on loopback, or null for none
 * @param readiness when it counts as started
 */
public record ContainerSpec(
    String displayName,
    String image,
    Map<Path, String> mounts,
    Map<String, String> volumes,
    List<String> entrypoint,
    @Nullable Integer port,
    Readiness readiness) {
  public ContainerSpec {
    mounts = Map.copyOf(mounts);
    volumes = Map.copyOf(volumes);
    entrypoint = List.copyOf(entrypoint);
  }

  /** A container without volumes, which starts as its image says. */
  public ContainerSpec(
      String displayName,
      String image,
      Map<Path, String> mounts,
      @Nullable Integer port,
      Readiness readiness) {
    this(displayName, image, mounts, Map.of(), List.of(), port, readiness);
  }

  /** The same with a volume, and with an entry point that uses it. */
  public ContainerSpec withVolume(String name, String target, List<String> start) {
    return new ContainerSpec(
        displayName, image, mounts, Map.of(name, target), start, port, readiness);
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
