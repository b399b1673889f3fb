package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.cluster.HelmVersion;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.time.BoundedCall;
import dev.deckhand.lesson.version.ToolVersion;
import dev.deckhand.lesson.version.VersionedTool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which versions a lab would have, without starting it: from the images that it would run
 * on, and from the machine's programs.
 */
public final class LabVersionFinder {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** In Docker's own image. */
  private static final String DOCKER_VARIABLE = "DOCKER_VERSION=";

  /** In the label of our own images, which lists packages with their versions. */
  private static final Pattern DOCKER_CONTENTS = Pattern.compile("\\bdocker\\.io (\\S+)");

  private static final Pattern KUBERNETES_CONTENTS =
      Pattern.compile("\\b[Kk]ubernetes v?(\\d\\S*)");

  private static final Pattern HELM_CONTENTS = Pattern.compile("\\b[Hh]elm v?(\\d\\S*)");

  private final HostMachine hostMachine;
  private final LabImageChoice images;

  /**
   * @throws dev.deckhand.lab.LabFault if the environment names an image that can't be one
   */
  public LabVersionFinder(HostMachine hostMachine) {
    this.hostMachine = hostMachine;
    this.images = LabImageChoice.of(hostMachine.environment());
  }

  /**
   * Finds the versions of some tools. Takes milliseconds where an engine answers at once, and a few
   * seconds at most for each image otherwise.
   */
  public LabVersions find(Collection<VersionedTool> tools) throws InterruptedException {
    return find(tools, EngineSearch.run(hostMachine).engine());
  }

  LabVersions find(Collection<VersionedTool> tools, Optional<EngineAddress> engine)
      throws InterruptedException {
    var versions = new ArrayList<LabVersion>();
    for (VersionedTool tool : tools) {
      versions.add(
          switch (tool) {
            case K8S -> kubernetes(engine);
            case DOCKER -> docker(engine);
            case HELM -> helm(engine);
          });
    }
    return new LabVersions(versions);
  }

  private LabVersion kubernetes(Optional<EngineAddress> engine) throws InterruptedException {
    FoundImage image = look(images.cluster(), engine);
    var version =
        byTag(image.tag())
            .or(() -> byLabel(image, KUBERNETES_CONTENTS))
            .orElseGet(() -> unknown(image.tag()));
    return version(VersionedTool.K8S, version, images.cluster(), LabImageChoice.CLUSTER_VARIABLE);
  }

  /** The tag often names the major version alone, so it is asked last. */
  private LabVersion docker(Optional<EngineAddress> engine) throws InterruptedException {
    FoundImage image = look(images.engine(), engine);
    var version =
        byVariable(image)
            .or(() -> byLabel(image, DOCKER_CONTENTS))
            .or(() -> byTag(image.tag()))
            .orElseGet(() -> unknown(image.tag()));
    return version(VersionedTool.DOCKER, version, images.engine(), LabImageChoice.ENGINE_VARIABLE);
  }

  /** Sessions use the machine's helm where lessons fit it, else the one in the cluster. */
  private LabVersion helm(Optional<EngineAddress> engine) throws InterruptedException {
    var clue = byProgram();
    if (clue.isEmpty()) {
      FoundImage image = look(images.cluster(), engine);
      boolean own = image.tag().equals(images.cluster().substitute());
      clue =
          byLabel(image, HELM_CONTENTS)
              .or(() -> own ? Optional.of(unknown(image.tag())) : byTag(LabSettings.HELM_IMAGE));
    }
    Clue known = clue.orElseGet(() -> unknown(LabSettings.HELM_IMAGE));
    return new LabVersion(
        VersionedTool.HELM,
        known.version(),
        known.origin(),
        Optional.empty(),
        new LabVersion.Advice.Program("helm"));
  }

  private Optional<Clue> byProgram() {
    return hostMachine
        .programs()
        .helmVersion()
        .filter(HelmVersion::fits)
        .map(version ->
            new Clue(
                ToolVersion.find(version.text()),
                "by " + hostMachine.program("helm").map(Path::toString).orElse("helm")));
  }

  private static LabVersion version(
      VersionedTool tool, Clue clue, LabImage image, String variable) {
    return new LabVersion(
        tool,
        clue.version(),
        clue.origin(),
        ToolVersion.find(ImageName.of(image.name()).version()),
        new LabVersion.Advice.Image(image.name(), variable));
  }

  private static Optional<Clue> byVariable(FoundImage image) {
    for (JsonNode variable : image.json().path("Config").path("Env")) {
      if (variable.asText().startsWith(DOCKER_VARIABLE)) {
        Optional<ToolVersion> version =
            ToolVersion.find(variable.asText().substring(DOCKER_VARIABLE.length()));
        return version.map(
            one -> new Clue(version, "by DOCKER_VERSION in the image " + image.tag()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Clue> byLabel(FoundImage image, Pattern contents) {
    String label =
        image.json().path("Config").path("Labels").path("dev.deckhand.contents").asText();
    Matcher matcher = contents.matcher(label);
    Optional<ToolVersion> version =
        matcher.find() ? ToolVersion.find(matcher.group(1)) : Optional.empty();
    return version.map(one -> new Clue(version, "by the label of the image " + image.tag()));
  }

  private static Optional<Clue> byTag(String tag) {
    Optional<ToolVersion> version = ToolVersion.find(ImageName.of(tag).version());
    return version.map(one -> new Clue(version, "by the tag of the image " + tag));
  }

  private static Clue unknown(String tag) {
    return new Clue(Optional.empty(), "since the image " + tag + " doesn't say");
  }

  /** Finds the image that a lab would use; without an engine, it's the one that would be pulled. */
  private static FoundImage look(LabImage image, Optional<EngineAddress> engine)
      throws InterruptedException {
    FoundImage wanted = new FoundImage(image.name(), MissingNode.getInstance());
    return engine.isEmpty()
        ? wanted
        : BoundedCall.start("lab-versions", TIMEOUT, () -> look(image, engine.get()))
            .resultOr(Optional.empty())
            .orElse(wanted);
  }

  private static Optional<FoundImage> look(LabImage image, EngineAddress engine) {
    try (EngineApi api = EngineApi.at(engine)) {
      List<String> tags = Arrays.asList(image.name(), image.substitute());
      for (String tag : tags) {
        Optional<JsonNode> json =
            tag.isEmpty() ? Optional.empty() : api.find("/images/" + tag + "/json");
        if (json.isPresent()) {
          return Optional.of(new FoundImage(tag, json.get()));
        }
      }
      return Optional.empty();
    } catch (ApiException unreachable) {
      return Optional.empty();
    }
  }

  /**
   * An image that a lab would use.
   *
   * @param json what the engine says of it; missing if it isn't on the machine
   */
  private record FoundImage(String tag, JsonNode json) {}

  /** A version and where it's from. */
  private record Clue(Optional<ToolVersion> version, String origin) {}
}
