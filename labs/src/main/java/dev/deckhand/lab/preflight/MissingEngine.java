package dev.deckhand.lab.preflight;

import dev.deckhand.lab.LabFault;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Why no engine is to be had, and the way to one.
 *
 * @param reason what was found where an engine is looked for
 * @param remedy what to do by hand, in a sentence
 * @param installablePackage the package that {@code deckhand setup} installs; empty where it cannot
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
            .orElse("No engine is on this machine: none of the usual sockets is there");
    boolean here =
        hostMachine.program("dockerd").isPresent()
            // where people other than root do not look
            || Files.isExecutable(hostMachine.path("/usr/sbin/dockerd"));
    String byHand = here ? "sudo systemctl start docker" : distribution.manualEngineInstall();
    if (hostMachine.isLinux() && distribution.enginePackage().isPresent()) {
      String name = here ? "dockerd" : distribution.enginePackage().get();
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
    return new MissingEngine(why, "Get one: " + byHand + ".", "");
  }

  /** Whether it is installed and only wants to be started. */
  public boolean isStopped() {
    return installablePackage.equals("dockerd");
  }

  /** Whether {@code deckhand setup} gets one. */
  public boolean isFixableBySetup() {
    return !installablePackage.isEmpty();
  }

  /** The same as a fault of the lab. */
  public LabFault fault() {
    return new LabFault(LabFault.Kind.NO_ENGINE, reason + ".", remedy);
  }
}
