package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets a machine what labs need: an engine, and images. */
public final class SetupRun {

  private final Machine machine;

  public SetupRun(Machine machine) {
    this.machine = machine;
  }

  /** Looks at what labs with these needs lack; milliseconds where nothing does, else seconds. */
  public SetupPlan plan(Collection<LabNeeds> needs) {
    boolean wanted =
        needs.stream()
            .anyMatch(one ->
                one.labs().contains(LabKind.DOCKER) || one.labs().contains(LabKind.KUBERNETES));
    List<WantedImage> images = WantedImage.of(needs);
    Builds here = Builds.on(machine);
    if (!wanted) {
      return SetupPlan.of(null, List.of(), RegistryFact.UNKNOWN, here);
    }
    EngineSearch search = EngineSearch.on(machine);
    Optional<EngineAddress> engine = search.engine();
    if (engine.isEmpty()) {
      // which images it will have, and what they can be got from, only that engine can tell
      return SetupPlan.of(NoEngine.of(search, machine), List.of(), RegistryFact.UNKNOWN, here);
    }
    return plan(engine.get(), images, here);
  }

  private SetupPlan plan(EngineAddress engine, List<WantedImage> images, Builds here) {
    try (EngineApi api = EngineApi.at(engine)) {
      List<WantedImage> missing = ImageFacts.on(api, images).missing();
      RegistryFact registry = missing.isEmpty() ? RegistryFact.UNKNOWN : registry(api.get("/info"));
      return SetupPlan.of(null, missing, registry, here);
    } catch (EngineGone gone) {
      throw HostEngine.noEngine(engine, gone);
    } catch (EngineRefusal refusal) {
      throw new LabFault(
          LabFault.Kind.NO_ENGINE,
          "The engine at " + engine + " refuses to tell of its images: " + refusal.message() + ".",
          "Run: deckhand doctor",
          refusal);
    }
  }

  private RegistryFact registry(JsonNode info) {
    return RegistryTrial.of(info, machine)
        .map(trial -> Preflight.reach(trial).isEmpty() ? RegistryFact.ANSWERS : RegistryFact.SILENT)
        .orElse(RegistryFact.UNKNOWN);
  }

  /**
   * Gets all that is missing and can be had. What is there is left alone, so that the next run goes
   * on where this one stopped.
   *
   * @throws LabFault if something could not be had
   */
  public void provide(Collection<LabNeeds> needs, BootProgress progress)
      throws InterruptedException {
    SetupPlan plan = plan(needs);
    NoEngine none = plan.noEngine();
    if (none != null) {
      if (!none.setupHelps()) {
        throw none.fault();
      }
      script("Engine", LabFault.Kind.NO_ENGINE, "install-engine", List.of("--yes")).run(progress);
      plan = plan(needs);
    }
    if (!plan.pulls().isEmpty()) {
      plan = pulled(plan, progress);
    }
    if (!plan.builds().isEmpty()) {
      var arguments = new ArrayList<String>();
      plan.builds().forEach(image -> arguments.addAll(List.of("--only", image.substitute())));
      script("Images", LabFault.Kind.NO_IMAGE, "build", arguments).run(progress);
    }
    if (plan.noEngine() != null || !plan.beyond().isEmpty()) {
      throw plan.fault().orElseThrow();
    }
  }

  /** Pulls what a registry has; what it refuses is built instead, where there is a recipe. */
  private SetupPlan pulled(SetupPlan plan, BootProgress progress) throws InterruptedException {
    EngineAddress engine = EngineSearch.on(machine).address();
    Builds here = Builds.on(machine);
    var refused = new ArrayList<WantedImage>();
    try (EngineApi api = EngineApi.at(engine)) {
      var images = new HostImages(api, LabSettings.SUBSTITUTES, LabSettings.REGISTRY_PATIENCE);
      for (WantedImage image : plan.pulls()) {
        try {
          images.all(List.of(image.name()), progress);
        } catch (LabFault fault) {
          if (!here.makes(image)) {
            throw fault;
          }
          refused.add(image);
        }
      }
    } catch (EngineGone gone) {
      throw HostEngine.noEngine(engine, gone);
    }
    return SetupPlan.of(null, refused, RegistryFact.SILENT, here);
  }

  private ScriptRun script(String about, LabFault.Kind kind, String name, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(machine.recipes().resolve(name).toString());
    command.addAll(arguments);
    Map<String, String> environment = new HashMap<>(machine.environment());
    EngineSearch.on(machine)
        .engine()
        .ifPresent(engine -> {
          environment.put("DOCKER_HOST", engine.uri().toString());
          environment.remove("DOCKER_CONTEXT");
        });
    return new ScriptRun(about, kind, command, environment);
  }
}
