package dev.deckhand.lab.preflight;

import dev.deckhand.lab.LabFault;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Why no engine is to be had, and the way to one.
 *
 * @param why what was found where an engine is looked for
 * @param next what to do by hand, in a sentence
 * @param installable the package that {@code deckhand setup} installs; empty where it cannot
 */
public record NoEngine(String why, String next, String installable) {

  static NoEngine of(EngineSearch search, Machine machine) {
    Distribution distribution = Distribution.of(machine);
    Optional<Knock> refusing = search.likeliest();
    if (refusing.isPresent()) {
      Knock knock = refusing.get();
      String why = "Docker is not reachable at " + knock.candidate().uri() + " (" + knock.why();
      if (knock.candidate().source().equals("DOCKER_HOST")) {
        return new NoEngine(
            why + "; DOCKER_HOST says so)", "Start that engine, or: unset DOCKER_HOST", "");
      }
      if (knock.why().equals(Knock.DENIED)) {
        return new NoEngine(
            why + ")",
            "Add yourself to the docker group (sudo usermod -aG docker $USER), and log in again.",
            "");
      }
      if (!knock.candidate().source().equals("Docker")) {
        return new NoEngine(why + ")", "Start " + knock.candidate().source() + ".", "");
      }
    }
    String why =
        refusing
            .map(knock ->
                "Docker is not reachable at " + knock.candidate().uri() + " (" + knock.why() + ")")
            .orElse("No engine is on this machine: none of the usual sockets is there");
    boolean here =
        machine.program("dockerd").isPresent()
            // where people other than root do not look
            || Files.isExecutable(machine.at("/usr/sbin/dockerd"));
    String byHand = here ? "sudo systemctl start docker" : distribution.engineByHand();
    if (machine.isLinux() && distribution.enginePackage().isPresent()) {
      String name = here ? "dockerd" : distribution.enginePackage().get();
      return machine.superuser()
          ? new NoEngine(why, "Run: deckhand setup (or by hand: " + byHand + ")", name)
          : new NoEngine(
              why,
              "Run: " + byHand + " (or: sudo " + machine.recipes().resolve("install-engine") + ")",
              "");
    }
    return new NoEngine(why, "Get one: " + byHand + ".", "");
  }

  /** Whether it is installed and only wants to be started. */
  public boolean stopped() {
    return installable.equals("dockerd");
  }

  /** Whether {@code deckhand setup} gets one. */
  public boolean setupHelps() {
    return !installable.isEmpty();
  }

  /** The same as a fault of the lab. */
  public LabFault fault() {
    return new LabFault(LabFault.Kind.NO_ENGINE, why + ".", next);
  }
}
