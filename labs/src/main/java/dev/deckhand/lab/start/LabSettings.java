package dev.deckhand.lab.start;

import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.container.LabStorage;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.ImageSubstitutes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Settings of labs.
 *
 * @param engine where the machine's own engine answers
 * @param owner identifies the state folder that sessions belong to, so that one person's labs can
 *     be told from another's
 * @param images what labs themselves run on
 * @param substitutes which of our images replaces which
 * @param registryTimeout how long to wait for a registry's first answer
 * @param clusterArguments more arguments for {@code k3s server}
 * @param path where to look for programs, as in {@code PATH}
 * @param environment the variables of the person's own shell; only harmless ones reach a lab
 */
public record LabSettings(
    EngineAddress engine,
    String owner,
    LabImageChoice images,
    ImageSubstitutes substitutes,
    Duration registryTimeout,
    List<String> clusterArguments,
    List<Path> path,
    Map<String, String> environment) {

  /** The images of labs and lessons. */
  public static final DefaultImages DEFAULT_IMAGES = DefaultImages.bundled();

  /** Helm, for clusters whose image has none; our substitute of the cluster's image has it. */
  public static final String HELM_IMAGE = DEFAULT_IMAGES.ofRepository("alpine/helm").name();

  /** Substitutes where no registry answers; a lesson may need the engine's image too. */
  public static final ImageSubstitutes SUBSTITUTES = DEFAULT_IMAGES.substitutes();

  /** How long to wait for a registry's first answer. */
  public static final Duration REGISTRY_TIMEOUT = Duration.ofSeconds(3);

  public LabSettings {
    clusterArguments = List.copyOf(clusterArguments);
    path = List.copyOf(path);
    environment = Map.copyOf(environment);
  }

  /** The limits that the environment sets; empty if it sets none. */
  String limits() {
    return environment.getOrDefault(ContainerLimits.VARIABLE, "");
  }

  /** Where labs keep their data, as the environment sets it; empty if it doesn't. */
  String storage() {
    return environment.getOrDefault(LabStorage.VARIABLE, "");
  }

  /**
   * The default settings for one owner on one engine.
   *
   * @throws dev.deckhand.lab.LabFault if the environment names an image that can't be one
   */
  public static LabSettings of(
      EngineAddress engine, String owner, List<Path> path, Map<String, String> environment) {
    return new LabSettings(
        engine,
        owner,
        LabImageChoice.of(environment),
        SUBSTITUTES,
        REGISTRY_TIMEOUT,
        List.of(),
        path,
        environment);
  }
}
