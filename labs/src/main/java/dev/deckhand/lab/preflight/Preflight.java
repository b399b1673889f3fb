package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.time.BoundedCall;
import dev.deckhand.lesson.LabNeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks at a machine: everything side by side, each question bounded. */
public final class Preflight {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Starting a container takes long on a busy machine. */
  private static final Duration PRIVILEGED_TIMEOUT = Duration.ofSeconds(8);

  private final HostMachine hostMachine;
  private final HostFacts host;

  public Preflight(HostMachine hostMachine) {
    this.hostMachine = hostMachine;
    this.host = new HostFacts(hostMachine, Distribution.of(hostMachine));
  }

  /** Looks at everything that labs with these needs want; takes some seconds at most. */
  public MachineReport examine(Collection<LabNeeds> needs) throws InterruptedException {
    List<RequiredImage> wanted = RequiredImage.of(needs);
    EngineSearch search = EngineSearch.run(hostMachine);
    Optional<EngineAddress> engine = search.engine();
    var machineFindings = new ArrayList<MachineFinding>();
    machineFindings.add(host.java());
    search.unusedContext().map(HostFacts::dockerContext).ifPresent(machineFindings::add);
    if (engine.isPresent()) {
      machineFindings.addAll(withEngine(engine.get(), search, wanted));
    } else {
      machineFindings.addAll(withoutEngine(search, wanted));
    }
    machineFindings.addAll(host.programs());
    return new MachineReport(machineFindings);
  }

  private List<MachineFinding> withEngine(
      EngineAddress engine, EngineSearch search, List<RequiredImage> wanted)
      throws InterruptedException {
    try (EngineApi api = EngineApi.at(engine)) {
      var privileged =
          BoundedCall.start(
              "preflight",
              PRIVILEGED_TIMEOUT,
              () -> new PrivilegedContainerProbe(engine, hostMachine).probe());
      var images =
          BoundedCall.start("preflight", TIMEOUT, () -> Optional.of(ImageFacts.of(api, wanted)));
      var version =
          BoundedCall.<Optional<JsonNode>>start(
              "preflight", TIMEOUT, () -> Optional.of(api.get("/version")));
      Optional<JsonNode> info =
          BoundedCall.<Optional<JsonNode>>start(
                  "preflight", TIMEOUT, () -> Optional.of(api.get("/info")))
              .resultOr(Optional.empty());
      MachineFinding registry = info.map(this::registry).orElseGet(() -> timedOut("registry"));
      var machineFindings = new ArrayList<MachineFinding>();
      Optional<JsonNode> said = version.resultOr(Optional.empty());
      if (said.isPresent() && info.isPresent()) {
        machineFindings.addAll(
            new EngineFacts(
                    engineLocation(search),
                    said.get(),
                    info.get(),
                    hostMachine.variable(ContainerLimits.VARIABLE))
                .findings());
      } else {
        machineFindings.add(timedOut("engine"));
      }
      machineFindings.add(
          privileged.resultOr(
              MachineFinding.unknown(
                  "privileged",
                  "Privileged containers",
                  "not tried to the end: starting one took too long",
                  MachineFinding.ENGINE_LABS)));
      machineFindings.add(
          host.disk(info.map(one -> one.path("DockerRootDir").asText()).orElse("")));
      machineFindings.add(host.inotify());
      machineFindings.add(registry);
      machineFindings.addAll(
          images
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
        id, title, "the engine is there, and did not answer in time", MachineFinding.ENGINE_LABS);
  }

  private List<MachineFinding> withoutEngine(EngineSearch search, List<RequiredImage> wanted) {
    MissingEngine none = MissingEngine.of(search, hostMachine);
    var machineFindings = new ArrayList<MachineFinding>();
    MachineFinding engine =
        MachineFinding.missing(
            "engine", "Engine", none.reason(), none.remedy(), MachineFinding.ENGINE_LABS);
    machineFindings.add(none.isFixableBySetup() ? engine.fixableBySetup() : engine);
    machineFindings.addAll(EngineFacts.unknown());
    machineFindings.add(
        EngineFacts.unknown("privileged", "Privileged containers", MachineFinding.ENGINE_LABS));
    machineFindings.add(host.disk(""));
    machineFindings.add(host.inotify());
    machineFindings.add(RegistryStatus.unknown("no engine to ask which one"));
    wanted.forEach(image ->
        machineFindings.add(
            EngineFacts.unknown(
                "image:" + image.name(), "Image " + image.name(), image.neededBy())));
    return machineFindings;
  }

  private MachineFinding registry(JsonNode info) {
    Optional<RegistryProbe> trial = RegistryProbe.of(info, hostMachine);
    return trial
        .map(one -> RegistryStatus.finding(one, registryObstacle(one)))
        .orElseGet(() -> RegistryStatus.unknown("the engine names none"));
  }

  public static String registryObstacle(RegistryProbe trial) {
    try {
      return BoundedCall.start("preflight", TIMEOUT, trial::obstacle)
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
