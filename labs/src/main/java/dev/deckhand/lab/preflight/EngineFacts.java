package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.container.LabStorage;
import dev.deckhand.lesson.LabKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an engine reports about itself and its machine, and what that means for labs.
 *
 * @param location its address, and where the address is from
 * @param version its answer to {@code GET /version}
 * @param info its answer to {@code GET /info}
 * @param limits the limits of labs from the person's environment; empty if not set
 * @param storage where labs keep their data, from the person's environment; empty if not set
 */
record EngineFacts(
    String location, JsonNode version, JsonNode info, String limits, String storage) {

  /** The minor version of the API of Docker 20.10 and Podman 4, 1.41. */
  private static final int MIN_API_MINOR = 41;

  /** That of Docker 26, whose {@code docker} behaves as lessons show it. */
  private static final int CURRENT_API_MINOR = 45;

  private static final String API = "Engine API";

  private static final String LIMITS = "Limits of labs";

  private static final Set<LabKind> CLUSTERS = Set.of(LabKind.KUBERNETES);

  List<MachineFinding> findings() {
    return List.of(engine(), api(), rights(), cgroups(), memory(), labLimits());
  }

  private MachineFinding engine() {
    String found = (isPodman() ? "Podman " : "Docker ") + version.path("Version").asText("?");
    return MachineFinding.ok(
        "engine", "Engine", found + " at " + location, MachineFinding.ENGINE_LABS);
  }

  boolean isPodman() {
    for (JsonNode component : version.path("Components")) {
      if (component.path("Name").asText().toLowerCase(Locale.ROOT).contains("podman")) {
        return true;
      }
    }
    return false;
  }

  boolean isRootless() {
    for (JsonNode option : info.path("SecurityOptions")) {
      if (option.asText().startsWith("name=rootless")) {
        return true;
      }
    }
    return false;
  }

  private MachineFinding api() {
    String apiVersion = version.path("ApiVersion").asText();
    if (apiVersion.isEmpty()) {
      return MachineFinding.unknown(
          "api", API, "the engine doesn't tell", MachineFinding.ENGINE_LABS);
    }
    int minor = minor(apiVersion);
    if (minor < MIN_API_MINOR) {
      return MachineFinding.missing(
          "api",
          API,
          apiVersion + ", but labs require 1." + MIN_API_MINOR + " or newer",
          "Update the engine to Docker 26.1 or newer, or Podman 4 or newer.",
          MachineFinding.ENGINE_LABS);
    }
    // Podman's version of Docker's API says nothing of its age, nor of the program "docker"
    return minor >= CURRENT_API_MINOR || isPodman()
        ? MachineFinding.ok("api", API, apiVersion, MachineFinding.ENGINE_LABS)
        : MachineFinding.warning(
            "api",
            API,
            apiVersion
                + ": labs run on it, but its program \"docker\" is older than lessons expect",
            "Update the engine to Docker 26.1 or newer, so that what you see is what lessons say.",
            MachineFinding.ENGINE_LABS);
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

  private MachineFinding rights() {
    if (!isRootless()) {
      return MachineFinding.ok("rootless", "Engine's rights", "it runs as root", CLUSTERS);
    }
    String remedy =
        isPodman()
            ? "For clusters, use Podman's system service: sudo systemctl enable --now"
                + " podman.socket, and set DOCKER_HOST=unix:///run/podman/podman.sock"
            : "If clusters don't start, use an engine that runs as root.";
    String found = "it runs without root" + (isPodman() ? ", and can't provide /dev/kmsg" : "");
    return MachineFinding.warning("rootless", "Engine's rights", found, remedy, CLUSTERS);
  }

  private MachineFinding cgroups() {
    String cgroupVersion = info.path("CgroupVersion").asText();
    return switch (cgroupVersion) {
      case "2" -> MachineFinding.ok("cgroup", "Control groups", "version 2", CLUSTERS);
      case "1" ->
          MachineFinding.ok(
              "cgroup", "Control groups", "version 1: clusters are configured for it", CLUSTERS);
      default ->
          MachineFinding.unknown("cgroup", "Control groups", "the engine doesn't tell", CLUSTERS);
    };
  }

  private MachineFinding memory() {
    long bytes = info.path("MemTotal").asLong();
    if (bytes <= 0) {
      return MachineFinding.unknown("memory", "Memory", "the engine doesn't tell", CLUSTERS);
    }
    int processors = info.path("NCPU").asInt();
    String found =
        ByteSizeFormatter.format(bytes)
            + ", "
            + processors
            + (processors == 1 ? " processor" : " processors");
    if (bytes < ByteSizeFormatter.GB) {
      return MachineFinding.missing(
          "memory",
          "Memory",
          found + ", but a cluster needs 1 GB",
          "Give the machine, or the engine's virtual machine, 2 GB or more.",
          CLUSTERS);
    }
    return bytes < 2 * ByteSizeFormatter.GB
        ? MachineFinding.warning(
            "memory", "Memory", found, "Clusters are slow with less than 2 GB.", CLUSTERS)
        : MachineFinding.ok("memory", "Memory", found, CLUSTERS);
  }

  private MachineFinding labLimits() {
    try {
      return MachineFinding.ok(
          "limits",
          LIMITS,
          "each lab container gets "
              + ContainerLimits.of(info, limits)
              + "; its data is "
              + LabStorage.of(info, storage),
          MachineFinding.ENGINE_LABS);
    } catch (LabFault invalid) {
      return MachineFinding.missing(
          "limits", LIMITS, invalid.problem(), invalid.remedy(), MachineFinding.ENGINE_LABS);
    }
  }

  /** The findings that require an engine, if there is none. */
  static List<MachineFinding> unknown() {
    return List.of(
        unknown("api", API, MachineFinding.ENGINE_LABS),
        unknown("rootless", "Engine's rights", CLUSTERS),
        unknown("cgroup", "Control groups", CLUSTERS),
        unknown("memory", "Memory", CLUSTERS),
        unknown("limits", LIMITS, MachineFinding.ENGINE_LABS));
  }

  static MachineFinding unknown(String id, String title, Set<LabKind> neededBy) {
    return MachineFinding.unknown(id, title, "unknown without an engine", neededBy);
  }
}
