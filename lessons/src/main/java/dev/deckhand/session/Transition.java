package dev.deckhand.session;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One update in progress: the new state of the session, and the effects in order. */
final class Transition {

  private final List<Effect> effects = new ArrayList<>();
  private final Lesson lesson;
  private final Map<Integer, StepOutcome> outcomes;
  private Phase phase;
  private @Nullable ClusterHealth health;
  private String backgroundBuild;
  private int heldAt;
  private StepProgress progress;
  private CommandLineState commandLine;
  private Instant lastChange;
  private @Nullable SessionCommand due;

  Transition(Session session) {
    this.lesson = session.lesson();
    this.outcomes = new TreeMap<>(session.outcomes());
    this.phase = session.phase();
    this.health = session.health();
    this.backgroundBuild = session.backgroundBuild();
    this.heldAt = session.heldAt();
    this.progress = session.progress();
    this.commandLine = session.commandLine();
    this.lastChange = session.lastChange();
  }

  Session session() {
    return new Session(
        lesson,
        phase,
        health,
        backgroundBuild,
        heldAt,
        progress,
        outcomes,
        commandLine,
        lastChange);
  }

  Phase phase() {
    return phase;
  }

  StepProgress progress() {
    return progress;
  }

  Step step() {
    return progress.step();
  }

  CommandLineState commandLine() {
    return commandLine;
  }

  /**
   * Changes the phase. A command that waits for the lab keeps waiting in the new phase; if the new
   * phase has a lab, it runs at the end of the update.
   */
  void phase(Phase next) {
    SessionCommand command = phase instanceof Phase.Waiting waiting ? waiting.command() : null;
    if (command == null) {
      phase = next;
    } else if (next instanceof Phase.Waiting waiting) {
      phase = Phase.withCommand(waiting, command);
    } else {
      phase = next;
      due = command;
    }
  }

  /** Sets the command that waits for the lab; null for none. */
  void waiting(Phase.Waiting waiting, @Nullable SessionCommand command) {
    phase = Phase.withCommand(waiting, command);
  }

  void progress(StepProgress next) {
    progress = next;
  }

  void commandLine(CommandLineState next) {
    commandLine = next;
  }

  void health(@Nullable ClusterHealth next) {
    health = next;
  }

  void backgroundBuild(String step) {
    backgroundBuild = step;
  }

  void heldAt(int step) {
    heldAt = step;
  }

  void outcome(StepOutcome outcome) {
    outcomes.put(step().number(), outcome);
  }

  void changedAt(Instant at) {
    lastChange = at;
  }

  /** Sets what runs in the foreground; null for nothing. */
  void running(Phase.Active active, Phase.@Nullable Foreground next) {
    phase = Phase.withRunning(active, next);
  }

  /** Runs a command in the foreground. */
  void run(Phase.Ready ready, SessionCommand command) {
    run(ready, command, new Effect.RunCommand(command));
  }

  /** Runs a command that needs no lab. */
  void runWithoutLab(Phase.WithoutLab phase, SessionCommand command) {
    run(phase, command, new Effect.RunWithoutLab(command));
  }

  private void run(Phase.Active phase, SessionCommand command, Effect effect) {
    running(phase, new Phase.Foreground.Running(command));
    writeJournal(new JournalEvent.CommandTyped(step().number(), CommandFormat.write(command)));
    addEffect(effect);
  }

  void addEffect(Effect effect) {
    effects.add(effect);
  }

  void show(Display display) {
    effects.add(new Effect.Show(display));
  }

  void showNotice(Display.NoticeKind noticeKind, String detail) {
    show(new Display.Notice(noticeKind, detail));
  }

  void writeJournal(JournalEvent event) {
    effects.add(new Effect.WriteJournal(event));
  }

  Update.Result result() {
    SessionCommand command = due;
    if (command != null && phase instanceof Phase.Ready ready) {
      run(ready, command);
    } else if (command != null
        && phase instanceof Phase.WithoutLab without
        && !command.needsLab()) {
      runWithoutLab(without, command);
    } else if (command != null) {
      showNotice(Display.NoticeKind.COMMAND_NOT_RUN, CommandFormat.describe(command));
    }
    return new Update.Result(session(), List.copyOf(effects));
  }
}
