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
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The parts of a lab that a lesson needs (engine, cluster, Java shell, workspace), as one lab. */
final class CompositeLab implements Lab {

  private final List<LabPart> parts;
  private final Observers observers;
  private final Runnable afterClose;

  /**
   * @param parts in the order in which they started
   * @param afterClose runs when all parts are closed
   */
  CompositeLab(List<? extends LabPart> parts, Runnable afterClose) {
    this.parts = List.copyOf(parts);
    this.observers = Observers.join(parts.stream().map(LabPart::observers).toList());
    this.afterClose = afterClose;
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
  public boolean canObserve(Subject subject) {
    return observers.canObserve(subject);
  }

  @Override
  public Observation observe(Subject subject) {
    return observers.observe(subject);
  }

  @Override
  public SubjectWatch watch(Collection<Subject> subjects, Consumer<SubjectObservation> listener) {
    return observers.watch(subjects, listener);
  }

  @Override
  public List<String> causes(Subject subject) {
    return observers.causes(subject);
  }

  @Override
  public List<String> names(NameQuery query) {
    return parts.stream().flatMap(part -> part.names(query).stream()).toList();
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
    var reported = new AtomicBoolean();
    parts.forEach(part ->
        part.onLost(fault -> {
          if (reported.compareAndSet(false, true)) {
            listener.accept(fault);
          }
        }));
  }

  @Override
  public void clear() throws InterruptedException {
    for (LabPart part : parts) {
      part.clear();
    }
  }

  @Override
  public List<String> changes() {
    return parts.stream().flatMap(part -> part.changes().stream()).toList();
  }

  @Override
  public void close() {
    parts.reversed().forEach(LabPart::close);
    afterClose.run();
  }
}
