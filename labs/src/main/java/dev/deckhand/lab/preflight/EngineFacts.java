package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lesson.LabKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an engine says of itself and of its machine, and what that means for labs.
 *
 * @param place where it answers, and who said so
 * @param version what it says to {@code GET /version}
 * @param info what it says to {@code GET /info}
 */
record EngineFacts(String place, JsonNode version, JsonNode info) {

  /** Docker 20.10's. */
  private static final int OLDEST_MINOR = 41;

  private static final Set<LabKind> CLUSTERS = Set.of(LabKind.KUBERNETES);

  List<Finding> findings() {
    return List.of(engine(), api(), rights(), cgroups(), memory());
  }

  private Finding engine() {
    String found = (podman() ? "Podman " : "Docker ") + version.path("Version").asText("?");
    return Finding.ok("engine", "Engine", found + " at " + place, Finding.ENGINE_LABS);
  }

  boolean podman() {
    for (JsonNode component : version.path("Components")) {
      if (component.path("Name").asText().toLowerCase(Locale.ROOT).contains("podman")) {
        return true;
      }
    }
    return false;
  }

  boolean rootless() {
    for (JsonNode option : info.path("SecurityOptions")) {
      if (option.asText().startsWith("name=rootless")) {
        return true;
      }
    }
    return false;
  }

  private Finding api() {
    String said = version.path("ApiVersion").asText();
    if (said.isEmpty()) {
      return Finding.unknown("api", "Engine API", "the engine does not say", Finding.ENGINE_LABS);
    }
    return minor(said) >= OLDEST_MINOR
        ? Finding.ok("api", "Engine API", said, Finding.ENGINE_LABS)
        : Finding.missing(
            "api",
            "Engine API",
            said + ", and labs speak 1." + OLDEST_MINOR + " or newer",
            "Update the engine to Docker 20.10 or newer, or Podman 4 or newer.",
            Finding.ENGINE_LABS);
  }

  private static int minor(String version) {
    String[] parts = version.split("\\.", -1);
    try {
      return parts.length < 2
          ? 0
          : Integer.parseInt(parts[0]) * 1000 - 1000 + Integer.parseInt(parts[1]);
    } catch (NumberFormatException odd) {
      return 0;
    }
  }

  private Finding rights() {
    if (!rootless()) {
      return Finding.ok("rootless", "Engine's rights", "it runs as root", CLUSTERS);
    }
    String remedy =
        podman()
            ? "For clusters use Podman's own service: sudo systemctl enable --now podman.socket, and set"
                + " DOCKER_HOST=unix:///run/podman/podman.sock"
            : "For clusters use an engine that runs as root, if one does not start here.";
    String found = "it runs without root" + (podman() ? ", and has no /dev/kmsg to give" : "");
    return Finding.warning("rootless", "Engine's rights", found, remedy, CLUSTERS);
  }

  private Finding cgroups() {
    String said = info.path("CgroupVersion").asText();
    return switch (said) {
      case "2" -> Finding.ok("cgroup", "Control groups", "version 2", CLUSTERS);
      case "1" ->
          Finding.ok(
              "cgroup", "Control groups", "version 1: clusters are told to accept it", CLUSTERS);
      default -> Finding.unknown("cgroup", "Control groups", "the engine does not say", CLUSTERS);
    };
  }

  private Finding memory() {
    long bytes = info.path("MemTotal").asLong();
    if (bytes <= 0) {
      return Finding.unknown("memory", "Memory", "the engine does not say", CLUSTERS);
    }
    int processors = info.path("NCPU").asInt();
    String found =
        Sizes.said(bytes) + ", " + processors + (processors == 1 ? " processor" : " processors");
    if (bytes < Sizes.GB) {
      return Finding.missing(
          "memory",
          "Memory",
          found + ", and a cluster wants 1 GB for itself",
          "Give the machine, or the engine's virtual machine, 2 GB or more.",
          CLUSTERS);
    }
    return bytes < 2 * Sizes.GB
        ? Finding.warning(
            "memory", "Memory", found, "A cluster is slow in less than 2 GB.", CLUSTERS)
        : Finding.ok("memory", "Memory", found, CLUSTERS);
  }

  /** The rows for what only an engine can tell, where there is none. */
  static List<Finding> untold() {
    return List.of(
        untold("api", "Engine API", Finding.ENGINE_LABS),
        untold("rootless", "Engine's rights", CLUSTERS),
        untold("cgroup", "Control groups", CLUSTERS),
        untold("memory", "Memory", CLUSTERS));
  }

  static Finding untold(String id, String title, Set<LabKind> neededBy) {
    return Finding.unknown(id, title, "no engine to ask", neededBy);
  }
}
