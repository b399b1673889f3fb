package dev.deckhand.lab.preflight;

import java.util.List;
import java.util.Optional;

/** The kinds of operating systems, and how software is installed on them. */
enum Distribution {
  DEBIAN("docker.io", "apt-get install -y"),
  FEDORA("moby-engine", "dnf install -y"),
  MAC("", "brew install"),
  OTHER("", "");

  private final String enginePackage;
  private final String installCommand;

  Distribution(String enginePackage, String installCommand) {
    this.enginePackage = enginePackage;
    this.installCommand = installCommand;
  }

  static Distribution of(HostMachine hostMachine) {
    if (hostMachine.isMac()) {
      return MAC;
    }
    String release = HostMachine.read(hostMachine.path("/etc/os-release")).orElse("");
    List<String> ids = new java.util.ArrayList<>();
    for (String line : release.lines().toList()) {
      if (line.startsWith("ID=") || line.startsWith("ID_LIKE=")) {
        String value = line.substring(line.indexOf('=') + 1).replaceAll("[\"']", "");
        ids.addAll(List.of(value.split(" ", -1)));
      }
    }
    if (ids.contains("debian") || ids.contains("ubuntu")) {
      return DEBIAN;
    }
    return ids.contains("fedora") ? FEDORA : OTHER;
  }

  /** The engine's package; empty if none is known. */
  Optional<String> enginePackage() {
    return enginePackage.isEmpty() ? Optional.empty() : Optional.of(enginePackage);
  }

  /** Whether images can be built here from packages. */
  boolean canBuildImages() {
    return this == DEBIAN;
  }

  /** Tells how to install a package. */
  String installInstruction(String packageName) {
    return switch (this) {
      case DEBIAN, FEDORA -> "Install it: sudo " + installCommand + " " + packageName;
      case MAC -> "Install it: " + installCommand + " " + packageName;
      case OTHER -> "Install " + packageName + " with your system's package manager.";
    };
  }

  /** Tells how to install an engine. */
  String manualEngineInstall() {
    return switch (this) {
      case DEBIAN, FEDORA -> "sudo " + installCommand + " " + enginePackage;
      case MAC -> "brew install colima docker && colima start";
      case OTHER -> "install Docker or Podman with your system's package manager";
    };
  }
}
