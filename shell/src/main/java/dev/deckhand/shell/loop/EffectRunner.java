package dev.deckhand.shell.loop;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.step.StepScripts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a session's effects on other threads, and answers with messages. Effects on the
 * workspace run one after another, in order; queries run beside them.
 */
public final class EffectRunner implements AutoCloseable {

  /** How long running work may take to stop. */
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

  private final OpenLab openLab;
  private final Judge judge;
  private final Screen screen;
  private final Inbox inbox;
  private final Clock clock;
  private final ExecutorService workspaceExecutor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("workspace").factory());
  private final ExecutorService queryExecutor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("query").factory());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());

  // written by workspaceExecutor alone; volatile for queries and for closing
  private volatile @Nullable StepScripts stepScripts;
  private volatile @Nullable SubjectWatch checkWatch;
  private volatile @Nullable Watch healthWatch;
  private volatile boolean internalError;
  private final XrayCapture xrayCapture;
  private final LabQueries queries = new LabQueries(this::reportBug);
  private boolean recoveryReported;

  public EffectRunner(OpenLab openLab, Judge judge, Screen screen, Inbox inbox, Clock clock) {
    this.openLab = openLab;
    this.judge = judge;
    this.screen = screen;
    this.inbox = inbox;
    this.clock = clock;
    this.xrayCapture = new XrayCapture(clock, inbox);
  }

  /** Starts the lab, and answers when it is ready or unavailable. */
  void startLab(LabNeeds needs) {
    submit(
        workspaceExecutor,
        guarded(() -> {
          stopWatches();
          xrayCapture.reset();
          Lab lab = openLab(needs).lab();
          lab.onLost(fault -> postLabLost(fault));
          inbox.post(new Message.LabReady(lab.abilities(), clock.instant()));
          healthWatch =
              LabQueries.watchHealth(
                  lab,
                  health -> inbox.post(new Message.ClusterHealthChanged(health, clock.instant())));
        }));
  }

  /** Looks up a kind or a field in the cluster's schema. */
  void lookUp(String path) {
    submit(
        queryExecutor,
        () ->
            inbox.post(
                new Message.ManualEntryFound(queries.manualEntry(lab(), path), clock.instant())));
  }

  /** Brings the lab to the beginning of a step. */
  void prepare(Effect.PrepareStep order, LabNeeds needs) {
    submit(
        workspaceExecutor,
        guarded(() -> {
          StepScripts.PreparedStep ready = prepared(order, stepScripts(needs));
          inbox.post(
              new Message.StepPrepared(
                  order.step().number(), ready.before(), ready.replayed(), clock.instant()));
        }));
  }

  /** Prepares the lab, unless it was taken over from a killed session in that very state. */
  private StepScripts.PreparedStep prepared(Effect.PrepareStep order, StepScripts first)
      throws InterruptedException {
    Step step = order.step();
    Optional<BookmarkKeeper> bookmarks = openLab.bookmarks();
    Optional<Map<Subject, Observation>> known =
        order.resetLab()
            ? Optional.empty()
            : bookmarks.flatMap(keeper -> keeper.observationsAtStart(step));
    if (known.isPresent()) {
      return new StepScripts.PreparedStep(known.get(), List.of());
    }
    xrayCapture.scriptStarted();
    boolean prepared =
        !order.resetLab() && bookmarks.map(keeper -> keeper.canBegin(step)).orElse(false);
    List<Step> earlier = prepared ? List.of() : order.earlier();
    if (order.resetLab() || !earlier.isEmpty() || !step.setup().isEmpty()) {
      bookmarks.ifPresent(keeper -> keeper.stepPreparing(step));
    }
    StepScripts scripts = first;
    if (order.resetLab()) {
      xrayCapture.reset();
      openLab.clear();
      scripts = new StepScripts(scripts.lab(), openLab.workspace(), judge);
      stepScripts = scripts;
    } else if (!earlier.isEmpty()) {
      openLab.backUpFiles();
    }
    StepScripts.PreparedStep ready = scripts.prepare(step, earlier);
    bookmarks.ifPresent(keeper -> keeper.stepPrepared(step, ready.before()));
    return ready;
  }

  /** Records that the lab no longer is in a state of the step, should the process be killed. */
  void startSandbox(Step step) {
    submit(
        workspaceExecutor,
        guarded(() -> openLab.bookmarks().ifPresent(keeper -> keeper.stepPreparing(step))));
  }

  /** Watches these subjects and no others. */
  void watch(Set<Subject> subjects) {
    submit(workspaceExecutor, guarded(() -> startCheckWatch(subjects)));
  }

  private void startCheckWatch(Set<Subject> subjects) {
    stopCheckWatch();
    StepScripts scripts = stepScripts;
    if (scripts != null && !subjects.isEmpty()) {
      checkWatch =
          scripts
              .lab()
              .watch(
                  subjects,
                  seen ->
                      inbox.post(
                          new Message.SubjectObserved(
                              seen.subject(), seen.observation(), clock.instant())));
    }
  }

  /** Runs what the learner typed, and hands it the terminal. */
  void run(SessionCommand command, LabNeeds needs) {
    run(command, () -> stepScripts(needs));
  }

  /** Runs a command where the lab can't be started, or was lost. */
  void runWithoutLab(SessionCommand command) {
    run(command, openLab::openWithoutLab);
  }

  private void run(SessionCommand command, Task opening) {
    submit(
        workspaceExecutor,
        guarded(() -> {
          CommandResult result = new CommandResult(1, "", false, Duration.ZERO);
          try {
            opening.run();
            result = runInForeground(command);
          } finally {
            // whatever happens, the session waits for this message
            inbox.post(
                new Message.CommandFinished(
                    command,
                    result.exitCode(),
                    result.output(),
                    result.shellEnded(),
                    clock.instant()));
          }
        }));
  }

  private CommandResult runInForeground(SessionCommand command) throws InterruptedException {
    Console console = screen.handOver();
    try {
      xrayCapture.commandStarted(CommandFormat.describe(command));
      return switch (command) {
        case SessionCommand.LabCommand lab -> openLab.commandRunner().run(lab, console);
        case SessionCommand.Edit(String path) ->
            new EditorLauncher(openLab, screen).edit(path, console);
      };
    } finally {
      screen.takeBack();
    }
  }

  /** Runs a step's solution for the learner. */
  void runSolution(Step step, LabNeeds needs) {
    submit(
        workspaceExecutor,
        guarded(() -> {
          StepScripts scripts = stepScripts(needs);
          xrayCapture.commandStarted("skip");
          scripts.runSolution(step, scripts.checkObserver().observe(step));
          inbox.post(new Message.SolutionFinished(step.number(), clock.instant()));
        }));
  }

  /**
   * Asks the lab for the causes of what was observed. A lab that is frozen has reported nothing
   * lately: the session hears of that first, since its earlier observations no longer count.
   */
  void explain(Set<Subject> subjects) {
    submit(
        queryExecutor,
        () -> {
          Map<Subject, List<String>> causes = queries.causes(lab(), checkWatch, subjects);
          inbox.post(new Message.CausesFound(causes, clock.instant()));
        });
  }

  private @Nullable Lab lab() {
    StepScripts scripts = stepScripts;
    return scripts == null ? null : scripts.lab();
  }

  /** Captures what the last command led to. */
  void xray(boolean live) {
    StepScripts scripts = stepScripts;
    submit(
        queryExecutor,
        guarded(() -> xrayCapture.capture(scripts == null ? null : scripts.lab(), live)));
  }

  /** Stops an X-ray in progress. */
  void stopXray() {
    xrayCapture.stop();
  }

  /** Sends a message after a delay. */
  void wake(Duration delay) {
    schedule(delay, () -> inbox.post(new Message.TimerElapsed(clock.instant())));
  }

  /** Verifies after a delay that the lab still answers, and then reports the check's hold time. */
  void wakeAfterHold(Effect.StartHoldTimer order) {
    Runnable verification =
        () -> {
          var _ = queries.unreachable(checkWatch);
          inbox.post(new Message.HoldElapsed(order.check(), order.since(), clock.instant()));
        };
    schedule(order.delay(), () -> submit(queryExecutor, verification));
  }

  private void schedule(Duration delay, Runnable work) {
    try {
      var _ = timer.schedule(work, delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // the session ends
    }
  }

  /** Whether a fault in Deckhand itself occurred; it is reported to the learner like a lost lab. */
  boolean hadInternalError() {
    return internalError;
  }

  /** Ctrl-C for what runs now. */
  public void interrupt() {
    openLab.interrupt();
  }

  private StepScripts stepScripts(LabNeeds needs) throws InterruptedException {
    StepScripts scripts = stepScripts;
    if (scripts == null) {
      // a lesson without a lab still has a workspace
      scripts = openLab(needs);
    }
    return scripts;
  }

  /** Opens the lab and the workspace, and reports whether a killed session's lab was taken over. */
  private StepScripts openLab(LabNeeds needs) throws InterruptedException {
    Lab lab = openLab.open(needs, screen.progress());
    var scripts = new StepScripts(lab, openLab.workspace(), judge);
    stepScripts = scripts;
    Optional<BookmarkKeeper> inherited = openLab.bookmarks().filter(BookmarkKeeper::inherited);
    if (inherited.isPresent() && !recoveryReported) {
      recoveryReported = true;
      inbox.post(inherited.get().recoveryMessage(clock.instant()));
    }
    return scripts;
  }

  private void stopCheckWatch() {
    Watch old = checkWatch;
    checkWatch = null;
    close(old);
  }

  private void stopWatches() {
    stopCheckWatch();
    Watch health = healthWatch;
    healthWatch = null;
    close(health);
  }

  private static void close(@Nullable Watch watch) {
    if (watch != null) {
      watch.close();
    }
  }

  private void postLabLost(LabFault fault) {
    inbox.post(new Message.LabUnavailable(fault.problem(), fault.remedy(), clock.instant()));
  }

  private void reportBug(Throwable bug) {
    internalError = true;
    openLab.log(bug);
  }

  /** Requests that arrive during shutdown are ignored. */
  private static void submit(ExecutorService workers, Runnable work) {
    try {
      workers.execute(work);
    } catch (RejectedExecutionException closing) {
      // the session ends
    }
  }

  /** Turns an exception of a task into a message, since the session waits for one. */
  private Runnable guarded(Task task) {
    return () -> {
      try {
        task.run();
      } catch (LabFault fault) {
        postLabLost(fault);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error bug) {
        reportBug(bug);
        inbox.post(
            new Message.LabUnavailable(
                "Something in Deckhand itself went wrong: " + bug,
                "Your work is saved. Type \"reset\" to go on; the details are in "
                    + openLab.logFile()
                    + ".",
                clock.instant()));
      }
    };
  }

  /** Stops all work and closes what was opened, in reverse order. */
  @Override
  public void close() {
    timer.shutdownNow();
    stopWatches();
    queryExecutor.shutdownNow();
    workspaceExecutor.shutdownNow();
    awaitWorkspaceExecutor();
    openLab.close();
  }

  /** A lab that is half started is removed by the thread that starts it. */
  private void awaitWorkspaceExecutor() {
    boolean interrupted = Thread.interrupted();
    try {
      var _ = workspaceExecutor.awaitTermination(SHUTDOWN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }
}
