package dev.deckhand.session;

import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a session wants done outside; the result, if there is one, arrives as a {@link Message}. */
public sealed interface Effect {

  /** Start a lab: answered by {@code LabReady} or {@code LabUnavailable}. */
  record StartLab(LabNeeds needs) implements Effect {}

  /**
   * Bring the lab to the beginning of a step: answered by {@code StepPrepared}.
   *
   * @param earlier steps whose setups and solutions run first, in order, after a reset if there is
   *     one
   * @param resetLab whether to reset the lab first
   */
  record PrepareStep(Step step, List<Step> earlier, boolean resetLab) implements Effect {
    public PrepareStep {
      earlier = List.copyOf(earlier);
    }
  }

  /**
   * From now on the lab's state doesn't belong to this step; if the process is killed, a later one
   * doesn't use that state.
   */
  record StartSandbox(Step step) implements Effect {}

  /** Watch these subjects and no others: answered by {@code SubjectObserved}, repeatedly. */
  record WatchSubjects(Set<Subject> subjects) implements Effect {
    public WatchSubjects {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Run what the learner typed: answered by {@code CommandFinished}. */
  record RunCommand(SessionCommand command) implements Effect {}

  /**
   * Run what the learner typed where there is no lab, with nothing of one in reach: answered by
   * {@code CommandFinished}.
   */
  record RunWithoutLab(SessionCommand command) implements Effect {}

  /** Run a step's solution for the learner: answered by {@code SolutionFinished}. */
  record RunSolution(Step step) implements Effect {}

  /** Find out why subjects are as they are: answered by {@code CausesFound}. */
  record FindCauses(Set<Subject> subjects) implements Effect {
    public FindCauses {
      subjects = Set.copyOf(subjects);
    }
  }

  /** Look up a kind or a field: answered by {@code ManualEntryFound}. */
  record LookUpManual(String path) implements Effect {}

  /**
   * Capture what the last command led to: answered by {@code XrayCaptured}.
   *
   * @param live whether to go on, with more answers, until {@code StopXray}
   */
  record StartXray(boolean live) implements Effect {}

  /** Stop an X-ray, if there is one. */
  record StopXray() implements Effect {}

  /** Send {@code TimerElapsed} after a delay. */
  record StartTimer(Duration delay) implements Effect {}

  /**
   * After a delay, verify that the watched subjects can still be seen: answered by {@code
   * SubjectObserved} for those that can't, and then {@code HoldElapsed}.
   *
   * @param check the check whose hold time elapses
   * @param since when it began to pass
   */
  record StartHoldTimer(String check, Instant since, Duration delay) implements Effect {}

  /** Record an event before any later effect. */
  record WriteJournal(JournalEvent event) implements Effect {}

  /** Show something. */
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
