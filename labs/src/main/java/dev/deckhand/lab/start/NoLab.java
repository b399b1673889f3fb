package dev.deckhand.lab.start;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The lab of a lesson that needs none: there is nothing to look at. */
public record NoLab() implements Lab {

  @Override
  public Set<Ability> abilities() {
    return Set.of();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Observation observe(Subject subject) {
    return new Observation.Unreachable(
        "This lesson has no lab to look for " + subject.spoken() + ".",
        "Tell the lesson's author: the header wants a \":lab:\".");
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> sightings) {
    subjects.forEach(subject -> sightings.accept(new Sighting(subject, observe(subject))));
    return () -> {};
  }

  @Override
  public List<String> causes(Subject subject) {
    return List.of();
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {}

  @Override
  public void clear() {}

  @Override
  public void close() {}
}
