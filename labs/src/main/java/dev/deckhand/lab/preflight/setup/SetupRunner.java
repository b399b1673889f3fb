package dev.deckhand.lab.preflight.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.preflight.BuildableImages;
import dev.deckhand.lab.preflight.EngineSearch;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.preflight.ImageFacts;
import dev.deckhand.lab.preflight.MissingEngine;
import dev.deckhand.lab.preflight.Preflight;
import dev.deckhand.lab.preflight.RegistryProbe;
import dev.deckhand.lab.preflight.RegistryStatus;
import dev.deckhand.lab.preflight.RequiredImage;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gets what labs need: an engine, and images. */
public final class SetupRunner {

  /** How long a background build that made way waits: the other one has to have begun. */
  private static final Duration MADE_WAY_PAUSE = Duration.ofSeconds(2);

  private final HostMachine hostMachine;

  public SetupRunner(HostMachine hostMachine) {
    this.hostMachine = hostMachine;
  }

  /**
   * Finds out what labs with these needs lack; takes milliseconds if nothing, otherwise seconds.
   */
  public SetupPlan plan(Collection<LabNeeds> needs) {
    boolean engineNeeded =
        needs.stream()
            .anyMatch(one ->
                one.labs().contains(LabKind.DOCKER) || one.labs().contains(LabKind.KUBERNETES));
    List<RequiredImage> images =
        RequiredImage.of(needs, LabImageChoice.of(hostMachine.environment()));
    BuildableImages buildable = BuildableImages.of(hostMachine);
    if (!engineNeeded) {
      return SetupPlan.of(List.of(), RegistryStatus.UNKNOWN, buildable);
    }
    EngineSearch search = EngineSearch.run(hostMachine);
    Optional<EngineAddress> engine = search.engine();
    if (engine.isEmpty()) {
      return SetupPlan.withoutEngine(MissingEngine.of(search, hostMachine), images, buildable);
    }
    return plan(engine.get(), images, buildable);
  }

  private SetupPlan plan(
      EngineAddress engine, List<RequiredImage> images, BuildableImages buildable) {
    try (EngineApi api = EngineApi.at(engine)) {
      ImageFacts facts = ImageFacts.of(api, images);
      Optional<LabFault> foreign = facts.foreign();
      if (foreign.isPresent()) {
        throw foreign.get();
      }
      List<RequiredImage> missing = facts.missing();
      RegistryStatus registry =
          missing.isEmpty() ? RegistryStatus.UNKNOWN : registry(api.get("/info"));
      return SetupPlan.of(missing, registry, buildable);
    } catch (ApiUnavailable gone) {
      throw HostEngine.unreachableFault(engine, gone);
    } catch (ApiError refusal) {
      throw new LabFault(
          LabFault.Kind.NO_ENGINE,
          "The engine at " + engine + " refuses to list its images: " + refusal.message() + ".",
          "Run: deckhand doctor",
          refusal);
    }
  }

  private RegistryStatus registry(JsonNode info) {
    return RegistryProbe.of(info, hostMachine)
        .map(probe ->
            Preflight.registryObstacle(probe).isEmpty()
                ? RegistryStatus.REACHABLE
                : RegistryStatus.UNREACHABLE)
        .orElse(RegistryStatus.UNKNOWN);
  }

  /**
   * Gets everything that is missing and can be got. Skips what exists, so that the next run
   * continues where this one stopped.
   *
   * @throws LabFault if something is still missing
   */
  public void run(Collection<LabNeeds> needs, BootProgress progress) throws InterruptedException {
    SetupPlan plan = plan(needs);
    MissingEngine none = plan.missingEngine();
    if (none != null) {
      if (!none.isFixableBySetup()) {
        throw none.fault();
      }
      script("Engine", LabFault.Kind.NO_ENGINE, "install-engine", List.of("--yes")).run(progress);
      plan = plan(needs);
    }
    if (!plan.pulls().isEmpty()) {
      plan = pullImages(plan, progress);
    }
    if (!plan.builds().isEmpty()) {
      script("Images", LabFault.Kind.NO_IMAGE, "build", only(plan.builds())).run(progress);
    }
    if (plan.missingEngine() != null || !plan.unobtainable().isEmpty()) {
      throw plan.fault().orElseThrow();
    }
  }

