package dev.deckhand.lab.preflight;

import dev.deckhand.lab.LabFault;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Why no engine can be used, and how to get one.
 *
 * @param reason what the search for an engine found
 * @param remedy what the person can do, in a sentence
 * @param installablePackage the package that {@code deckhand setup} installs; empty if it can't
 */
public record MissingEngine(String reason, String remedy, String installablePackage) {

  public static MissingEngine of(EngineSearch search, HostMachine hostMachine) {
    Distribution distribution = Distribution.of(hostMachine);
    Optional<EnginePing> refusing = search.mostLikely();
    if (refusing.isPresent()) {
      EnginePing enginePing = refusing.get();
      String why =
          "Docker is not reachable at "
              + enginePing.candidate().uri()
              + " ("
              + enginePing.failure();
      if (enginePing.candidate().source().equals("DOCKER_HOST")) {
        boolean unusable = enginePing.candidate().address().isEmpty();
        return new MissingEngine(
            why + "; the address is that of DOCKER_HOST)",
            (unusable ? "Correct DOCKER_HOST" : "Start that engine") + ", or: unset DOCKER_HOST",
            "");
      }
      if (enginePing.failure().equals(EnginePing.DENIED)) {
        return new MissingEngine(
            why + ")",
            "Add yourself to the docker group (sudo usermod -aG docker $USER), and log in again.",
            "");
      }
      if (!enginePing.candidate().source().equals("Docker")) {
        return new MissingEngine(why + ")", "Start " + enginePing.candidate().source() + ".", "");
      }
    }
    String why =
        refusing
            .map(enginePing ->
                "Docker is not reachable at "
                    + enginePing.candidate().uri()
                    + " ("
                    + enginePing.failure()
                    + ")")
            .orElse("No engine was found on this machine: none of the usual sockets exists");
    boolean installed =
        hostMachine.program("dockerd").isPresent()
            // this folder is only on the PATH of root
            || Files.isExecutable(hostMachine.path("/usr/sbin/dockerd"));
    String byHand = installed ? "sudo systemctl start docker" : distribution.manualEngineInstall();
    if (hostMachine.isLinux() && distribution.enginePackage().isPresent()) {
      String name = installed ? "dockerd" : distribution.enginePackage().get();
      return hostMachine.superuser()
          ? new MissingEngine(why, "Run: deckhand setup (or by hand: " + byHand + ")", name)
          : new MissingEngine(
              why,
              "Run: "
                  + byHand
                  + " (or: sudo "
                  + hostMachine.imageFolder().resolve("install-engine")
                  + ")",
              "");
    }
    return new MissingEngine(why, "Install and start one: " + byHand + ".", "");
  }

  /** Whether it is installed and only needs to be started. */
  public boolean isStopped() {
    return installablePackage.equals("dockerd");
  }

  /** Whether {@code deckhand setup} can install or start one. */
  public boolean isFixableBySetup() {
    return !installablePackage.isEmpty();
  }

  /** The same as a lab fault. */
  public LabFault fault() {
    return new LabFault(LabFault.Kind.NO_ENGINE, reason + ".", remedy);
  }
}
