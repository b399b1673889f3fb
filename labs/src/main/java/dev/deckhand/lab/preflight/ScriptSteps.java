package dev.deckhand.lab.preflight;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import java.time.Duration;

/** Draws what a script says as steps, and keeps what a failure has to tell. */
final class ScriptSteps {

  private static final String NEXT = "Next: ";

  private final String prefix;
  private final BootProgress progress;
  private String open = "";
  private long began;
  private int notes;
  private String log = "";
  private String why = "";

  /**
   * @param prefix what the script is about, in front of each of its titles
   */
  ScriptSteps(String prefix, BootProgress progress) {
    this.prefix = prefix;
    this.progress = progress;
  }

  void hear(ProtocolLine line) {
    switch (line) {
      case ProtocolLine.Step step -> {
        finish();
        open = prefix + " " + step.number() + "/" + step.count() + ": " + step.title();
        began = System.nanoTime();
        notes = 0;
        progress.began(open);
      }
      case ProtocolLine.Note note -> note(note.text());
      case ProtocolLine.Done _ -> finish();
      case ProtocolLine.Failed failed -> why = failed.why();
      case ProtocolLine.Chatter _ -> {
        // it is in the script's log
      }
    }
  }

  private void note(String text) {
    if (text.startsWith("log: ")) {
      log = text.substring("log: ".length());
    } else if (!open.isEmpty()) {
      notes++;
      progress.advanced(open, notes, 0, notes == 1 ? "note" : "notes");
    }
  }

  private void finish() {
    if (!open.isEmpty()) {
      progress.finished(open, Duration.ofNanos(System.nanoTime() - began));
      open = "";
    }
  }

  /** Says what kept the script from its end. */
  LabFault fault(LabFault.Kind kind, int exitCode) {
    String reason = why.isEmpty() ? "it ended with exit code " + exitCode : why;
    int at = reason.indexOf(NEXT);
    String what = (at < 0 ? reason : reason.substring(0, at)).strip();
    String next = at < 0 ? "" : reason.substring(at + NEXT.length()).strip();
    if (!log.isEmpty() && !reason.contains(log)) {
      next = next.isEmpty() ? "What happened is in " + log : next + " (what happened: " + log + ")";
    }
    String step = open.isEmpty() ? prefix : open;
    what = step + ": " + what;
    return new LabFault(kind, what.endsWith(".") ? what : what + ".", next);
  }
}
