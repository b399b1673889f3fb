package dev.deckhand.shell.grade;

import dev.deckhand.session.LabState;
import dev.deckhand.session.Line;
import dev.deckhand.session.Lines;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepWork;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Stagehand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a learner would type, from a file. It types as a patient learner would: it waits for the
 * lab, and before {@code next}, {@code answer} and the end it waits until the checks hold, or until
 * nothing has changed for a while. In a script without any {@code next}, a step that is done leads
 * to the next one by itself.
 */
public final class ScriptSource implements LineSource {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Deque<String> entries;
  private final boolean walksItself;
  private final Duration patience;
  private final Consumer<String> echo;
  private final Inbox inbox;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("script").factory());
  private boolean inFlight;
  private boolean ended;
  private boolean askedWhy;
  private int typedStep;
  private Instant typedAt;

  /**
   * @param entries one command each; a heredoc is one
   * @param patience how long nothing may change before a check is given up
   * @param echo told each line as it is typed
   */
  public ScriptSource(
      List<String> entries, Duration patience, Inbox inbox, Clock clock, Consumer<String> echo) {
    this.entries = new ArrayDeque<>(entries);
    this.walksItself = entries.stream().noneMatch(entry -> Lines.read(entry) instanceof Line.Next);
    this.patience = patience;
    this.echo = echo;
    this.inbox = inbox;
    this.clock = clock;
    this.typedAt = clock.instant();
  }

  /** Begins to look at the time: a step may be given up without anything happening. */
  public void start() {
    var _ =
        timer.scheduleAtFixedRate(
            () -> inbox.post(new Message.Woke(clock.instant())),
            LOOK_AGAIN.toMillis(),
            LOOK_AGAIN.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void ready(Session session) {
    if (inFlight || ended) {
      return;
    }
    List<String> dictated = session.desk().dictated();
    if (!dictated.isEmpty()) {
      type(dictated.getFirst());
      return;
    }
    switch (session.lab()) {
      case LabState.Gone _ -> end();
      case LabState.Booting _ -> {}
      case LabState.Ready _, LabState.Unneeded _ -> {
        switch (session.work().stage()) {
          case PREPARING -> {}
          case OPEN -> open(session);
          case DONE -> done(session);
        }
      }
    }
  }

  @Override
  public void taken() {
    inFlight = false;
  }

  /** The step is at work. */
  private void open(Session session) {
    String entry = entries.peek();
    if (entry == null) {
      if (askedWhy && !session.showing()) {
        end();
      } else if (!askedWhy && settled(session)) {
        // the script is over and the step is not: say what is missing before leaving
        askedWhy = true;
        inbox.post(new Message.Typed("check", clock.instant()));
      }
      return;
    }
    boolean waits =
        switch (Lines.read(entry)) {
          case Line.Command _ -> walksItself && typedStep == session.step().number();
          case Line.Next _, Line.Answer _, Line.CheckNow _, Line.Quit _ -> true;
          default -> false;
        };
    if (!waits || settled(session)) {
      typedStep = session.step().number();
      type(entries.remove());
    }
  }

  /** The step is done; on with what comes next. */
  private void done(Session session) {
    String entry = entries.peek();
    boolean last = session.step().number() == session.lesson().steps().size();
    if (entry == null && (last || !walksItself)) {
      end();
    } else if (walksItself && !last && !isWord(entry)) {
      type("next");
    } else if (entry != null) {
      type(entries.remove());
    }
  }

  /** A word that belongs to the step at hand rather than to the next one. */
  private static boolean isWord(@Nullable String entry) {
    return entry != null
        && switch (Lines.read(entry)) {
          case Line.Note _, Line.Xray _, Line.Reset _, Line.Reread _, Line.Quit _, Line.Blank _ ->
              true;
          default -> false;
        };
  }

  /** Whether there is nothing more to wait for: the checks hold, or they are given up. */
  private boolean settled(Session session) {
    Instant now = clock.instant();
    StepWork work = session.work();
    if (work.checksHold(now)) {
      return true;
    }
    Instant last = session.changed().isAfter(typedAt) ? session.changed() : typedAt;
    Duration still = Duration.between(last, now);
    Duration waited = Duration.between(typedAt, now);
    return still.compareTo(patience) >= 0
        || waited.compareTo(Stagehand.within(work.step()).plus(patience)) >= 0;
  }

  private void type(String entry) {
    inFlight = true;
    typedAt = clock.instant();
    echo.accept(entry);
    if (Lines.read(entry) instanceof Line.Xray(var live) && live) {
      // nobody is there to press Ctrl-C
      var _ = timer.schedule(this::letGo, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    inbox.post(new Message.Typed(entry, typedAt));
  }

  private void letGo() {
    inbox.post(new Message.Interrupted(clock.instant()));
  }

  private void end() {
    ended = true;
    inbox.post(new Message.InputEnded(clock.instant()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
