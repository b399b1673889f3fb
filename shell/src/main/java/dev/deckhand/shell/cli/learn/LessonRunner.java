package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.Phase;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.ShutdownHook;
import dev.deckhand.shell.cli.common.StaleSessions;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.NotesFileWriter;
import dev.deckhand.shell.loop.EffectRunner;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.OpenLab;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.loop.SessionLoop;
import dev.deckhand.shell.loop.SessionRecorder;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs a lesson, at a terminal or with a script. */
final class LessonRunner {

  private final CommandContext context;
  private final LearnerTerminalFactory learnerTerminalFactories;
  private final Clock clock;

  LessonRunner(CommandContext context, LearnerTerminalFactory learnerTerminalFactories) {
    this.context = context;
    this.learnerTerminalFactories = learnerTerminalFactories;
    this.clock = context.environment().clock();
  }

  /** Runs the lesson and returns the exit code. */
  ExitCode run(Lesson lesson, Options options, LabFactory labs)
      throws IOException, InterruptedException, UserError {
    var log = new FaultLog(context.state().log().resolve("deckhand.log"), clock);
    OpenedSession openedSession =
        new SessionOpener(context, options.scripted(), log).open(lesson, options.start());
    try {
      return run(openedSession, lesson, options, labs, log);
    } finally {
      if (openedSession.bookmarks().leavesInheritedLab()) {
        // nobody holds its folder any more
        Thread removal = new StaleSessions(context, log).removal();
        removal.start();
        removal.join();
      }
    }
  }

  private ExitCode run(
      OpenedSession openedSession, Lesson lesson, Options options, LabFactory labs, FaultLog log)
      throws IOException, InterruptedException {
    try (SessionFolders.LockedFolder lockedFolder = openedSession.held()) {
      var inbox = new Inbox();
      var files =
          new WorkspaceFiles(
              lockedFolder.folder().workspace(), context.state().backups(lesson.id()), clock);
      Thread sweeping = new StaleSessions(context, log).removal();
      var openLab =
          new OpenLab(labs, context.workspaces(), lockedFolder.folder(), files, log)
              .withBookmarks(openedSession.bookmarks());
      try (LearnerTerminal terminal =
              learnerTerminalFactories.open(
                  openedSession.session().lesson(), inbox, openLab, openLab::java, options);
          var building = new BackgroundBuild(context.provisioner(), inbox, log, clock);
          EffectRunner effectRunner =
              new EffectRunner(openLab, context.judge(), terminal.screen(), inbox, clock);
          ShutdownHook _ = ShutdownHook.of(both(building, effectRunner), lockedFolder)) {
        var sessionLoop =
            new SessionLoop(
                openedSession.session(),
                new Update(context.judge()),
                inbox,
                effectRunner,
                terminal,
                new SessionRecorder(
                    context.journal(),
                    lockedFolder.folder().id(),
                    lesson.id(),
                    clock,
                    event -> updateNotes(lesson, event, log)));
        terminal.start();
        // not before: what asks the engine takes the processor from what opens the terminal
        sweeping.start();
        if (!options.scripted()) {
          building.start();
        }
        SessionLoop.SessionEnd sessionEnd = sessionLoop.run(clock.instant());
        writeNotes(lesson, log);
        return outcome(sessionEnd, terminal, options);
      } finally {
        sweeping.join();
      }
    }
  }

  private static AutoCloseable both(AutoCloseable first, AutoCloseable second) {
    return () -> {
      first.close();
      second.close();
    };
  }

  /** Events after which the notes are rewritten; they include the commands since the last one. */
  private void updateNotes(Lesson lesson, JournalEvent event, FaultLog log) {
    boolean counts =
        event instanceof JournalEvent.StepPassed
            || event instanceof JournalEvent.NoteAdded
            || event instanceof JournalEvent.LessonFinished;
    if (counts) {
      writeNotes(lesson, log);
    }
  }

  private void writeNotes(Lesson lesson, FaultLog log) {
    try {
      new NotesFileWriter(context.journal(), context.state(), context.environment().zone())
          .write(lesson);
    } catch (IOException | RuntimeException later) {
      // they can be written from the journal at any time
      log.write(later);
    }
  }

  private static ExitCode outcome(
      SessionLoop.SessionEnd sessionEnd, LearnerTerminal terminal, Options options) {
    Session session = sessionEnd.session();
    if (!options.scripted()) {
      return ExitCode.OK;
    }
    return switch (sessionEnd.farewell()) {
      case FINISHED -> ExitCode.OK;
      case FINISHED_WITH_SKIPS, ABANDONED -> {
        terminal.screen().showFault(unfinishedMessage(session), "");
        if (sessionEnd.internalError()) {
          yield ExitCode.BUG;
        }
        yield session.phase() instanceof Phase.Ended(boolean labLost) && labLost
            ? lostLabExitCode(session)
            : ExitCode.CHECKS_FAILED;
      }
    };
  }

  /** Whether the lab went away or never came: without one, nothing was ever seen to change. */
  private static ExitCode lostLabExitCode(Session session) {
    return session.lastChange().equals(Instant.EPOCH) ? ExitCode.NO_LAB : ExitCode.LAB_LOST;
  }

  private static String unfinishedMessage(Session session) {
    int steps = session.lesson().steps().size();
    long done = session.outcomes().values().stream().filter(one -> one == StepOutcome.DONE).count();
    return session.lesson().id()
        + ": "
        + done
        + " of "
        + steps
        + " steps are done. Open: step "
        + session.step().number()
        + ", \""
        + session.step().title()
        + "\".";
  }

  /**
   * How to run a lesson.
   *
   * @param script the source of the lines; null for a terminal
   */
  record Options(@Nullable String script, LessonStart start, boolean plain) {
    boolean scripted() {
      return script != null;
    }
  }
}
