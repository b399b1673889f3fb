package dev.deckhand.lab.bench;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Observer;
import dev.deckhand.lab.observe.Observers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A way to hear of changes. */
sealed interface ObservationMode {

  List<ObservationMode> ALL =
      List.of(
          new ByWatch(),
          new ByPoll(Duration.ofMillis(50)),
          new ByPoll(Duration.ofMillis(200)),
          new ByPoll(Duration.ofSeconds(1)));

  /** Its name in the table. */
  String label();

  /** How long a change may have to wait by design: changes are made at any moment within it. */
  Duration period();

  /** Begins to look at subjects. */
  Watch start(
      BenchTarget benchTarget, List<Subject> subjects, Consumer<SubjectObservation> listener);

  /** As the program does it. */
  record ByWatch() implements ObservationMode {

    @Override
    public String label() {
      return "watch";
    }

    @Override
    public Duration period() {
      return Duration.ofMillis(50);
    }

    @Override
    public Watch start(
        BenchTarget benchTarget, List<Subject> subjects, Consumer<SubjectObservation> listener) {
      return benchTarget.observers().watch(subjects, listener);
    }
  }

  /** By asking for each subject again and again. */
  record ByPoll(Duration period) implements ObservationMode {

    @Override
    public String label() {
      return "poll every " + (period.toMillis() < 1000 ? period.toMillis() + " ms" : "1 s");
    }

    @Override
    public Watch start(
        BenchTarget benchTarget, List<Subject> subjects, Consumer<SubjectObservation> listener) {
      return Observers.local()
          .add(Subject.class, new SteadyObserver(benchTarget, period))
          .build()
          .watch(subjects, listener);
    }
  }

  /** Asks at a steady beat. */
  record SteadyObserver(BenchTarget target, Duration period) implements Observer<Subject> {

    @Override
    public Observation observe(Subject subject) {
      return target.look(subject);
    }

    @Override
    public Watch watch(Set<Subject> subjects, BiConsumer<Subject, Observation> listener) {
      return SubjectPoller.start(target::look, List.copyOf(subjects), period, listener)::close;
    }
  }
}
