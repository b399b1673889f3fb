package dev.deckhand.lab.engine;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Things;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.EngineStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.names.EngineNames;
import dev.deckhand.lab.observe.EngineEyes;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lab.probe.Tunnel;
import dev.deckhand.lab.xray.EngineRecorder;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final EngineEyes eyes;
  private final EngineRecorder recorder;
  private final EngineNames names;

  PrivateEngine(
      LabContainer container,
      EngineApi api,
      Map<String, String> environment,
      Preload preload,
      List<HostImage> cargo,
      EngineState ready,
      EngineRecorder recorder) {
    this.container = container;
    this.api = api;
    this.environment = Map.copyOf(environment);
    this.preload = preload;
    this.cargo = List.copyOf(cargo);
    this.ready = ready;
    this.recorder = recorder;
    this.names = new EngineNames(api);
    this.eyes = EngineEyes.of(api, new Tunnel(container.host().api(), container.id()));
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
  public List<String> names(Things things) {
    return names.of(things);
  }

  @Override
  public boolean sees(Subject subject) {
    return eyes.sees(subject);
  }

  @Override
  public Optional<Recorder> recorder() {
    return Optional.of(recorder);
  }

  @Override
  public Observation observe(Subject subject) {
    return eyes.look(subject);
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    return eyes.watch(Set.copyOf(subjects), Sightings.to(listener));
  }

  @Override
  public List<String> causes(Subject subject) {
    return eyes.causes(subject);
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
    recorder.close();
    container.close();
    api.close();
  }
}
