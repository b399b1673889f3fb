package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.start.LabSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a privileged container that does nothing, since the containers of labs are privileged. */
public record PrivilegedContainerProbe(EngineAddress engine, HostMachine machine) {

  /** The label of the container, which is removed within a second unless Deckhand is killed. */
  public static final String LABEL = "dev.deckhand.trial";

  private static final String ID = "privileged";
  private static final String TITLE = "Privileged containers";

  /** Recipes of images that contain the program {@code true}, the smallest first. */
  private static final List<String> RECIPES =
      List.of("busybox", DefaultImages.ENGINE, DefaultImages.CLUSTER);

  MachineFinding probe() {
    try (EngineApi api = EngineApi.at(engine)) {
      Optional<String> image =
          images().filter(name -> api.find("/images/" + name + "/json").isPresent()).findFirst();
      return image
          .map(name -> startContainer(api, name))
          .orElseGet(() ->
              MachineFinding.unknown(
                  ID,
                  TITLE,
                  "not tried: there is no image yet to try it with",
                  MachineFinding.ENGINE_LABS));
    } catch (ApiError refusal) {
      return interpretError(refusal.message());
    } catch (ApiUnavailable gone) {
      return MachineFinding.unknown(
          ID, TITLE, "not tried: " + gone.message(), MachineFinding.ENGINE_LABS);
    }
  }

  private static Stream<String> images() {
    return RECIPES.stream()
        .flatMap(recipe ->
            LabSettings.DEFAULT_IMAGES.rows().stream().filter(row -> row.recipe().equals(recipe)))
        .flatMap(row -> Stream.of(row.tag(), row.name(), row.published()))
        .distinct();
  }

  private MachineFinding startContainer(EngineApi api, String image) {
    JsonNode created =
        api.post(
            "/containers/create",
            Map.of(
                "Image", image,
                "Entrypoint", List.of("true"),
                "Cmd", List.of(),
                "Labels", Map.of(LABEL, "privileged"),
                "HostConfig",
                    Map.of("Privileged", true, "AutoRemove", true, "NetworkMode", "none")));
    String path = "/containers/" + created.path("Id").asText();
    try {
      api.post(path + "/start", null);
      return MachineFinding.ok(ID, TITLE, "allowed: one was started", MachineFinding.ENGINE_LABS);
    } finally {
      try {
        api.delete(path + "?force=1");
      } catch (ApiError alreadyRemoved) {
        // it ended, and the engine is removing it
      }
    }
  }

  /** Interprets an engine's refusal. */
  MachineFinding interpretError(String message) {
    if (message.contains("executable file not found")) {
      return MachineFinding.unknown(
          ID, TITLE, "not tried: the image lacks the program true", MachineFinding.ENGINE_LABS);
    }
    boolean caps = message.contains("unable to apply caps") || message.contains("apply caps");
    return MachineFinding.missing(
        ID,
        TITLE,
        caps
            ? "refused: this machine doesn't allow CAP_SYS_RESOURCE, which runc requires"
            : "refused: " + firstLine(message),
        caps
            ? "Replace runc on the engine's PATH by Deckhand's: sudo cp "
                + machine.imageFolder().resolve("lib").resolve("runc-shim")
                + " /usr/local/sbin/runc. Then restart dockerd."
            : "Use an engine that allows them, such as one that runs as root on this machine.",
        MachineFinding.ENGINE_LABS);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("no reason given");
  }
}
