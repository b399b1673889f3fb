package dev.deckhand.workshop.seat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.confined.Confinement;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.pack.NamespacedLesson;
import dev.deckhand.session.Message;
import dev.deckhand.session.Update;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.cli.learn.LessonStart;
import dev.deckhand.shell.cli.learn.OpenedSession;
import dev.deckhand.shell.cli.learn.SessionOpener;
import dev.deckhand.shell.cli.learn.TerminalOrScriptFactory;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.EffectRunner;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.OpenLab;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.loop.SessionLoop;
import dev.deckhand.shell.loop.SessionRecorder;
import dev.deckhand.shell.loop.WorkspaceFiles;
import dev.deckhand.shell.view.style.Theme;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.terminal.KeptTerminal;
import dev.deckhand.workshop.terminal.LineTerminal;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * What happens at one seat: the class's lesson, at the seat's terminal, from where the learner left
 * off. When the class goes on to another lesson, so does the seat. Thread-safe.
 */
public final class SeatSession implements AutoCloseable {

  private static final long KEY_WAIT_MILLIS = 250;

  private final SeatContext context;
  private final Clock clock;
  private final LineTerminal line;
  private final SeatProgress progress;
  private final Runnable changed;
  private final Thread thread;
  private final @Nullable SeatNamespaces namespaces;
  private volatile LessonId wanted;
  private volatile int heldAt;
  private volatile @Nullable Inbox inbox;
  private volatile boolean closed;
  private volatile boolean again;
  private volatile @Nullable LessonId running;
  private boolean started;

