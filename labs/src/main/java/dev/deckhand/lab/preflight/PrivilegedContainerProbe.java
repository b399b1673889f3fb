package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a privileged container that does nothing, since engines and clusters are such. */
public record PrivilegedContainerProbe(EngineAddress engine, HostMachine machine) {

  /** On the container of a trial, which is gone within a second unless the program is killed. */
  public static final String LABEL = "dev.deckhand.trial";

  private static final String ID = "privileged";
  private static final String TITLE = "Privileged containers";

  /** Images with a {@code true} in them, smallest first. */
  private static final List<String> IMAGES =
      List.of(
          "deckhand/busybox:1.36",
          "busybox:1.36",
          "busybox:latest",
          "deckhand/engine:20.10",
          "deckhand/k3s:v1.20.2-k3s1");

  MachineFinding probe() {
    try (EngineApi api = EngineApi.at(engine)) {
      Optional<String> image =
          IMAGES.stream()
              .filter(name -> api.find("/images/" + name + "/json").isPresent())
              .findFirst();
      return image
          .map(name -> startContainer(api, name))
          .orElseGet(() ->
              MachineFinding.unknown(
                  ID, TITLE, "not tried: no image to try it with yet", MachineFinding.ENGINE_LABS));
    } catch (ApiError refusal) {
      return interpretError(refusal.message());
    } catch (ApiUnavailable gone) {
      return MachineFinding.unknown(
          ID, TITLE, "not tried: " + gone.message(), MachineFinding.ENGINE_LABS);
    }
  }

  private MachineFinding startContainer(EngineApi api, String image) {
    JsonNode made =
        api.post(
            "/containers/create",
            Map.of(
                "Image", image,
                "Entrypoint", List.of("true"),
                "Cmd", List.of(),
                "Labels", Map.of(LABEL, "privileged"),
                "HostConfig",
                    Map.of("Privileged", true, "AutoRemove", true, "NetworkMode", "none")));
    String path = "/containers/" + made.path("Id").asText();
    try {
      api.post(path + "/start", null);
      return MachineFinding.ok(ID, TITLE, "allowed: one was started", MachineFinding.ENGINE_LABS);
    } finally {
      try {
        api.delete(path + "?force=1");
      } catch (ApiError goesByItself) {
        // it ended, and the engine is removing it
      }
    }
  }

  /** Says what an engine's refusal means. */
  MachineFinding interpretError(String said) {
    if (said.contains("executable file not found")) {
      return MachineFinding.unknown(
          ID, TITLE, "not tried: the image has no program to try", MachineFinding.ENGINE_LABS);
    }
    boolean caps = said.contains("unable to apply caps") || said.contains("apply caps");
    return MachineFinding.missing(
        ID,
        TITLE,
        caps
            ? "refused: this machine may not give CAP_SYS_RESOURCE, and runc insists on it"
            : "refused: " + firstLine(said),
        caps
            ? "Put Deckhand's runc first on the engine's path: sudo cp "
                + machine.imageFolder().resolve("lib").resolve("runc-shim")
                + " /usr/local/sbin/runc, and start dockerd again."
            : "Use an engine that allows them: one that runs as root, on this machine itself.",
        MachineFinding.ENGINE_LABS);
  }

  private static String firstLine(String said) {
    return said.lines().findFirst().orElse("no reason given");
  }
}
