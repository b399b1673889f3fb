package dev.deckhand.shell.grade;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.step.CheckObserver;
import dev.deckhand.shell.step.CheckObserver.CheckReport;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.StepWatch;
import dev.deckhand.shell.submission.SubmittedEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a submission's part of one step, and collects the evidence. For one thread. */
final class StepRun {

  /**
   * How long nothing may change until a step in the middle of a script counts as not solved yet,
   * where its last command has changed nothing that the checks look at.
   */
  private static final Duration BRIEF_PATIENCE = Duration.ofSeconds(2);

  private static final int SHOWN_CHARS = 80;

  private final Step step;
  private final StepEntries entries;
  private final SubmissionRunner runner;
  private final ConfinedLab lab;
  private final CheckObserver observer;
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, Set<Integer>> choices = new HashMap<>();
  private final Map<String, Map<Subject, Observation>> seenThen = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  StepRun(
      Step step,
      StepEntries entries,
      SubmissionRunner runner,
      ConfinedLab lab,
      CheckObserver observer) {
    this.step = step;
    this.entries = entries;
    this.runner = runner;
    this.lab = lab;
    this.observer = observer;
    answers.putAll(entries.answers());
    choices.putAll(entries.choices());
  }

  /** What is worth saying about the run, one sentence each. */
  List<String> remarks() {
    return remarks;
  }

  /**
   * Runs the entries, waits for the checks, and returns the evidence.
   *
   * @param before what was observed when the step began
   * @param patience how long nothing may change until what doesn't pass counts as failed
   */
  StepEvidence run(Map<Subject, Observation> before, Duration patience)
      throws InterruptedException {
    try (StepWatch watch = observer.watch(step, before)) {
      runEntries(before, patience);
      // nothing that the submission left running changes what checks see of the workspace
      try (var _ = TimedPart.of("stop the submission's processes")) {
        lab.pause();
      }
      CheckReport report = watch.await(StepScripts.timeLimit(step), patience);
      return new StepEvidence(
          step.number(),
          report.timeline(),
          new GivenAnswers(answers, choices, seenThen),
          causes(report));
    }
  }

  private Map<String, List<String>> causes(CheckReport report) {
    var causes = new LinkedHashMap<String, List<String>>();
    report.checks().stream()
        .filter(state -> state.verdict() instanceof Verdict.Failed)
        .flatMap(state -> state.check().expectations().stream())
        .map(Expectation::subject)
        .distinct()
        .forEach(subject -> causes.put(subject.displayName(), lab.lab().causes(subject)));
    return causes;
  }

  private void runEntries(Map<Subject, Observation> before, Duration patience)
      throws InterruptedException {
    TimeBudget budget = runner.stepBudget();
    var progress = new StepProgressProbe(step, observer, before, BRIEF_PATIENCE, patience);
    boolean ran = false;
    while (entries.hasNext()) {
      // answers and choices belong to the commands before them
      if (entries.endsWhenSolved() && entries.nextIsCommand() && isOver(ran, progress)) {
        return;
      }
      switch (entries.next().orElseThrow()) {
        case SubmittedEntry.Command command -> {
          if (budget.isSpent()) {
            remarks.add("The step's time was over before all of its commands had run.");
            return;
          }
          runner.run(step.number(), command, lab.submitted(), budget);
          remarkOnTime();
          ran = true;
        }
        case SubmittedEntry.Answer(var _, var question, var answer) -> {
          answers.put(question, answer);
          if (isAsked(question) && entries.hasCommand()) {
            seenThen.put(question, observe(question));
          }
        }
        case SubmittedEntry.Choice(var _, var quiz, var numbers) -> choices.put(quiz, numbers);
      }
    }
  }

  private boolean isAsked(String question) {
    return step.questions().stream().anyMatch(asked -> asked.id().equals(question));
  }

  /**
   * Whether the next command belongs to a later step. Nothing in the lab tells it of a step that
   * only asks: its commands are those before its last answer.
   */
  private boolean isOver(boolean ran, StepProgressProbe progress) throws InterruptedException {
    return step.checks().isEmpty() ? !entries.nextAnswerIsFor(step) : ran && progress.isSolved();
  }

  private Map<Subject, Observation> observe(String question) {
    var seen = new LinkedHashMap<Subject, Observation>();
    step.questions().stream()
        .filter(asked -> asked.id().equals(question))
        .map(Question::expectations)
        .flatMap(List::stream)
        .forEach(expectation ->
            seen.put(expectation.subject(), lab.lab().observe(expectation.subject())));
    return seen;
  }

  private void remarkOnTime() {
    CommandRecord last = runner.commands().getLast();
    if (last.timedOut()) {
      remarks.add(
          "A command was ended after "
              + last.took().toSeconds()
              + " s: "
              + excerpt(last.command()));
    }
  }

  private static String excerpt(String command) {
    String line = command.strip().lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= SHOWN_CHARS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN_CHARS)) + "…";
  }
}
