package dev.deckhand.shell.script;

import dev.deckhand.session.Message;
import dev.deckhand.session.Phase;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepProgress;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.step.StepScripts;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types a script as a patient learner would: it waits for the lab, and before {@code next}, {@code
 * answer} and the end it waits until the checks pass or nothing has changed for a while. In a
 * script without any {@code next}, a step that is done leads to the next one by itself.
 */
public final class ScriptLineSource implements LineSource {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  private final Deque<ScriptEntry> entries;
  private final boolean advancesByItself;
  private final Duration patience;
  private final Consumer<String> echo;
  private final Inbox inbox;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("script").factory());
  private boolean inFlight;
  private boolean ended;
  private boolean checkRequested;
  private int typedStep;
  private Instant typedAt;

  /** An entry as written, and its meaning. */
  private record ScriptEntry(String text, LearnerInput input) {
    static ScriptEntry of(String text) {
      LearnerInput input = LearnerInputParser.parse(text);
      // a script can't be asked to confirm
      boolean reset = input instanceof LearnerInput.ResetStep;
      return new ScriptEntry(text, reset ? new LearnerInput.ResetStep(true) : input);
    }
  }

  /**
   * @param entries one command each, which may have several lines
   * @param patience waiting for checks ends after this time without a change
   * @param echo told each line as it is typed
   */
  public ScriptLineSource(
      List<String> entries, Duration patience, Inbox inbox, Clock clock, Consumer<String> echo) {
    this.entries =
        entries.stream().map(ScriptEntry::of).collect(Collectors.toCollection(ArrayDeque::new));
    this.advancesByItself =
        this.entries.stream().noneMatch(entry -> entry.input() instanceof LearnerInput.NextStep);
    this.patience = patience;
    this.echo = echo;
    this.inbox = inbox;
    this.clock = clock;
    this.typedAt = clock.instant();
  }

  /** Starts the timer, which ends waiting even if nothing happens. */
  public void start() {
    var _ =
        timer.scheduleAtFixedRate(
            () -> inbox.post(new Message.TimerElapsed(clock.instant())),
            POLL_INTERVAL.toMillis(),
            POLL_INTERVAL.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void sessionReady(Session session) {
    if (inFlight || ended) {
      return;
    }
    List<String> dictated = session.commandLine().prefilled();
    if (!dictated.isEmpty()) {
      type(ScriptEntry.of(dictated.getFirst()));
      return;
    }
    switch (session.phase()) {
      case Phase.WithoutLab _ -> end();
      case Phase.Waiting _, Phase.Ended _ -> {
        // a patient learner waits
      }
      case Phase.Ready ready when ready.stepDone() -> typeInDoneStep(session);
      case Phase.Ready _ -> typeInOpenStep(session);
    }
  }

  @Override
  public void lineTaken() {
    inFlight = false;
  }

  /** Types the next entry in a step that is not done. */
  private void typeInOpenStep(Session session) {
    ScriptEntry entry = entries.peek();
    if (entry == null) {
      if (checkRequested && !session.isReportPending()) {
        end();
      } else if (!checkRequested && settled(session)) {
        // the script is over but the step isn't: show what is missing before leaving
        checkRequested = true;
        inFlight = true;
        inbox.post(new Message.LineTyped(new LearnerInput.CheckNow(), clock.instant()));
      }
      return;
    }
    boolean waits =
        switch (entry.input()) {
          case LearnerInput.RunCommand _ ->
              advancesByItself && typedStep == session.step().number();
          case LearnerInput.NextStep _,
              LearnerInput.Answer _,
              LearnerInput.CheckNow _,
              LearnerInput.Quit _ ->
              true;
          case LearnerInput.EmptyLine _,
              LearnerInput.RequestHint _,
              LearnerInput.RequestSolution _,
              LearnerInput.EnterSandbox _,
              LearnerInput.LeaveSandbox _,
              LearnerInput.LookUpManual _,
              LearnerInput.ResetStep _,
              LearnerInput.SkipStep _,
              LearnerInput.ShowStep _,
              LearnerInput.ListLessons _,
              LearnerInput.ShowHelp _,
              LearnerInput.ShowXray _,
              LearnerInput.Choose _,
              LearnerInput.AddNote _,
              LearnerInput.InvalidUsage _ ->
              false;
        };
    if (!waits || settled(session)) {
      typedStep = session.step().number();
      type(entries.remove());
    }
  }

  /** Types the next entry in a step that is done. */
  private void typeInDoneStep(Session session) {
    ScriptEntry entry = entries.peek();
    boolean last = session.step().number() == session.lesson().steps().size();
    if (entry == null && (last || !advancesByItself)) {
      end();
    } else if (advancesByItself && !last && !belongsToOpenStep(entry)) {
      type(ScriptEntry.of("next"));
    } else if (entry != null) {
      type(entries.remove());
    }
  }

  /** Whether an entry belongs to this step rather than to the next one. */
  private static boolean belongsToOpenStep(@Nullable ScriptEntry entry) {
    return entry != null
        && switch (entry.input()) {
          case LearnerInput.AddNote _,
              LearnerInput.ShowXray _,
              LearnerInput.ResetStep _,
              LearnerInput.ShowStep _,
              LearnerInput.Quit _,
              LearnerInput.EmptyLine _ ->
              true;
          case LearnerInput.RunCommand _,
              LearnerInput.NextStep _,
              LearnerInput.CheckNow _,
              LearnerInput.RequestHint _,
              LearnerInput.RequestSolution _,
              LearnerInput.EnterSandbox _,
              LearnerInput.LeaveSandbox _,
              LearnerInput.LookUpManual _,
              LearnerInput.SkipStep _,
              LearnerInput.ListLessons _,
              LearnerInput.ShowHelp _,
              LearnerInput.Answer _,
              LearnerInput.Choose _,
              LearnerInput.InvalidUsage _ ->
              false;
        };
  }

  /** Whether waiting is over: the checks pass, or nothing has changed for too long. */
  private boolean settled(Session session) {
    Instant now = clock.instant();
    StepProgress work = session.progress();
    if (work.checksHold()) {
      return true;
    }
    Instant last = session.lastChange().isAfter(typedAt) ? session.lastChange() : typedAt;
    Duration still = Duration.between(last, now);
    Duration waited = Duration.between(typedAt, now);
    return still.compareTo(patience) >= 0
        || waited.compareTo(StepScripts.timeLimit(work.step()).plus(patience)) >= 0;
  }

  private void type(ScriptEntry entry) {
    inFlight = true;
    typedAt = clock.instant();
    echo.accept(entry.text());
    if (entry.input() instanceof LearnerInput.ShowXray(var live) && live) {
      // nobody is there to press Ctrl-C
      var _ = timer.schedule(this::interruptXray, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    inbox.post(new Message.LineTyped(entry.input(), typedAt));
  }

  private void interruptXray() {
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
