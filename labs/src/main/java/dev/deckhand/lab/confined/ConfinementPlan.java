package dev.deckhand.lab.confined;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.container.ContainerContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the containers of one confinement are made.
 *
 * @param image the tag of an image that is on the machine and has bash and the lab's tools
 * @param volume the name of the volume with the workspace
 * @param sockets the folder of this machine with the sockets of the lab
 * @param variables as {@code NAME=VALUE}
 * @param beforeFirstProcess bash that each container starts with
 */
record ConfinementPlan(
    ContainerContext context,
    ConfinementLimits limits,
    String image,
    String volume,
    Path sockets,
    List<String> variables,
    String beforeFirstProcess) {
  ConfinementPlan {
    variables = List.copyOf(variables);
  }

  /** Sets the limits that this machine's engine can keep. */
  void applyLimits(Map<String, Object> config) {
    JsonNode info = context.host().info();
    if (info.path("MemoryLimit").asBoolean()) {
      config.put("Memory", limits.memory());
      if (info.path("SwapLimit").asBoolean()) {
        config.put("MemorySwap", limits.memory());
      }
    }
    if (info.path("CpuCfsQuota").asBoolean()) {
      config.put("NanoCpus", (long) (limits.cpus() * 1e9));
    }
    if (info.path("PidsLimit").asBoolean()) {
      config.put("PidsLimit", limits.pids());
    }
  }
}
