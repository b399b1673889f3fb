package dev.deckhand.lab.start;

import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.image.ImageSubstitutes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that labs want to know from outside.
 *
 * @param engine where the machine's own engine answers
 * @param owner the state folder that sessions belong to, or whatever tells one person's labs from
 *     another's
 * @param clusterImage what the cluster is made of: {@code rancher/k3s:v1.33.4-k3s1}
 * @param engineImage what the private engine is made of: {@code docker:dind}
 * @param substitutes which image of ours stands in for which
 * @param registryTimeout how long a registry may stay silent before it counts as out of reach
 * @param clusterArguments more arguments for {@code k3s server}
 * @param path where programs are looked for, as in {@code PATH}
 * @param launcher the program itself, for {@code deckhand helm}
 * @param environment the variables of the person's own shell; only harmless ones reach a lab
 */
public record LabSettings(
    EngineAddress engine,
    String owner,
    String clusterImage,
    String engineImage,
    ImageSubstitutes substitutes,
    Duration registryTimeout,
    List<String> clusterArguments,
    List<Path> path,
    Path launcher,
    Map<String, String> environment) {

  /** A current k3s, where it is present or can be pulled. */
  public static final String CLUSTER_IMAGE = "rancher/k3s:v1.33.4-k3s1";

  /** What stands in for it, from distribution packages. */
  public static final String CLUSTER_SUBSTITUTE = "deckhand/k3s:v1.20.2-k3s1";

  /** Docker's own image of an engine. */
  public static final String ENGINE_IMAGE = "docker:dind";

  /** What stands in for it, from distribution packages. */
  public static final String ENGINE_SUBSTITUTE = "deckhand/engine:20.10";

  /** What stands in for an image where no registry answers; a lesson may ask for an engine too. */
  public static final ImageSubstitutes SUBSTITUTES =
      new ImageSubstitutes(Map.of(ENGINE_IMAGE, ENGINE_SUBSTITUTE));

  /** How long a registry may stay silent. */
  public static final Duration REGISTRY_TIMEOUT = Duration.ofSeconds(3);

  public LabSettings {
    clusterArguments = List.copyOf(clusterArguments);
    path = List.copyOf(path);
    environment = Map.copyOf(environment);
  }

  /** Limits as the person's environment sets them; empty where it doesn't. */
  String limits() {
    return environment.getOrDefault(ContainerLimits.VARIABLE, "");
  }

  /** The usual settings, for one owner on one engine. */
  public static LabSettings of(
      EngineAddress engine,
      String owner,
      List<Path> path,
      Path launcher,
      Map<String, String> environment) {
    return new LabSettings(
        engine,
        owner,
        CLUSTER_IMAGE,
        ENGINE_IMAGE,
        SUBSTITUTES,
        REGISTRY_TIMEOUT,
        List.of(),
        path,
        launcher,
        environment);
  }
}
