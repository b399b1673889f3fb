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
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.ClusterHealth;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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
 * Carries out what a session wants done in the world, away from the session's thread, and answers
 * by messages alone. What touches the workspace is done one thing after another, in order.
 */
public final class EffectRunner implements AutoCloseable {

  /** How long what is under way may take to stop. */
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

  // guarded by the order of tasks on "hands"; volatile for the scouts and for closing
  private volatile @Nullable StepScripts stepScripts;
  private volatile @Nullable SubjectWatch checkWatch;
  private volatile @Nullable Watch healthWatch;
  private volatile boolean internalError;
  private final XrayCapture xrayCapture;
  private boolean recoveryReported;

  public EffectRunner(OpenLab openLab, Judge judge, Screen screen, Inbox inbox, Clock clock) {
    this.openLab = openLab;
    this.judge = judge;
    this.screen = screen;
    this.inbox = inbox;
    this.clock = clock;
    this.xrayCapture = new XrayCapture(clock, inbox);
  }

  /** Starts the lab; answers when it is there, or cannot be had. */
  void startLab(LabNeeds needs) {
    submit(
        workspaceExecutor,
        guarded(() -> {
          stopCheckWatch();
          stopHealthWatch();
          xrayCapture.reset();
          Lab lab = openLab(needs).lab();
          lab.onLost(fault -> postLabLost(fault));
          inbox.post(new Message.LabReady(lab.abilities(), clock.instant()));
          watchHealth(lab);
        }));
  }

  /** Tells how the lab's cluster is, from now on; a lab without one has nothing to tell. */
  private void watchHealth(Lab lab) {
    if (lab.canObserve(ClusterHealth.NODES)) {
      healthWatch =
          lab.watch(
              Set.of(ClusterHealth.NODES),
              seen ->
                  inbox.post(
                      new Message.ClusterHealthChanged(
                          ClusterHealth.of(seen.observation()), clock.instant())));
    }
  }

  /** Asks the lab's cluster what a kind or a field is. */
  void lookUp(String path) {
    submit(
        queryExecutor,
        () -> inbox.post(new Message.ManualEntryFound(manualEntry(path), clock.instant())));
  }

