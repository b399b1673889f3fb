package dev.deckhand.shell.loop;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Step;
import dev.deckhand.manual.Answer;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Health;
import dev.deckhand.session.Message;
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
public final class Crew implements AutoCloseable {

  /** How long what is under way may take to stop. */
  private static final Duration LAST_CHORE = Duration.ofSeconds(20);

  private final Berth berth;
  private final Judge judge;
  private final Screen screen;
  private final Inbox inbox;
  private final Clock clock;
  private final ExecutorService hands =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("crew").factory());
  private final ExecutorService scouts =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("scout").factory());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());

  // guarded by the order of tasks on "hands"; volatile for the scouts and for closing
  private volatile @Nullable Stagehand stagehand;
  private volatile @Nullable Watch watch;
  private volatile @Nullable Watch pulse;
  private volatile boolean stumbled;
  private final Camera camera;
  private boolean told;

  public Crew(Berth berth, Judge judge, Screen screen, Inbox inbox, Clock clock) {
    this.berth = berth;
    this.judge = judge;
    this.screen = screen;
    this.inbox = inbox;
    this.clock = clock;
    this.camera = new Camera(clock, inbox);
  }

  /** Starts the lab; answers when it is there, or cannot be had. */
  void startLab(LabNeeds needs) {
    begin(
        hands,
        guarded(() -> {
          stopWatching();
          stopFeeling();
          camera.forget();
          Lab lab = board(needs).lab();
          lab.onLost(fault -> gone(fault));
          inbox.post(new Message.LabReady(lab.abilities(), clock.instant()));
          feel(lab);
        }));
  }

  /** Tells how the lab's cluster is, from now on; a lab without one has nothing to tell. */
  private void feel(Lab lab) {
    if (lab.sees(Health.NODES)) {
      pulse =
          lab.watch(
              Set.of(Health.NODES),
              seen -> inbox.post(new Message.Felt(Health.of(seen.observation()), clock.instant())));
    }
  }

  /** Asks the lab's cluster what a kind or a field is. */
  void lookUp(String path) {
    begin(
        scouts,
        () -> {
          Stagehand hand = stagehand;
          Answer answer =
              hand == null
                  ? new Answer.Silent("There is no lab to be asked.")
                  : hand.lab()
                      .manual()
                      .map(manual -> manual.look(path))
                      .orElse(
                          new Answer.Silent(
                              "This lesson has no cluster; \"explain\" asks one for its kinds."));
          inbox.post(new Message.LookedUp(answer, clock.instant()));
        });
  }

  /** Brings the lab to the beginning of a step. */
  void prepare(Effect.Prepare order, LabNeeds needs) {
    begin(
        hands,
        guarded(() -> {
          Stagehand.Prepared ready = prepared(order, hand(needs));
          inbox.post(
              new Message.Prepared(
                  order.step().number(), ready.before(), ready.replayed(), clock.instant()));
        }));
  }

  /** Brings the lab there, or finds it there where it is the one of a session that died. */
  private Stagehand.Prepared prepared(Effect.Prepare order, Stagehand first)
      throws InterruptedException {
    Step step = order.step();
    Optional<Bookmarks> marks = berth.bookmarks();
    Optional<Map<Subject, Observation>> known =
        order.clear() ? Optional.empty() : marks.flatMap(all -> all.remembered(step));
    if (known.isPresent()) {
      return new Stagehand.Prepared(known.get(), List.of());
    }
    camera.othersAct();
    boolean there = !order.clear() && marks.map(all -> all.canBegin(step)).orElse(false);
    List<Step> earlier = there ? List.of() : order.earlier();
    boolean scripts = order.clear() || !earlier.isEmpty() || !step.setup().isEmpty();
    if (scripts) {
      marks.ifPresent(all -> all.preparing(step));
    }
    Stagehand hand = first;
    if (order.clear()) {
      camera.forget();
      berth.clear();
      hand = new Stagehand(hand.lab(), berth.workspace(), judge);
      stagehand = hand;
    } else if (!earlier.isEmpty()) {
      berth.keepCopy();
    }
    Stagehand.Prepared ready = hand.prepare(step, earlier);
    marks.ifPresent(all -> all.prepared(step, ready.before()));
    return ready;
  }

  /** Lets the learner play: a lab that is found again after that is not the step's any more. */
  void letPlay(Step step) {
    begin(hands, guarded(() -> berth.bookmarks().ifPresent(all -> all.preparing(step))));
  }

  /** Watches these subjects and no others. */
  void watch(Set<Subject> subjects) {
    stopWatching();
    Stagehand hand = stagehand;
    if (hand != null && !subjects.isEmpty()) {
      watch =
          hand.lab()
              .watch(
                  subjects,
                  seen ->
                      inbox.post(
                          new Message.Sighted(
                              seen.subject(), seen.observation(), clock.instant())));
    }
  }

  /** Runs what the learner typed, with the terminal in its hands. */
  void run(String command, LabNeeds needs) {
    begin(
        hands,
        guarded(() -> {
          hand(needs);
          var desk = new WritingDesk(berth, screen);
          Optional<String> file = desk.file(command);
          Console console = screen.handOver();
          camera.begins(command);
          CommandResult result = new CommandResult(1, "", false, Duration.ZERO);
          try {
            result =
                file.isPresent()
                    ? desk.edit(file.get(), console)
                    : berth.workspace().run(command, console);
          } finally {
            screen.takeBack();
            inbox.post(
                new Message.Ran(
                    command,
                    result.exitCode(),
                    result.output(),
                    result.shellEnded(),
                    clock.instant()));
          }
        }));
  }

  /** Runs a step's solution for the learner. */
  void skip(Step step, LabNeeds needs) {
    begin(
        hands,
        guarded(() -> {
          Stagehand hand = hand(needs);
          camera.begins("skip");
          hand.finish(step, hand.lookout().look(step));
          inbox.post(new Message.Skipped(step.number(), clock.instant()));
        }));
  }

  /** Asks the lab why subjects are as they are. */
  void explain(Set<Subject> subjects) {
    begin(
        scouts,
        () -> {
          Map<Subject, List<String>> causes = new LinkedHashMap<>();
          Stagehand hand = stagehand;
          if (hand != null) {
            subjects.forEach(subject -> causes.put(subject, hand.lab().causes(subject)));
          }
          inbox.post(new Message.Explained(causes, clock.instant()));
        });
  }

  /** Finds out what the last command led to. */
  void xray(boolean live) {
    Stagehand hand = stagehand;
    begin(scouts, guarded(() -> camera.expose(hand == null ? null : hand.lab(), live)));
  }

  /** Ends an X-ray that is under way. */
  void stopXray() {
    camera.stop();
  }

  /** Wakes the session after that long. */
  void wake(Effect.Wake order) {
    try {
      var _ =
          timer.schedule(
              () -> inbox.post(new Message.Woke(clock.instant())),
              Math.max(1, order.after().toMillis()),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // nobody has to be woken any more
    }
  }

  /** Whether something of our own went wrong: no fault of the lab's, though it is told as one. */
  boolean stumbled() {
    return stumbled;
  }

  /** Ctrl-C for what runs now. */
  public void interrupt() {
    berth.interrupt();
  }

  private Stagehand hand(LabNeeds needs) throws InterruptedException {
    Stagehand hand = stagehand;
    if (hand == null) {
      // a lesson without a lab still has a workspace
      hand = board(needs);
    }
    return hand;
  }

  /** Opens the lab and the workspace, and tells what became of a dead session's. */
  private Stagehand board(LabNeeds needs) throws InterruptedException {
    Lab lab = berth.open(needs, screen.progress());
    var hand = new Stagehand(lab, berth.workspace(), judge);
    stagehand = hand;
    Optional<Bookmarks> heirs = berth.bookmarks().filter(Bookmarks::inherited);
    if (heirs.isPresent() && !told) {
      told = true;
      inbox.post(heirs.get().regained(clock.instant()));
    }
    return hand;
  }

  private void stopWatching() {
    Watch old = watch;
    watch = null;
    if (old != null) {
      old.close();
    }
  }

  private void stopFeeling() {
    Watch old = pulse;
    pulse = null;
    if (old != null) {
      old.close();
    }
  }

  private void gone(LabFault fault) {
    inbox.post(new Message.LabGone(fault.what(), fault.next(), clock.instant()));
  }

  /** What is asked for while all is being closed, by a signal as a rule, is not begun any more. */
  private static void begin(ExecutorService workers, Runnable work) {
    try {
      workers.execute(work);
    } catch (RejectedExecutionException closing) {
      // the session ends
    }
  }

  private Runnable guarded(Chore chore) {
    return () -> {
      try {
        chore.run();
      } catch (LabFault fault) {
        gone(fault);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException bug) {
        stumbled = true;
        berth.log(bug);
        inbox.post(
            new Message.LabGone(
                "Something in Deckhand itself went wrong: " + bug,
                "Your work is saved. Type \"reset\" to go on; the details are in "
                    + berth.logFile()
                    + ".",
                clock.instant()));
      }
    };
  }

  /** Stops all work and closes what was opened, in reverse order. */
  @Override
  public void close() {
    timer.shutdownNow();
    stopWatching();
    stopFeeling();
    scouts.shutdownNow();
    hands.shutdownNow();
    awaitHands();
    berth.close();
  }

  /** A lab that is only half started is removed by who starts it: that has to be waited for. */
  private void awaitHands() {
    boolean interrupted = Thread.interrupted();
    try {
      var _ = hands.awaitTermination(LAST_CHORE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Chore {
    void run() throws InterruptedException;
  }
}
