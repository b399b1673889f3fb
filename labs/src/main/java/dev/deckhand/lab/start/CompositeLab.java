package dev.deckhand.lab.start;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.observe.ObservationQueue;
import dev.deckhand.lesson.Ability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An engine, a cluster, a Java shell and the workspace, as one lab: as many as a lesson needs. */
final class CompositeLab implements Lab {

  private final List<Lab> parts;
  private final Runnable afterClose;

  /**
   * @param parts in the order in which they were started
   * @param castOff what is left to do when all parts are closed
   */
  CompositeLab(List<Lab> parts, Runnable castOff) {
    this.parts = List.copyOf(parts);
    this.afterClose = castOff;
  }

  /** The cluster among its parts. */
  Optional<K3sLab> cluster() {
    return parts.stream().filter(K3sLab.class::isInstance).map(K3sLab.class::cast).findFirst();
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
  public Watch watch(Collection<Subject> subjects, Consumer<SubjectObservation> listener) {
    // each part has a thread of its own; the listener is told on one
    ObservationQueue merged = ObservationQueue.startFor(listener);
    var shares = new HashMap<Lab, Set<Subject>>();
    subjects.forEach(
        subject -> shares.computeIfAbsent(partFor(subject), _ -> new HashSet<>()).add(subject));
    var watches = new ArrayList<Watch>();
    shares.forEach((part, share) ->
        watches.add(part.watch(share, seen -> merged.add(seen.subject(), seen.observation()))));
    return () -> {
      merged.close();
      watches.forEach(Watch::close);
    };
  }

  @Override
  public List<String> causes(Subject subject) {
    return partFor(subject).causes(subject);
  }

  /** The part that has eyes for a subject; where there is none, the first says so. */
  private Lab partFor(Subject subject) {
    return parts.stream()
        .filter(part -> part.canObserve(subject))
        .findFirst()
        .orElse(parts.getFirst());
  }

  @Override
  public boolean canObserve(Subject subject) {
    return parts.stream().anyMatch(part -> part.canObserve(subject));
  }

  @Override
  public List<String> names(NameQuery nameQueries) {
    return parts.stream().flatMap(part -> part.names(nameQueries).stream()).toList();
  }

  @Override
  public Optional<JavaShell> java() {
    return parts.stream().flatMap(part -> part.java().stream()).findFirst();
  }

  @Override
  public Optional<Manual> manual() {
    return parts.stream().flatMap(part -> part.manual().stream()).findFirst();
  }

  @Override
  public Optional<Recorder> recorder() {
    List<Recorder> recorders = parts.stream().flatMap(part -> part.recorder().stream()).toList();
    return recorders.isEmpty() ? Optional.empty() : Optional.of(new CompositeRecorder(recorders));
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
    afterClose.run();
  }
}
