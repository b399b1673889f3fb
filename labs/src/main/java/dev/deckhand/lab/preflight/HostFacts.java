package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the machine itself says, whatever its engine: Java, programs, disk, limits. */
record HostFacts(HostMachine machine, Distribution distribution) {

  /** What the lab images and a lesson's unpacked layers take at least. */
  private static final long MIN_DISK = ByteSizeFormatter.GB;

  private static final long COMFORTABLE_DISK = 6 * ByteSizeFormatter.GB;

  /** What a cluster's components and a few Pods take. */
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
            found + " without the tools that compile",
            distribution.installInstruction("a JDK of version 25 or newer"),
            Set.of(LabKind.JAVA));
  }

  List<MachineFinding> programs() {
    return List.of(bash(), docker(), bundledProgram("kubectl"), bundledProgram("helm"));
  }

  private MachineFinding bash() {
    return machine
        .program("bash")
        .map(path -> MachineFinding.ok("bash", "bash", path.toString(), MachineFinding.ALL_LABS))
        .orElseGet(() ->
            MachineFinding.missing(
                "bash",
                "bash",
                "not found, and what you type runs in it",
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
                "not found, and Docker lessons are typed with it",
                distribution == Distribution.FEDORA
                    ? distribution.installInstruction("moby-engine")
                    : distribution.installInstruction(
                        distribution == Distribution.MAC ? "docker" : "docker.io"),
                Set.of(LabKind.DOCKER)));
  }

  /** A program that comes with the cluster, or with Deckhand. */
  private MachineFinding bundledProgram(String name) {
    String ours = name.equals("helm") ? "Deckhand brings its own" : "the cluster brings its own";
    return MachineFinding.ok(
        name,
        name + " command",
        machine.program(name).map(Path::toString).orElse("not found: " + ours),
        Set.of(LabKind.KUBERNETES));
  }

  /**
   * Looks at the disk that the engine keeps its images on.
   *
   * @param folder the engine's own, empty where nobody knows
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
          "disk", "Disk", place + " cannot be looked at", MachineFinding.ENGINE_LABS);
    }
  }

  static MachineFinding disk(long free) {
    String found = ByteSizeFormatter.format(free) + " free";
    if (free < MIN_DISK) {
      return MachineFinding.missing(
          "disk",
          "Disk",
          found + ", and labs want 1 GB",
          "Make room. What Docker itself can spare: docker system prune",
          MachineFinding.ENGINE_LABS);
    }
    return free < COMFORTABLE_DISK
        ? MachineFinding.warning(
            "disk",
            "Disk",
            found,
            "Enough for labs. Building images takes 6 GB while it lasts.",
            MachineFinding.ENGINE_LABS)
        : MachineFinding.ok("disk", "Disk", found, MachineFinding.ENGINE_LABS);
  }

  MachineFinding inotify() {
    var neededBy = Set.of(LabKind.KUBERNETES);
    String said =
        HostMachine.read(machine.path("/proc/sys/fs/inotify/max_user_instances"))
            .orElse("")
            .strip();
    try {
      int clusters =
          Math.max(0, (Integer.parseInt(said) - usedInotifyInstances()) / INSTANCES_PER_CLUSTER);
      String found = said + " instances: enough for " + clusterCount(clusters);
      if (clusters >= COMFORTABLE_CLUSTERS) {
        return MachineFinding.ok("inotify", "inotify limit", said + " instances", neededBy);
      }
      String remedy = "To raise it: sudo sysctl -w fs.inotify.max_user_instances=1024";
      return clusters == 0
          ? MachineFinding.missing("inotify", "inotify limit", found, remedy, neededBy)
          : MachineFinding.warning("inotify", "inotify limit", found, remedy, neededBy);
    } catch (NumberFormatException notLinux) {
      return MachineFinding.unknown(
          "inotify", "inotify limit", "this system doesn't say", neededBy);
    }
  }

  /** Counts the inotify instances of all processes that may be looked into. */
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