  /**
   * Whether images of other lessons are to be built in the background: the person agreed to build
   * images for a lesson, and the rest has not been built yet.
   */
  public boolean backgroundBuildPending() {
    return Files.exists(pendingMark());
  }

  /** Remembers that the person agreed to build images, and that some may be missing still. */
  public void requestBackgroundBuild() {
    try {
      Files.createDirectories(pendingMark().getParent());
      Files.writeString(pendingMark(), "");
    } catch (IOException full) {
      // the images are built when a lesson needs them
    }
  }

  /**
   * Builds all images that are missing, with the lowest priority; makes way for a build that
   * somebody waits for, and goes on after it. Interrupting the thread stops it.
   *
   * @throws LabFault if it fails
   */
  public void buildInBackground(Collection<LabNeeds> needs, BootProgress progress)
      throws InterruptedException {
    List<RequiredImage> builds = plan(needs).builds();
    while (!builds.isEmpty()) {
      List<String> arguments = new ArrayList<>(only(quickestFirst(builds)));
      arguments.add("--background");
      try {
        script("Images", LabFault.Kind.NO_IMAGE, "build", arguments).run(progress);
        break;
      } catch (SetupScript.MadeWay other) {
        Thread.sleep(MADE_WAY_PAUSE);
        builds = plan(needs).builds();
      }
    }
    endBackgroundBuild();
  }

  /** Remembers that nothing is missing anymore. */
  public void endBackgroundBuild() {
    try {
      Files.deleteIfExists(pendingMark());
    } catch (IOException readOnly) {
      // the next session finds nothing to build
    }
  }

  private Path pendingMark() {
    return hostMachine.imageCache().resolve("pending");
  }

  /** Most lessons then have their images long before the cluster is compiled. */
  private List<RequiredImage> quickestFirst(List<RequiredImage> builds) {
    BuildableImages buildable = BuildableImages.of(hostMachine);
    return builds.stream()
        .sorted(Comparator.comparingInt(image -> buildable.cost(List.of(image)).seconds()))
        .toList();
  }

  private static List<String> only(List<RequiredImage> builds) {
    return builds.stream()
        .map(RequiredImage::substitute)
        .distinct()
        .flatMap(tag -> Stream.of("--only", tag))
        .toList();
  }

  /** Pulls images; those that the registry refuses are built instead if possible. */
  private SetupPlan pullImages(SetupPlan plan, BootProgress progress) throws InterruptedException {
    EngineAddress engine = EngineSearch.run(hostMachine).address();
    BuildableImages buildable = BuildableImages.of(hostMachine);
    var refused = new ArrayList<RequiredImage>();
    try (EngineApi api = EngineApi.at(engine)) {
      var images = new HostImages(api, LabSettings.SUBSTITUTES, LabSettings.REGISTRY_TIMEOUT);
      for (RequiredImage image : plan.pulls()) {
        try {
          images.resolveAll(List.of(image.name()), progress);
        } catch (LabFault fault) {
          if (!buildable.contains(image)) {
            throw fault;
          }
          refused.add(image);
        }
      }
    } catch (ApiUnavailable gone) {
      throw HostEngine.unreachableFault(engine, gone);
    }
    return SetupPlan.of(refused, RegistryStatus.UNREACHABLE, buildable);
  }

  private SetupScript script(
      String title, LabFault.Kind kind, String name, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(hostMachine.imageFolder().resolve(name).toString());
    command.addAll(arguments);
    Map<String, String> environment = new HashMap<>(hostMachine.environment());
    EngineSearch.run(hostMachine)
        .engine()
        .ifPresent(engine -> {
          environment.put("DOCKER_HOST", engine.uri().toString());
          environment.remove("DOCKER_CONTEXT");
        });
    return new SetupScript(title, kind, command, environment);
  }
}
