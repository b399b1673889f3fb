package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.container.LabStorage;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.time.BoundedCall;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionedTool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Examines a machine: all questions in parallel, each with a timeout. */
public final class Preflight {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Longer, since starting a container is slow on a busy machine. */
  private static final Duration PRIVILEGED_TIMEOUT = Duration.ofSeconds(8);

  private final HostMachine hostMachine;
  private final HostFacts host;
  private final Clock clock;

  public Preflight(HostMachine hostMachine, Clock clock) {
    this.hostMachine = hostMachine;
    this.clock = clock;
    this.host = new HostFacts(hostMachine, Distribution.of(hostMachine));
  }

  /** Examines everything that labs with these needs require; takes a few seconds at most. */
  public MachineReport examine(Collection<LabNeeds> needs) throws InterruptedException {
    List<RequiredImage> images =
        RequiredImage.of(needs, LabImageChoice.of(hostMachine.environment()));
    EngineSearch search = EngineSearch.run(hostMachine);
    Optional<EngineAddress> engine = search.engine();
    var machineFindings = new ArrayList<MachineFinding>();
    machineFindings.add(host.java());
    search.unusedContext().map(HostFacts::dockerContext).ifPresent(machineFindings::add);
    if (engine.isPresent()) {
      machineFindings.addAll(withEngine(engine.get(), search, images));
    } else {
      machineFindings.addAll(withoutEngine(search, images));
    }
    machineFindings.addAll(
        new LabVersionFinder(hostMachine)
            .find(List.of(VersionedTool.values()), engine)
            .findings(needs));
    machineFindings.addAll(host.programs());
    return new MachineReport(machineFindings);
  }

  private List<MachineFinding> withEngine(
      EngineAddress engine, EngineSearch search, List<RequiredImage> images)
      throws InterruptedException {
    try (EngineApi api = EngineApi.at(engine)) {
      var privileged =
          BoundedCall.start(
              "preflight",
              PRIVILEGED_TIMEOUT,
              () -> new PrivilegedContainerProbe(engine, hostMachine).probe());
      var imageFacts =
          BoundedCall.start("preflight", TIMEOUT, () -> Optional.of(ImageFacts.of(api, images)));
      var version =
          BoundedCall.<Optional<JsonNode>>start(
              "preflight", TIMEOUT, () -> Optional.of(api.get("/version")));
      Optional<JsonNode> info =
          BoundedCall.<Optional<JsonNode>>start(
                  "preflight", TIMEOUT, () -> Optional.of(api.get("/info")))
              .resultOr(Optional.empty());
      Instant answered = clock.instant();
      MachineFinding registry = info.map(this::registry).orElseGet(() -> timedOut("registry"));
      var machineFindings = new ArrayList<MachineFinding>();
      Optional<JsonNode> answer = version.resultOr(Optional.empty());
      if (answer.isPresent() && info.isPresent()) {
        machineFindings.addAll(
            new EngineFacts(
                    engineLocation(search),
                    answer.get(),
                    info.get(),
                    hostMachine.variable(ContainerLimits.VARIABLE),
                    hostMachine.variable(LabStorage.VARIABLE))
                .findings());
        machineFindings.add(EngineClock.finding(info.get().path("SystemTime").asText(), answered));
      } else {
        machineFindings.add(timedOut("engine"));
      }
      machineFindings.add(
          privileged.resultOr(
              MachineFinding.unknown(
                  "privileged",
                  "Privileged containers",
                  "unknown: starting one took too long",
                  MachineFinding.ENGINE_LABS)));
      machineFindings.add(
          host.disk(info.map(one -> one.path("DockerRootDir").asText()).orElse("")));
      machineFindings.add(host.inotify());
      machineFindings.add(registry);
      machineFindings.addAll(
          imageFacts
              .resultOr(Optional.empty())
              .map(seen -> seen.findings(registryStatus(registry), BuildableImages.of(hostMachine)))
              .orElseGet(() -> List.of(timedOut("images"))));
      return machineFindings;
    }
  }

  private static String engineLocation(EngineSearch search) {
    return search
        .answered()
        .map(enginePing ->
            enginePing.candidate().uri() + " (" + enginePing.candidate().source() + ")")
        .orElse("");
  }

  private static MachineFinding timedOut(String id) {
    String title =
        switch (id) {
          case "registry" -> "Image registry";
          case "images" -> "Images";
          default -> "Engine";
        };
    return MachineFinding.unknown(
        id, title, "the engine did not answer this in time", MachineFinding.ENGINE_LABS);
  }

  private List<MachineFinding> withoutEngine(EngineSearch search, List<RequiredImage> images) {
    MissingEngine none = MissingEngine.of(search, hostMachine);
    var machineFindings = new ArrayList<MachineFinding>();
    MachineFinding engine =
        MachineFinding.missing(
            "engine", "Engine", none.reason(), none.remedy(), MachineFinding.ENGINE_LABS);
    machineFindings.add(none.isFixableBySetup() ? engine.fixableBySetup() : engine);
    machineFindings.addAll(EngineFacts.unknown());
    machineFindings.add(EngineClock.unknown());
    machineFindings.add(
        EngineFacts.unknown("privileged", "Privileged containers", MachineFinding.ENGINE_LABS));
    machineFindings.add(host.disk(""));
    machineFindings.add(host.inotify());
    machineFindings.add(RegistryStatus.unknown("unknown without an engine"));
    images.forEach(image ->
        machineFindings.add(
            EngineFacts.unknown(
                "image:" + image.title(), "Image " + image.title(), image.neededBy())));
    return machineFindings;
  }

  private MachineFinding registry(JsonNode info) {
    Optional<RegistryProbe> probe = RegistryProbe.of(info, hostMachine);
    return probe
        .map(one -> RegistryStatus.finding(one, registryObstacle(one)))
        .orElseGet(() -> RegistryStatus.unknown("the engine names none"));
  }

  public static String registryObstacle(RegistryProbe probe) {
    try {
      return BoundedCall.start("preflight", TIMEOUT, probe::obstacle)
          .resultOr("no answer within 3 s");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static RegistryStatus registryStatus(MachineFinding registry) {
    return switch (registry.state()) {
      case OK -> RegistryStatus.REACHABLE;
      case WARNING, MISSING -> RegistryStatus.UNREACHABLE;
      case UNKNOWN -> RegistryStatus.UNKNOWN;
    };
  }
}