  private ManualLookupResult manualEntry(String path) {
    StepScripts hand = stepScripts;
    if (hand == null) {
      return new ManualLookupResult.Unavailable("There is no lab to be asked.");
    }
    try {
      return hand.lab()
          .manual()
          .map(manual -> manual.lookUp(path))
          .orElse(
              new ManualLookupResult.Unavailable(
                  "This lesson has no cluster; \"explain\" asks one for its kinds."));
    } catch (LabFault fault) {
      return new ManualLookupResult.Unavailable(fault.problem());
    } catch (RuntimeException | Error bug) {
      reportBug(bug);
      return new ManualLookupResult.Unavailable("The cluster's answer cannot be read: " + bug);
    }
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

  /** Brings the lab there, or finds it there where it is the one of a session that died. */
  private StepScripts.PreparedStep prepared(Effect.PrepareStep order, StepScripts first)
      throws InterruptedException {
    Step step = order.step();
    Optional<BookmarkKeeper> marks = openLab.bookmarks();
    Optional<Map<Subject, Observation>> known =
        order.resetLab() ? Optional.empty() : marks.flatMap(all -> all.observationsAtStart(step));
    if (known.isPresent()) {
      return new StepScripts.PreparedStep(known.get(), List.of());
    }
    xrayCapture.scriptStarted();
    boolean there = !order.resetLab() && marks.map(all -> all.canBegin(step)).orElse(false);
    List<Step> earlier = there ? List.of() : order.earlier();
    boolean scripts = order.resetLab() || !earlier.isEmpty() || !step.setup().isEmpty();
    if (scripts) {
      marks.ifPresent(all -> all.stepPreparing(step));
    }
    StepScripts hand = first;
    if (order.resetLab()) {
      xrayCapture.reset();
      openLab.clear();
      hand = new StepScripts(hand.lab(), openLab.workspace(), judge);
      stepScripts = hand;
    } else if (!earlier.isEmpty()) {
      openLab.backUpFiles();
    }
    StepScripts.PreparedStep ready = hand.prepare(step, earlier);
    marks.ifPresent(all -> all.stepPrepared(step, ready.before()));
    return ready;
  }

  /** Lets the learner play: a lab that is found again after that is not the step's any more. */
  void startSandbox(Step step) {
    submit(
        workspaceExecutor,
        guarded(() -> openLab.bookmarks().ifPresent(all -> all.stepPreparing(step))));
  }

  /** Watches these subjects and no others. */
  void watch(Set<Subject> subjects) {
    submit(workspaceExecutor, guarded(() -> startCheckWatch(subjects)));
  }

  private void startCheckWatch(Set<Subject> subjects) {
    stopCheckWatch();
    StepScripts hand = stepScripts;
    if (hand != null && !subjects.isEmpty()) {
      checkWatch =
          hand.lab()
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
    submit(
        workspaceExecutor,
        guarded(() -> {
          CommandResult result = new CommandResult(1, "", false, Duration.ZERO);
          try {
            stepScripts(needs);
            result = runInForeground(command);
          } finally {
            // whatever happened: the session waits for this message
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
          StepScripts hand = stepScripts(needs);
          xrayCapture.commandStarted("skip");
          hand.runSolution(step, hand.checkObserver().observe(step));
          inbox.post(new Message.SolutionFinished(step.number(), clock.instant()));
        }));
  }

  /**
   * Asks the lab why subjects are as they are. A lab that is frozen has told nothing lately: the
   * session hears of that first, and what it told before does not count any more.
   */
  void explain(Set<Subject> subjects) {
    submit(
        queryExecutor,
        () -> {
          Map<Subject, List<String>> causes = new LinkedHashMap<>();
          StepScripts hand = stepScripts;
          SubjectWatch watch = checkWatch;
          Set<Subject> unreachable = watch == null ? Set.of() : watch.verify();
          if (hand != null) {
            subjects.stream()
                .filter(subject -> !unreachable.contains(subject))
                .forEach(subject -> causes.put(subject, causes(hand.lab(), subject)));
          }
          inbox.post(new Message.CausesFound(causes, clock.instant()));
        });
  }

  /** A report without reasons is better than none. */
  private List<String> causes(Lab lab, Subject subject) {
    try {
      return lab.causes(subject);
    } catch (LabFault unreachable) {
      return List.of();
    } catch (RuntimeException | Error bug) {
      reportBug(bug);
      return List.of();
    }
  }

  /** Finds out what the last command led to. */
  void xray(boolean live) {
    StepScripts hand = stepScripts;
    submit(
        queryExecutor, guarded(() -> xrayCapture.capture(hand == null ? null : hand.lab(), live)));
  }

  /** Ends an X-ray that is under way. */
  void stopXray() {
    xrayCapture.stop();
  }

  /** Wakes the session after that long. */
  void wake(Effect.StartTimer order) {
    try {
      var _ =
          timer.schedule(
              () -> inbox.post(new Message.TimerElapsed(clock.instant())),
              Math.max(1, order.delay().toMillis()),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // nobody has to be woken any more
    }
  }

  /** Whether something of our own went wrong: no fault of the lab's, though it is told as one. */
  boolean hadInternalError() {
    return internalError;
  }

  /** Ctrl-C for what runs now. */
  public void interrupt() {
    openLab.interrupt();
  }

  private StepScripts stepScripts(LabNeeds needs) throws InterruptedException {
    StepScripts hand = stepScripts;
    if (hand == null) {
      // a lesson without a lab still has a workspace
      hand = openLab(needs);
    }
    return hand;
  }

  /** Opens the lab and the workspace, and tells what became of a dead session's. */
  private StepScripts openLab(LabNeeds needs) throws InterruptedException {
    Lab lab = openLab.open(needs, screen.progress());
    var hand = new StepScripts(lab, openLab.workspace(), judge);
    stepScripts = hand;
    Optional<BookmarkKeeper> heirs = openLab.bookmarks().filter(BookmarkKeeper::inherited);
    if (heirs.isPresent() && !recoveryReported) {
      recoveryReported = true;
      inbox.post(heirs.get().recoveryMessage(clock.instant()));
    }
    return hand;
  }

  private void stopCheckWatch() {
    Watch old = checkWatch;
    checkWatch = null;
    if (old != null) {
      old.close();
    }
  }

  private void stopHealthWatch() {
    Watch old = healthWatch;
    healthWatch = null;
    if (old != null) {
      old.close();
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

  /** A task that throws becomes a message: the session never waits in vain. */
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
    stopCheckWatch();
    stopHealthWatch();
    queryExecutor.shutdownNow();
    workspaceExecutor.shutdownNow();
    awaitWorkspaceExecutor();
    openLab.close();
  }

  /** A lab that is only half started is removed by who starts it: that has to be waited for. */
  private void awaitWorkspaceExecutor() {
    boolean interrupted = Thread.interrupted();
    try {
      var _ = workspaceExecutor.awaitTermination(SHUTDOWN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
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
