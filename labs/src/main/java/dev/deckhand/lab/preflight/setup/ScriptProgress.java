package dev.deckhand.lab.preflight.setup;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import java.time.Duration;

/** Draws what a script says as steps, and keeps what a failure has to tell. */
final class ScriptProgress {

  private static final String NEXT_PREFIX = "Next: ";

  private final String prefix;
  private final BootProgress progress;
  private String currentStep = "";
  private long startedAt;
  private int notes;
  private String log = "";
  private String failure = "";

  /**
   * @param prefix the topic of the script, shown in front of its steps' titles
   */
  ScriptProgress(String prefix, BootProgress progress) {
    this.prefix = prefix;
    this.progress = progress;
  }

  void accept(ScriptOutputLine line) {
    switch (line) {
      case ScriptOutputLine.Step step -> {
        finishStep();
        currentStep = prefix + " " + step.number() + "/" + step.count() + ": " + step.title();
        startedAt = System.nanoTime();
        notes = 0;
        progress.began(currentStep);
      }
      case ScriptOutputLine.Note note -> addNote(note.text());
      case ScriptOutputLine.Done _ -> finishStep();
      case ScriptOutputLine.Failed failed -> failure = failed.reason();
      case ScriptOutputLine.FreeText _ -> {
        // it is only kept in the script's log
      }
    }
  }

  private void addNote(String text) {
    if (text.startsWith("log: ")) {
      log = text.substring("log: ".length());
    } else if (!currentStep.isEmpty()) {
      notes++;
      progress.advanced(currentStep, notes, 0, notes == 1 ? "note" : "notes");
    }
  }

  private void finishStep() {
    if (!currentStep.isEmpty()) {
      progress.finished(currentStep, Duration.ofNanos(System.nanoTime() - startedAt));
      currentStep = "";
    }
  }

  /** Returns why the script failed. */
  LabFault fault(LabFault.Kind kind, int exitCode) {
    String reason = failure.isEmpty() ? "it ended with exit code " + exitCode : failure;
    int at = reason.indexOf(NEXT_PREFIX);
    String problem = (at < 0 ? reason : reason.substring(0, at)).strip();
    String next = at < 0 ? "" : reason.substring(at + NEXT_PREFIX.length()).strip();
    if (!log.isEmpty() && !reason.contains(log)) {
      next = next.isEmpty() ? "See the log: " + log : next + " (log: " + log + ")";
    }
    String step = currentStep.isEmpty() ? prefix : currentStep;
    problem = step + ": " + problem;
    return new LabFault(kind, problem.endsWith(".") ? problem : problem + ".", next);
  }
}