  /**
   * @param journal the learner's
   * @param changed told after each change of the activity; must return at once
   * @param name of its threads
   */
  public SeatSession(
      CommandContext server,
      SeatPlace place,
      SeatJournal journal,
      LessonId lesson,
      Runnable changed,
      String name) {
    this.clock = server.environment().clock();
    this.wanted = lesson;
    this.changed = changed;
    this.progress = new SeatProgress(clock, place.stuckAfter());
    var state = new StateFolder(place.folder());
    var random = server.environment().random();
    this.namespaces = place.shared() ? new SeatNamespaces(place.folder(), random) : null;
    this.context =
        new SeatContext(
            server,
            state,
            journal,
            new SeatLabs(place.labs(), place.limits(), this::useNamespace),
            new SessionFolders(state.sessions(), place.shortFolder(), random));
    this.line = new LineTerminal(name, new TerminalListener());
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** The terminal; the first who asks for it opens the lesson. */
  public synchronized KeptTerminal terminal() {
    if (!started && !closed) {
      started = true;
      thread.start();
    }
    return line.kept();
  }

  /** Ends the view of those who aren't the learner; opens no lesson. */
  public void detachGuests(String why) {
    line.kept().detachGuests(why);
  }

  /** What happens at the seat now. */
  public SeatActivity activity() {
    return progress.activity();
  }

  /** How far the instructor may look into the terminal. */
  public void look(SeatActivity.Look look) {
    progress.look(look);
    changed.run();
  }

  /** Goes on to another lesson; does nothing if it's this one. */
  public void open(LessonId lesson) {
    if (!lesson.equals(wanted)) {
      wanted = lesson;
      heldAt = 0;
      post(new Message.InputEnded(clock.instant()));
    }
  }

  /** Lets the learner go no further than a step; 0 for no limit. */
  public void hold(int step) {
    heldAt = step;
    post(new Message.ClassHeld(step, clock.instant()));
  }

  /** Shows what the instructor says. */
  public void announce(String text, boolean hint) {
    post(new Message.Announced(text, hint, clock.instant()));
  }

  /**
   * The name of a lesson's namespace in the class's cluster; empty where the seat's lab isn't one.
   */
  public Optional<String> namespace(LessonCard lesson) {
    return namespaces == null || lesson.needs().tenancy() != Tenancy.SHARED
        ? Optional.empty()
        : Optional.of(namespaces.current(lesson.id(), lesson.needs().namespace()));
  }

  /**
   * A namespace is used once. Where the session wants another lab, it ends, and the lesson goes on
   * in a new namespace, whose name stands in its text.
   */
  private void useNamespace() {
    LessonId lesson = running;
    if (namespaces == null || lesson == null) {
      return;
    }
    if (namespaces.isUsed(lesson)) {
      again = true;
      post(new Message.InputEnded(clock.instant()));
      throw new LabFault(
          LabFault.Kind.LOST,
          "Your namespace is given up, and the lesson goes on in a new one.",
          "Wait a moment.");
    }
    namespaces.use(lesson);
  }

  private void post(Message message) {
    Inbox open = inbox;
    if (open != null) {
      open.post(message);
    }
  }

  private void run() {
    try {
      while (!closed) {
        LessonId lesson = wanted;
        if (isFinished(lesson)) {
          progress.finished();
        } else {
          again = false;
          run(lesson);
        }
        changed.run();
        if (!closed && !again && lesson.equals(wanted)) {
          waitForKey(lesson);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException bug) {
      if (closed) {
        // the seat was ended while it was being opened
        return;
      }
      context.faultLog().write(bug);
      line.kept().close("Something went wrong at this seat; your instructor can see why.");
    }
  }

  private boolean isFinished(LessonId lesson) throws IOException {
    return LessonProgress.of(context.journal().entries(lesson)).finished();
  }

  /** Runs the lesson until the learner leaves it, or the class goes on to another one. */
  private void run(LessonId id) throws IOException, InterruptedException {
    Lesson written = context.library().lesson(id).orElseThrow();
    Optional<String> namespace = namespace(LessonCard.of(written));
    Lesson lesson = namespace.map(name -> NamespacedLesson.of(written, name)).orElse(written);
    running = namespace.isPresent() ? id : null;
    OpenedSession opened;
    try {
      opened =
          new SessionOpener(context, false, context.faultLog()).open(lesson, LessonStart.CONTINUE);
    } catch (UserError impossible) {
      throw new IllegalStateException(impossible);
    }
    try (SessionFolders.LockedFolder folder = opened.held()) {
      run(opened, folder);
    } finally {
      running = null;
      if (namespaces != null) {
        // its lab is closed
        namespaces.giveUp(id);
      }
    }
  }

  private void run(OpenedSession opened, SessionFolders.LockedFolder folder)
      throws IOException, InterruptedException {
    Lesson lesson = opened.session().lesson();
    var messages = new Inbox();
    var files =
        new WorkspaceFiles(
            folder.folder().workspace(), context.state().backups(lesson.id()), clock);
    var openLab =
        new OpenLab(
                context.labs(), context.workspaces(), folder.folder(), files, context.faultLog())
            .withBookmarks(opened.bookmarks())
            .withRemoteWorkspaces();
    var terminals =
        new TerminalOrScriptFactory(context, new CommandConsole(context.environment(), false))
            .forRemoteLearner(Confinement.EARLIER_FILES);
    try (var screen =
            new SeatScreen(
                terminals.openTerminal(
                    line.next(), Theme.dark(), lesson, messages, openLab, Optional::empty),
                session -> {
                  progress.sessionChanged(session);
                  changed.run();
                });
        var effects = new EffectRunner(openLab, context.judge(), screen, messages, clock)) {
      var loop =
          new SessionLoop(
              opened.session(),
              new Update(context.judge()),
              messages,
              effects,
              screen,
              new SessionRecorder(
                  context.journal(), folder.folder().id(), lesson.id(), clock, _ -> {}));
      inbox = messages;
      if (heldAt > 0) {
        messages.post(new Message.ClassHeld(heldAt, clock.instant()));
      }
      if (closed || !wanted.equals(lesson.id())) {
        messages.post(new Message.InputEnded(clock.instant()));
      }
      screen.start();
      loop.run(clock.instant());
    } finally {
      inbox = null;
    }
  }

  /** Waits for the learner to take the lesson again, or for the class to go on. */
  private void waitForKey(LessonId lesson) throws IOException, InterruptedException {
    try (Terminal terminal = line.next()) {
      String what =
          isFinished(lesson)
              ? "You have finished this lesson. Your instructor opens the next one."
              : "You have left the lesson. Press Enter to go on with it.";
      terminal.writer().print("\r\n" + what + "\r\n");
      terminal.flush();
      terminal.enterRawMode();
      while (!closed && lesson.equals(wanted)) {
        int key = terminal.reader().read(KEY_WAIT_MILLIS);
        if ((key == '\r' || key == '\n') && !isFinished(lesson)) {
          return;
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  /** Ends the seat and removes its lab. */
  @Override
  public void close() {
    close("Your place in this workshop has ended.");
  }

  /** Ends the seat and removes its lab; who sees the terminal is told why. */
  public void close(String why) {
    boolean runs;
    synchronized (this) {
      closed = true;
      runs = started;
    }
    post(new Message.InputEnded(clock.instant()));
    line.kept().close(why);
    if (runs) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    line.close();
  }

  private final class TerminalListener implements KeptTerminal.Listener {

    @Override
    public void typed() {
      progress.typed();
    }

    @Override
    public void attached(int owners) {
      progress.connections(owners);
      changed.run();
    }
  }
}
