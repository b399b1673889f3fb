package dev.deckhand.lab.observe.engine;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.observe.Observer;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Observes an engine's objects, by its events. */
public record DockerObserver(EngineApi api) implements Observer<DockerObject> {

  @Override
  public Observation observe(DockerObject subject) {
    return new EngineReader(api).observe(subject);
  }

  @Override
  public List<String> causes(DockerObject subject) {
    return new EngineCauses(api).of(subject);
  }

  @Override
  public Watch watch(Set<DockerObject> subjects, BiConsumer<DockerObject, Observation> listener) {
    return EngineWatch.start(new EngineReader(api), subjects, listener);
  }
}
