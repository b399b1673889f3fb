package dev.deckhand.session;

import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a session wants done in the world; it hears of the result by a message, if at all. */
public sealed interface Effect {

  /** Start a lab: answered by {@code LabReady} or {@code LabGone}. */
  record StartLab(LabNeeds needs) implements Effect {}

  /**
   * Bring the lab to the beginning of a step: answered by {@code Prepared}.
   *
   * @param earlier steps whose setups and solutions have to be run first, in order; with {@code
   *     clear}, after all else is gone
   * @param clear whether the lab has to be brought back to its own beginning before
   */
  record Prepare(Step step, List<Step> earlier, boolean clear) implements Effect {
    public Prepare {
      earlier = List.copyOf(earlier);
    }
  }

  /**
   * What is done from now on is not this step's: a lab that is found again is not taken as it is.
   */
  record LetPlay(Step step) implements Effect {}

  /** Watch these subjects, and no others any more: answered by {@code Sighted}, again and again. */
  record Watch(Set<Subject> subjects) implements Effect {
    public Watch {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Run what the learner typed: answered by {@code Ran}. */
  record Run(String command) implements Effect {}

  /** Run a step's solution for the learner: answered by {@code Skipped}. */
  record RunSolution(Step step) implements Effect {}

  /** Find out why: answered by {@code Explained}. */
  record Explain(Set<Subject> subjects) implements Effect {
    public Explain {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Ask the cluster what a kind or a field is: answered by {@code LookedUp}. */
  record LookUp(String path) implements Effect {}

  /**
   * Find out what the last command led to: answered by {@code Exposed}.
   *
   * @param live whether to go on, answering again and again, until {@code StopXray}
   */
  record Xray(boolean live) implements Effect {}

  /** Follow no longer; nothing where nothing is followed. */
  record StopXray() implements Effect {}

  /** Send {@code Woke} after that long. */
  record Wake(Duration after) implements Effect {}

  /** Write it down for good, before anything after it is shown. */
  record WriteDown(Deed deed) implements Effect {}

  /** Show it. */
  record Show(Scene scene) implements Effect {}

  /** The session is over. */
  record Leave(Farewell farewell) implements Effect {}

  /** How a session ends. */
  enum Farewell {
    /** All steps were done. */
    FINISHED,
    /** All steps were passed, some of them skipped or only read. */
    PASSED_OVER,
    /** The learner left before the end. */
    LEFT
  }
}
