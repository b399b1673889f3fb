package dev.deckhand.lab.start;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.engine.PrivateEngine;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lesson.Ability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An engine, a cluster, or both, as one lab. */
final class LabOfParts implements Lab {

  private final Berth berth;
  private final List<Lab> parts;

  LabOfParts(Berth berth, List<Lab> parts) {
    this.berth = berth;
    this.parts = List.copyOf(parts);
  }

  @Override
  public Set<Ability> abilities() {
    return parts.stream().flatMap(part -> part.abilities().stream()).collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    parts.forEach(part -> environment.putAll(part.environment()));
    return Map.copyOf(environment);
  }

  @Override
  public Observation observe(Subject subject) {
    return partFor(subject).observe(subject);
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    // each part has a thread of its own; the listener is told on one
    Sightings merged = Sightings.to(listener);
    var shares = new HashMap<Lab, Set<Subject>>();
    subjects.forEach(
        subject -> shares.computeIfAbsent(partFor(subject), _ -> new HashSet<>()).add(subject));
    var watches = new ArrayList<Watch>();
    shares.forEach((part, share) ->
        watches.add(part.watch(share, seen -> merged.saw(seen.subject(), seen.observation()))));
    return () -> {
      merged.close();
      watches.forEach(Watch::close);
    };
  }

  @Override
  public List<String> causes(Subject subject) {
    return partFor(subject).causes(subject);
  }

  /** The part that knows such subjects; where there is none, any part says so. */
  private Lab partFor(Subject subject) {
    return parts.stream()
        .filter(part ->
            switch (subject) {
              case Subject.KubernetesObject _ -> part instanceof K3sLab;
              case Subject.DockerObject _ -> part instanceof PrivateEngine;
            })
        .findFirst()
        .orElse(parts.getFirst());
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {
    var told = new AtomicBoolean();
    parts.forEach(part ->
        part.onLost(fault -> {
          if (told.compareAndSet(false, true)) {
            listener.accept(fault);
          }
        }));
  }

  @Override
  public void clear() throws InterruptedException {
    for (Lab part : parts) {
      part.clear();
    }
  }

  @Override
  public void close() {
    parts.reversed().forEach(Lab::close);
    berth.lifeline().close();
    berth.host().api().close();
  }
}
