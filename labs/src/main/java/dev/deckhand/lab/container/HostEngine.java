package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * The machine's own engine, on which labs run.
 *
 * @param info what it answered to {@code GET /info}
 */
public record HostEngine(EngineApi api, JsonNode info) {

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

  /**
   * Looks for the engine.
   *
   * @throws LabFault if it does not answer, or answers with an error
   */
  public static HostEngine connect(EngineAddress address) {
    EngineApi api = EngineApi.at(address);
    try {
      api.ping(PING_TIMEOUT);
      return new HostEngine(api, api.get("/info"));
    } catch (ApiUnavailable gone) {
      api.close();
      throw unreachableFault(address, gone);
    } catch (ApiError refusal) {
      api.close();
      throw new LabFault(
          LabFault.Kind.NO_ENGINE,
          "Docker at " + address + " answers with an error (" + refusal.message() + ").",
          "Run: deckhand doctor",
          refusal);
    }
  }

  /**
   * Whether a socket that is made in a folder of this machine can be reached from a container: on
   * Linux itself, not through the virtual machine of a desktop.
   */
  public boolean sharesFolders() {
    boolean desktop =
        info.path("OperatingSystem").asText().toLowerCase(Locale.ROOT).contains("desktop");
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    return api.address().isSocket() && linux && !desktop;
  }

  /** Whether its machine has the first version of control groups. */
  public boolean usesCgroupV1() {
    return info.path("CgroupVersion").asText("2").equals("1");
  }

  /** Says that the engine doesn't answer, why, and what to do. */
  public static LabFault unreachableFault(EngineAddress address, ApiUnavailable gone) {
    String why = gone.message();
    String next = "Start it (on Linux: sudo systemctl start docker), or run: deckhand doctor";
    if (why.contains("ermission denied")) {
      why = "permission denied";
      next =
          "Add yourself to the docker group (sudo usermod -aG docker $USER), log in again, and come"
              + " back.";
    } else if (address.isSocket() && !Files.exists(Path.of(address.uri().getPath()))) {
      why = "there is no such socket";
      next = "Start Docker, or run: deckhand setup";
    }
    return new LabFault(
        LabFault.Kind.NO_ENGINE,
        "Docker is not reachable at " + address + " (" + why + ").",
        next,
        gone);
  }
}
