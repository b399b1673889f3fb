package dev.deckhand.lab.preflight;

import dev.deckhand.lab.cluster.HostPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that Deckhand runs on.
 *
 * @param home the person's home folder
 * @param installFolder Deckhand's folder, with {@code labs/images}
 * @param root the root of the file system: {@code /}, or a folder in a test
 * @param system {@code os.name} of Java: {@code Linux}, {@code Mac OS X}
 * @param superuser whether packages may be installed without sudo
 */
public record HostMachine(
    Map<String, String> environment,
    Path home,
    Path installFolder,
    Path root,
    String system,
    boolean superuser) {

  public HostMachine {
    environment = Map.copyOf(environment);
  }

  /** Returns the current machine. */
  public static HostMachine current(
      Map<String, String> environment, Path home, Path installFolder) {
    return new HostMachine(
        environment,
        home,
        installFolder.toAbsolutePath(),
        Path.of("/"),
        System.getProperty("os.name", ""),
        isSuperuser());
  }

  private static boolean isSuperuser() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException noLinux) {
      return System.getProperty("user.name", "").equals("root");
    }
  }

  boolean isLinux() {
    return system.equals("Linux");
  }

  boolean isMac() {
    return system.startsWith("Mac");
  }

  /** A variable's value; empty if it isn't set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Resolves an absolute path, such as {@code /etc/os-release}. */
  public Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** The content of a small file; empty if it can't be read. */
  static Optional<String> read(Path file) {
    // readString first reads a single byte, after which some of the kernel's files return nothing
    try (var reader = Files.newBufferedReader(file)) {
      return Optional.of(reader.readAllAsString());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Finds a program on the PATH. */
  Optional<Path> program(String name) {
    return programs().find(name);
  }

  /** The programs on the PATH. */
  HostPrograms programs() {
    return new HostPrograms(
        Stream.of(variable("PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList());
  }

  /** The folder in which {@code labs/images/build} keeps what it made. */
  public Path imageCache() {
    String cache = variable("XDG_CACHE_HOME");
    Path folder = cache.isEmpty() ? home.resolve(".cache") : Path.of(cache);
    return folder.resolve("deckhand").resolve("images");
  }

  /** The folder with the scripts that build images and install engines. */
  public Path imageFolder() {
    return installFolder.resolve("labs").resolve("images");
  }
}
