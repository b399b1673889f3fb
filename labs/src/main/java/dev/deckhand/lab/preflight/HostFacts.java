package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be found out without an engine: Java, programs, disk, limits. */
record HostFacts(HostMachine machine, Distribution distribution) {

  /** The least space for lab images and a lesson's unpacked layers. */
  private static final long MIN_DISK = ByteSizeFormatter.GB;

  private static final long COMFORTABLE_DISK = 13 * ByteSizeFormatter.GB;

  /** How many inotify instances a cluster with a few Pods uses. */
  private static final int INSTANCES_PER_CLUSTER = 35;

  private static final int COMFORTABLE_CLUSTERS = 4;

  MachineFinding java() {
    boolean compiler = ModuleFinder.ofSystem().find("jdk.jshell").isPresent();
    String found = Runtime.version().toString();
    return compiler
        ? MachineFinding.ok("jdk", "Java", "JDK " + found, Set.of(LabKind.JAVA))
        : MachineFinding.missing(
            "jdk",
            "Java",
            found + " without a compiler (jdk.jshell)",
            distribution.installInstruction("a JDK of version 25 or newer"),
            Set.of(LabKind.JAVA));
  }

  List<MachineFinding> programs() {
    return List.of(bash(), docker(), kubectl(), helm());
  }

  private MachineFinding bash() {
    return machine
        .program("bash")
        .map(path -> MachineFinding.ok("bash", "bash", path.toString(), MachineFinding.ALL_LABS))
        .orElseGet(() ->
            MachineFinding.missing(
                "bash",
                "bash",
                "not found, but your commands run in it",
                distribution.installInstruction("bash"),
                MachineFinding.ALL_LABS));
  }

  private MachineFinding docker() {
    var title = "docker command";
    return machine
        .program("docker")
        .map(path -> MachineFinding.ok("docker", title, path.toString(), Set.of(LabKind.DOCKER)))
        .orElseGet(() ->
            MachineFinding.missing(
                "docker",
                title,
                "not found, but Docker lessons use it",
                distribution == Distribution.FEDORA
                    ? distribution.installInstruction("moby-engine")
                    : distribution.installInstruction(
                        distribution == Distribution.MAC ? "docker" : "docker.io"),
                Set.of(LabKind.DOCKER)));
  }

  private MachineFinding kubectl() {
    return clusterProgram("kubectl", machine.program("kubectl").map(Path::toString));
  }

  /** Tells which Helm sessions use; a version that lessons aren't written for isn't used. */
  private MachineFinding helm() {
    return clusterProgram("helm", machine.program("helm").map(this::helm));
  }

  private String helm(Path program) {
    return machine
        .programs()
        .helmVersion()
        .map(version ->
            version.fits()
                ? program + ", " + version.text()
                : program + " is " + version.text() + ": sessions use the cluster's own, of Helm 4")
        .orElse(program + " doesn't run: sessions use the cluster's own");
  }

  /** A program that the cluster can stand in for. */
  private static MachineFinding clusterProgram(String name, Optional<String> found) {
    return MachineFinding.ok(
        name,
        name + " command",
        found.orElse("not found: the cluster has its own"),
        Set.of(LabKind.KUBERNETES));
  }

  /**
   * Examines the disk that contains the engine's images.
   *
   * @param folder the engine's data folder; empty if unknown
   */
  MachineFinding disk(String folder) {
    Path place = folder.isEmpty() ? machine.home() : machine.path(folder);
    while (Files.notExists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    try {
      return disk(Files.getFileStore(place).getUsableSpace());
    } catch (IOException | SecurityException hidden) {
      return MachineFinding.unknown(
          "disk",
          "Disk",
          "the free space at " + place + " can't be read",
          MachineFinding.ENGINE_LABS);
    }
  }

  static MachineFinding disk(long free) {
    String found = ByteSizeFormatter.format(free) + " free";
    if (free < MIN_DISK) {
      return MachineFinding.missing(
          "disk",
          "Disk",
          found + ", but labs need 1 GB",
          "Free some space, for instance with: docker system prune",
          MachineFinding.ENGINE_LABS);
    }
    return free < COMFORTABLE_DISK
        ? MachineFinding.warning(
            "disk",
            "Disk",
            found,
            "Enough for labs, but building images takes 13 GB.",
            MachineFinding.ENGINE_LABS)
        : MachineFinding.ok("disk", "Disk", found, MachineFinding.ENGINE_LABS);
  }

  MachineFinding inotify() {
    var neededBy = Set.of(LabKind.KUBERNETES);
    String limit =
        HostMachine.read(machine.path("/proc/sys/fs/inotify/max_user_instances"))
            .orElse("")
            .strip();
    try {
      int clusters =
          Math.max(0, (Integer.parseInt(limit) - usedInotifyInstances()) / INSTANCES_PER_CLUSTER);
      String found = limit + " instances: enough for " + clusterCount(clusters);
      if (clusters >= COMFORTABLE_CLUSTERS) {
        return MachineFinding.ok("inotify", "inotify limit", limit + " instances", neededBy);
      }
      String remedy = "To raise it: sudo sysctl -w fs.inotify.max_user_instances=1024";
      return clusters == 0
          ? MachineFinding.missing("inotify", "inotify limit", found, remedy, neededBy)
          : MachineFinding.warning("inotify", "inotify limit", found, remedy, neededBy);
    } catch (NumberFormatException notLinux) {
      return MachineFinding.unknown(
          "inotify", "inotify limit", "this system doesn't tell", neededBy);
    }
  }

  /** Counts the inotify instances of all processes that can be inspected. */
  private int usedInotifyInstances() {
    try (Stream<Path> processes = Files.list(machine.path("/proc"))) {
      return processes
          .filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .mapToInt(process -> inotifyInstances(process.resolve("fd")))
          .sum();
    } catch (IOException noProc) {
      return 0;
    }
  }

  private static int inotifyInstances(Path descriptors) {
    try (Stream<Path> links = Files.list(descriptors)) {
      return (int) links.filter(HostFacts::isInotify).count();
    } catch (IOException | UncheckedIOException notOurs) {
      return 0;
    }
  }

  private static boolean isInotify(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("inotify");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String clusterCount(int clusters) {
    return switch (clusters) {
      case 0 -> "no cluster";
      case 1 -> "one cluster at a time";
      default -> "about " + clusters + " clusters at a time";
    };
  }

  /**
   * Reports that the docker command's own context can't be used, and that Deckhand looks elsewhere.
   */
  static MachineFinding dockerContext(String problem) {
    return MachineFinding.warning(
        "docker-context",
        "docker context",
        problem + "; Deckhand looked for an engine in the usual places instead",
        "The docker command would fail. List the contexts: docker context ls. Use the default one:"
            + " docker context use default",
        MachineFinding.ENGINE_LABS);
  }
}
