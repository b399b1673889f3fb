package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lesson.LabNeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks at a machine: everything side by side, each question bounded. */
public final class Preflight {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Starting a container takes long on a busy machine. */
  private static final Duration TRIAL_PATIENCE = Duration.ofSeconds(8);

  private final Machine machine;
  private final HostFacts host;

  public Preflight(Machine machine) {
    this.machine = machine;
    this.host = new HostFacts(machine, Distribution.of(machine));
  }

  /** Looks at everything that labs with these needs want; takes some seconds at most. */
  public MachineReport examine(Collection<LabNeeds> needs) throws InterruptedException {
    List<WantedImage> wanted = WantedImage.of(needs);
    EngineSearch search = EngineSearch.on(machine);
    Optional<EngineAddress> engine = search.engine();
    var findings = new ArrayList<Finding>();
    findings.add(host.java());
    if (engine.isPresent()) {
      findings.addAll(withEngine(engine.get(), search, wanted));
    } else {
      findings.addAll(withoutEngine(search, wanted));
    }
    findings.addAll(host.programs());
    return new MachineReport(findings);
  }

  private List<Finding> withEngine(
      EngineAddress engine, EngineSearch search, List<WantedImage> wanted)
      throws InterruptedException {
    try (EngineApi api = EngineApi.at(engine)) {
      var privileged = Side.ask(TRIAL_PATIENCE, () -> new PrivilegedTrial(engine, machine).look());
      var images = Side.ask(PATIENCE, () -> Optional.of(ImageFacts.on(api, wanted)));
      var version = Side.<Optional<JsonNode>>ask(PATIENCE, () -> Optional.of(api.get("/version")));
      Optional<JsonNode> info =
          Side.<Optional<JsonNode>>ask(PATIENCE, () -> Optional.of(api.get("/info")))
              .or(Optional.empty());
      Finding registry = info.map(this::registry).orElseGet(() -> slow("registry"));
      var findings = new ArrayList<Finding>();
      Optional<JsonNode> said = version.or(Optional.empty());
      if (said.isPresent() && info.isPresent()) {
        findings.addAll(new EngineFacts(place(search), said.get(), info.get()).findings());
      } else {
        findings.add(slow("engine"));
      }
      findings.add(
          privileged.or(
              Finding.unknown(
                  "privileged",
                  "Privileged containers",
                  "not tried to the end: starting one took too long",
                  Finding.ENGINE_LABS)));
      findings.add(host.disk(info.map(one -> one.path("DockerRootDir").asText()).orElse("")));
      findings.add(host.inotify());
      findings.add(registry);
      findings.addAll(
          images
              .or(Optional.empty())
              .map(seen -> seen.findings(fact(registry), Builds.on(machine)))
              .orElseGet(() -> List.of(slow("images"))));
      return findings;
    }
  }

  private static String place(EngineSearch search) {
    return search
        .answered()
        .map(knock -> knock.candidate().uri() + " (" + knock.candidate().source() + ")")
        .orElse("");
  }

  private static Finding slow(String id) {
    String title =
        switch (id) {
          case "registry" -> "Image registry";
          case "images" -> "Images";
          default -> "Engine";
        };
    return Finding.unknown(
        id, title, "the engine is there, and did not answer in time", Finding.ENGINE_LABS);
  }

  private List<Finding> withoutEngine(EngineSearch search, List<WantedImage> wanted) {
    NoEngine none = NoEngine.of(search, machine);
    var findings = new ArrayList<Finding>();
    Finding engine =
        Finding.missing("engine", "Engine", none.why(), none.next(), Finding.ENGINE_LABS);
    findings.add(none.setupHelps() ? engine.mendedBySetup() : engine);
    findings.addAll(EngineFacts.untold());
    findings.add(EngineFacts.untold("privileged", "Privileged containers", Finding.ENGINE_LABS));
    findings.add(host.disk(""));
    findings.add(host.inotify());
    findings.add(RegistryFact.unknown("no engine to ask which one"));
    wanted.forEach(image ->
        findings.add(
            EngineFacts.untold(
                "image:" + image.name(), "Image " + image.name(), image.neededBy())));
    return findings;
  }

  private Finding registry(JsonNode info) {
    Optional<RegistryTrial> trial = RegistryTrial.of(info, machine);
    return trial
        .map(one -> RegistryFact.finding(one, reach(one)))
        .orElseGet(() -> RegistryFact.unknown("the engine names none"));
  }

  static String reach(RegistryTrial trial) {
    try {
      return Side.ask(PATIENCE, trial::obstacle).or("no answer within 3 s");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static RegistryFact fact(Finding registry) {
    return switch (registry.state()) {
      case OK -> RegistryFact.ANSWERS;
      case WARNING, MISSING -> RegistryFact.SILENT;
      case UNKNOWN -> RegistryFact.UNKNOWN;
    };
  }
}
