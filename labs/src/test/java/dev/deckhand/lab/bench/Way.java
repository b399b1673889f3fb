package dev.deckhand.lab.bench;

import dev.deckhand.check.Subject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Sightings;
import java.time.Duration;
import java.util.List;

/** A way to hear of changes. */
sealed interface Way {

  List<Way> ALL =
      List.of(
          new ByWatch(),
          new ByPoll(Duration.ofMillis(50)),
          new ByPoll(Duration.ofMillis(200)),
          new ByPoll(Duration.ofSeconds(1)));

  /** Its name in the table. */
  String word();

  /** How long a change may have to wait by design: changes are made at any moment within it. */
  Duration period();

  /** Begins to look at subjects. */
  Watch start(Pier pier, List<Subject> subjects, Sightings sightings);

  /** As the program does it. */
  record ByWatch() implements Way {

    @Override
    public String word() {
      return "watch";
    }

    @Override
    public Duration period() {
      return Duration.ofMillis(50);
    }

    @Override
    public Watch start(Pier pier, List<Subject> subjects, Sightings sightings) {
      return pier.watch(subjects, sightings);
    }
  }

  /** By asking for each subject again and again. */
  record ByPoll(Duration period) implements Way {

    @Override
    public String word() {
      return "poll every " + (period.toMillis() < 1000 ? period.toMillis() + " ms" : "1 s");
    }

    @Override
    public Watch start(Pier pier, List<Subject> subjects, Sightings sightings) {
      return Polling.start(pier::look, subjects, period, sightings)::close;
    }
  }
}
