package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the machine itself says, whatever its engine: Java, programs, disk, limits. */
record HostFacts(Machine machine, Distribution distribution) {

  /** What the lab images and a lesson's unpacked layers take at least. */
  private static final long LEAST_DISK = Sizes.GB;

  private static final long COMFORTABLE_DISK = 6 * Sizes.GB;

  /** Each cluster takes about 35 of these, and the machine's own services some. */
  private static final int FEW_INSTANCES = 128;

  Finding java() {
    boolean compiler = ModuleFinder.ofSystem().find("jdk.jshell").isPresent();
    String found = Runtime.version().toString();
    return compiler
        ? Finding.ok("jdk", "Java", "JDK " + found, Set.of(LabKind.JAVA))
        : Finding.missing(
            "jdk",
            "Java",
            found + " without the tools that compile",
            distribution.installing("a JDK of version 25 or newer"),
            Set.of(LabKind.JAVA));
  }

  List<Finding> programs() {
    return List.of(bash(), docker(), brought("kubectl"), brought("helm"));
  }

  private Finding bash() {
    return machine
        .program("bash")
        .map(path -> Finding.ok("bash", "bash", path.toString(), Finding.ALL_LABS))
        .orElseGet(() ->
            Finding.missing(
                "bash",
                "bash",
                "not found, and what you type runs in it",
                distribution.installing("bash"),
                Finding.ALL_LABS));
  }

  private Finding docker() {
    var title = "docker command";
    return machine
        .program("docker")
        .map(path -> Finding.ok("docker", title, path.toString(), Set.of(LabKind.DOCKER)))
        .orElseGet(() ->
            Finding.missing(
                "docker",
                title,
                "not found, and Docker lessons are typed with it",
                distribution == Distribution.FEDORA
                    ? distribution.installing("moby-engine")
                    : distribution.installing(
                        distribution == Distribution.MAC ? "docker" : "docker.io"),
                Set.of(LabKind.DOCKER)));
  }

  /** A program that comes with the cluster, or with Deckhand. */
  private Finding brought(String name) {
    String ours = name.equals("helm") ? "Deckhand brings its own" : "the cluster brings its own";
    return Finding.ok(
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
  Finding disk(String folder) {
    Path place = folder.isEmpty() ? machine.home() : machine.at(folder);
    while (Files.notExists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    try {
      return disk(Files.getFileStore(place).getUsableSpace());
    } catch (IOException | SecurityException hidden) {
      return Finding.unknown("disk", "Disk", place + " cannot be looked at", Finding.ENGINE_LABS);
    }
  }

  static Finding disk(long free) {
    String found = Sizes.said(free) + " free";
    if (free < LEAST_DISK) {
      return Finding.missing(
          "disk",
          "Disk",
          found + ", and labs want 1 GB",
          "Make room. What Docker itself can spare: docker system prune",
          Finding.ENGINE_LABS);
    }
    return free < COMFORTABLE_DISK
        ? Finding.warning(
            "disk",
            "Disk",
            found,
            "Enough for labs. Building images takes 6 GB while it lasts.",
            Finding.ENGINE_LABS)
        : Finding.ok("disk", "Disk", found, Finding.ENGINE_LABS);
  }

  Finding inotify() {
    var clusters = Set.of(LabKind.KUBERNETES);
    String said =
        Machine.read(machine.at("/proc/sys/fs/inotify/max_user_instances")).orElse("").strip();
    try {
      int instances = Integer.parseInt(said);
      return instances > FEW_INSTANCES
          ? Finding.ok("inotify", "inotify limit", said + " instances", clusters)
          : Finding.warning(
              "inotify",
              "inotify limit",
              said + " instances: about three clusters at a time start",
              "For more: sudo sysctl -w fs.inotify.max_user_instances=1024",
              clusters);
    } catch (NumberFormatException notLinux) {
      return Finding.unknown("inotify", "inotify limit", "this system does not say", clusters);
    }
  }
}
