package dev.deckhand.session;

import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
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
   * @param resetLab whether the lab has to be brought back to its own beginning before
   */
  record PrepareStep(Step step, List<Step> earlier, boolean resetLab) implements Effect {
    public PrepareStep {
      earlier = List.copyOf(earlier);
    }
  }

  /**
   * What is done from now on is not this step's: a lab that is found again is not taken as it is.
   */
  record StartSandbox(Step step) implements Effect {}

  /** Watch these subjects, and no others any more: answered by {@code Sighted}, again and again. */
  record WatchSubjects(Set<Subject> subjects) implements Effect {
    public WatchSubjects {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Run what the learner typed: answered by {@code CommandFinished}. */
  record RunCommand(SessionCommand command) implements Effect {}

  /** Run a step's solution for the learner: answered by {@code Skipped}. */
  record RunSolution(Step step) implements Effect {}

  /** Find out why: answered by {@code Explained}. */
  record FindCauses(Set<Subject> subjects) implements Effect {
    public FindCauses {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Ask the cluster what a kind or a field is: answered by {@code LookedUp}. */
  record LookUpManual(String path) implements Effect {}

  /**
   * Find out what the last command led to: answered by {@code Exposed}.
   *
   * @param live whether to go on, answering again and again, until {@code StopXray}
   */
  record StartXray(boolean live) implements Effect {}

  /** Follow no longer; nothing where nothing is followed. */
  record StopXray() implements Effect {}

  /** Send {@code Woke} after that long. */
  record StartTimer(Duration delay) implements Effect {}

  /** Write it down for good, before anything after it is shown. */
  record WriteJournal(JournalEvent event) implements Effect {}

  /** Show it. */
  record Show(Display display) implements Effect {}

  /** The session is over. */
  record EndSession(EndReason reason) implements Effect {}

  /** How a session ends. */
  enum EndReason {
    /** All steps were done. */
    FINISHED,
    /** All steps were passed, some of them skipped or only read. */
    FINISHED_WITH_SKIPS,
    /** The learner left before the end. */
    ABANDONED
  }
}
