package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The observers of a lab: finds the one for a subject. */
public final class Observers {

  /** Asks a server whether it answers, within a few seconds; throws if it doesn't. */
  public interface Ping {
    void send() throws ApiException;
  }

  private final List<Entry<?>> entries;

  private Observers(List<Entry<?>> entries) {
    this.entries = List.copyOf(entries);
  }

  /** One observer, with the subjects that are its own. */
  private record Entry<S extends Subject>(
      Class<S> type, Predicate<S> accepts, Observer<S> observer, Ping ping) {

    boolean handles(Subject subject) {
      return type.isInstance(subject) && accepts.test(type.cast(subject));
    }

    Observation observe(Subject subject) {
      return observer.observe(type.cast(subject));
    }

    List<String> causes(Subject subject) {
      return observer.causes(type.cast(subject));
    }

    Watch watch(Set<Subject> subjects, BiConsumer<Subject, Observation> listener) {
      return observer.watch(
          subjects.stream().map(type::cast).collect(Collectors.toCollection(LinkedHashSet::new)),
          listener::accept);
    }
  }

  /** Collects the observers of one server. */
  public static final class Builder {
    private final List<Entry<?>> entries = new ArrayList<>();
    private final Ping ping;

    private Builder(Ping ping) {
      this.ping = ping;
    }

    public <S extends Subject> Builder add(Class<S> type, Observer<S> observer) {
      return add(type, _ -> true, observer);
    }

    /**
     * Adds an observer of some subjects of a type.
     *
     * @param accepts which subjects of the type the observer can look at
     */
    public <S extends Subject> Builder add(
        Class<S> type, Predicate<S> accepts, Observer<S> observer) {
      entries.add(new Entry<>(type, accepts, observer, ping));
      return this;
    }

    public Observers build() {
      return new Observers(entries);
    }
  }

  /** Observers that depend on no server. */
  public static Builder local() {
    return new Builder(() -> {});
  }

  /** Observers that depend on a server. */
  public static Builder of(Ping ping) {
    return new Builder(ping);
  }

  /** The observers of all parts; for a subject that several can look at, the first is asked. */
  public static Observers join(Collection<Observers> parts) {
    return new Observers(
        parts.stream()
            .<Entry<?>>flatMap(part -> part.entries.stream())
            .collect(Collectors.toList()));
  }

  private Optional<Entry<?>> entryFor(Subject subject) {
    return entries.stream().filter(entry -> entry.handles(subject)).findFirst();
  }

  public boolean canObserve(Subject subject) {
    return entryFor(subject).isPresent();
  }

  /** Looks once; never throws. */
  public Observation observe(Subject subject) {
    return entryFor(subject)
        .map(entry -> entry.observe(subject))
        .orElseGet(() -> unsupported(subject));
  }

  public List<String> causes(Subject subject) {
    return entryFor(subject).map(entry -> entry.causes(subject)).orElse(List.of());
  }

  /** Watches subjects, as {@code Lab.watch} does. */
  public SubjectWatch watch(
      Collection<? extends Subject> subjects, Consumer<SubjectObservation> listener) {
    var gate = new ObservationGate(listener);
    var shares = new LinkedHashMap<Entry<?>, Set<Subject>>();
    for (Subject subject : subjects) {
      entryFor(subject)
          .ifPresentOrElse(
              entry -> shares.computeIfAbsent(entry, _ -> new LinkedHashSet<>()).add(subject),
              () -> gate.add(subject, unsupported(subject)));
    }
    List<Watch> watches =
        shares.entrySet().stream()
            .map(share -> share.getKey().watch(share.getValue(), gate::add))
            .toList();
    return new VerifiedWatch(gate, watches, subjectsByServer(shares));
  }

  private static Map<Ping, Set<Subject>> subjectsByServer(Map<Entry<?>, Set<Subject>> shares) {
    return shares.entrySet().stream()
        .collect(
            Collectors.toMap(
                share -> share.getKey().ping(),
                Map.Entry::getValue,
                (one, other) ->
                    Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet()),
                LinkedHashMap::new));
  }

  /** A subject that no part of the lab can look at: a fault of the lesson. */
  private static Observation unsupported(Subject subject) {
    String wanted =
        LabNeeds.labsFor(subject).stream()
            .map(LabKind::keyword)
            .collect(Collectors.joining(" or "));
    return new Observation.Unreachable(
        "This lesson's lab cannot look for " + subject.displayName() + ".",
        "Tell the lesson's author: the header wants \":lab: " + wanted + "\".");
  }
}
