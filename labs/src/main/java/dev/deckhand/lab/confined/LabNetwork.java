package dev.deckhand.lab.confined;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes the network from a lab's own containers: what a submission starts in its engine or cluster
 * reaches neither the machine, nor other labs, nor the internet.
 */
public final class LabNetwork {

  private LabNetwork() {}

  /**
   * Takes it from all containers of a session.
   *
   * @throws LabFault if that isn't possible
   */
  public static void take(ContainerContext context) {
    EngineApi host = context.host().api();
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + context.folder().id()));
    for (JsonNode container : host.get("/containers/json?filters=" + filters)) {
      EngineExec result =
          EngineExec.run(host, container.path("Id").asText(), List.of("/bin/sh", "-c", script()));
      if (result.exitCode() != 0) {
        throw new LabFault(
            LabFault.Kind.NOT_STARTED,
            "The lab's network can't be taken from it: " + result.errors().strip() + ".",
            "Grade on a machine whose kernel has iptables and routing rules.");
      }
    }
  }

  private static String script() {
    try (var resource = LabNetwork.class.getResourceAsStream("network.sh")) {
      if (resource == null) {
        throw new IllegalStateException("network.sh is not beside " + LabNetwork.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
