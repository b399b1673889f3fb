package dev.deckhand.lab.engine;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.EngineStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.observe.EngineCauses;
import dev.deckhand.lab.observe.EngineSight;
import dev.deckhand.lab.observe.EngineWatch;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A Docker engine of a learner's own: whatever is done to it costs nobody else anything. */
public final class PrivateEngine implements Lab {

  private final LabContainer container;
  private final EngineApi api;
  private final Map<String, String> environment;
  private final Preload preload;
  private final List<HostImage> cargo;
  private final EngineState ready;

  PrivateEngine(
      LabContainer container,
      EngineApi api,
      Map<String, String> environment,
      Preload preload,
      List<HostImage> cargo,
      EngineState ready) {
    this.container = container;
    this.api = api;
    this.environment = Map.copyOf(environment);
    this.preload = preload;
    this.cargo = List.copyOf(cargo);
    this.ready = ready;
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of();
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Observation observe(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineSight(api).look(object);
      case KubernetesObject object ->
          new Observation.Unreachable(
              "This lesson's lab has no cluster to look for " + object.spoken() + ".",
              "Tell the lesson's author: the header wants \":lab: kubernetes\".");
    };
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    Sightings sightings = Sightings.to(listener);
    var ours = new HashSet<DockerObject>();
    for (Subject subject : Set.copyOf(subjects)) {
      switch (subject) {
        case DockerObject object -> ours.add(object);
        case KubernetesObject object -> sightings.saw(object, observe(object));
      }
    }
    EngineWatch watch = EngineWatch.of(new EngineSight(api), List.copyOf(ours), sightings);
    return () -> {
      sightings.close();
      watch.close();
    };
  }

  @Override
  public List<String> causes(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineCauses(api).of(object);
      case KubernetesObject _ -> List.of();
    };
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {
    container.onDeath(listener);
  }

  @Override
  public void clear() {
    try {
      List<String> lost = ready.restore(api);
      List<HostImage> again =
          cargo.stream().filter(image -> lost.contains(image.name().toString())).toList();
      preload.into(new EngineStore(api), again, BootProgress.SILENT);
    } catch (EngineGone | EngineRefusal failure) {
      throw new LabFault(
          LabFault.Kind.LOST,
          "The lab's engine could not be cleared: " + failure.getMessage() + ".",
          "Your work is saved. Type \"reset\" to get a fresh lab.",
          failure);
    }
  }

  @Override
  public void close() {
    container.close();
    api.close();
  }
}
