package dev.deckhand.lab.preflight;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine as the program sees it.
 *
 * @param home the person's home folder
 * @param installFolder where Deckhand itself is, with {@code labs/images}
 * @param root where the file system begins: {@code /}, or a folder in a test
 * @param system as Java calls it: {@code Linux}, {@code Mac OS X}
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

  /** Returns the machine that this runs on. */
  public static HostMachine current(Map<String, String> environment, Path home, Path product) {
    return new HostMachine(
        environment,
        home,
        product.toAbsolutePath(),
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

  /** A variable's value, or an empty string where it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** A place of the file system: {@code /etc/os-release}. */
  public Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** What a small file says; empty where it cannot be read. */
  static Optional<String> read(Path file) {
    // readString begins with a single byte, and the kernel's own files give no second one
    try (var reader = Files.newBufferedReader(file)) {
      return Optional.of(reader.readAllAsString());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Where a program is that can be called by its name. */
  Optional<Path> program(String name) {
    return Stream.of(variable("PATH").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Where what makes images and installs engines is. */
  public Path imageFolder() {
    return installFolder.resolve("labs").resolve("images");
  }
}
