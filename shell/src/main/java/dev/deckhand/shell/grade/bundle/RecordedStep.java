package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.shell.grade.GivenAnswers;
import dev.deckhand.shell.grade.StepEvidence;
import dev.deckhand.shell.step.StepTimeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The evidence of one step in a form that can be written.
 *
 * @param step counted from 1
 * @param before what was observed when the step began, by the subjects' names
 * @param early what was observed while commands ran
 * @param observed what was observed afterwards
 * @param end when waiting ended, from the same moment on as the observations' times
 * @param answers by the question's id
 * @param choices by the quiz's id, in order
 * @param seenThen what was observed when a question was answered, by its id
 * @param causes by the names that findings have for subjects
 */
record RecordedStep(
    int step,
    List<Seen> before,
    List<Seen> early,
    List<SeenAt> observed,
    Duration end,
    Map<String, String> answers,
    Map<String, List<Integer>> choices,
    Map<String, List<Seen>> seenThen,
    Map<String, List<String>> causes) {

  /** What was observed of a subject. */
  public record Seen(Subject subject, Observation observation) {
    SubjectObservation value() {
      return new SubjectObservation(subject, observation);
    }
  }

  /**
   * What was observed of a subject at a time.
   *
   * @param at since waiting began
   */
  public record SeenAt(Duration at, Seen seen) {}

  static RecordedStep of(StepEvidence evidence) {
    StepTimeline timeline = evidence.timeline();
    GivenAnswers given = evidence.answers();
    var choices = new TreeMap<String, List<Integer>>();
    given
        .choices()
        .forEach((quiz, numbers) -> choices.put(quiz, List.copyOf(new TreeSet<>(numbers))));
    var seenThen = new TreeMap<String, List<Seen>>();
    given.seenThen().forEach((question, seen) -> seenThen.put(question, sorted(seen)));
    return new RecordedStep(
        evidence.step(),
        sorted(timeline.before()),
        timeline.early().stream().map(RecordedStep::seen).toList(),
        timeline.observed().stream()
            .map(timed -> new SeenAt(timed.at(), seen(timed.observation())))
            .toList(),
        timeline.end(),
        new TreeMap<>(given.answers()),
        choices,
        seenThen,
        new TreeMap<>(evidence.causes()));
  }

  private static Seen seen(SubjectObservation observation) {
    return new Seen(observation.subject(), observation.observation());
  }

  /** In a fixed order: that of an immutable map differs between runs. */
  private static List<Seen> sorted(Map<Subject, Observation> observations) {
    return observations.entrySet().stream()
        .map(entry -> new Seen(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Seen seen) -> seen.subject().displayName())
                .thenComparing(seen -> seen.subject().kindName())
                .thenComparing(seen -> seen.subject().getClass().getName()))
        .toList();
  }

  StepEvidence evidence() {
    var chosen = new LinkedHashMap<String, Set<Integer>>();
    choices.forEach((quiz, numbers) -> chosen.put(quiz, new TreeSet<>(numbers)));
    var then = new LinkedHashMap<String, Map<Subject, Observation>>();
    seenThen.forEach((question, seen) -> then.put(question, map(seen)));
    return new StepEvidence(
        step,
        new StepTimeline(
            map(before),
            early.stream().map(Seen::value).toList(),
            observed.stream()
                .map(timed -> new StepTimeline.TimedObservation(timed.at(), timed.seen().value()))
                .toList(),
            end),
        new GivenAnswers(answers, chosen, then),
        causes);
  }

  private static Map<Subject, Observation> map(List<Seen> seen) {
    var map = new LinkedHashMap<Subject, Observation>();
    seen.forEach(one -> map.put(one.subject(), one.observation()));
    return map;
  }
}
