package dev.deckhand.lab.java;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.JavaVariable;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaCodeAssist;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observer;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.workspace.LearnerEnvironment;
import dev.deckhand.lesson.LabKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lesson's Java. Its process starts with {@link #warmUp} or with the first snippet, and again
 * after it had to be killed.
 */
public final class JavaLab implements LabPart, JavaShell {

  /** How long reading a variable waits for a question of the editor. */
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

  private static final int INTERRUPTED_EXIT_CODE = 130;

  private final Path java;
  private final SessionFolder sessionFolder;
  private final Map<String, String> environment;
  private final JShellStartup startup;
  private final JShellCodeAssist codeAssist;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final Map<Subject, Observation> lastObservations = new ConcurrentHashMap<>();
  private volatile @Nullable JShellSession session;

  /** The process of the session, or of one that is being started. */
  private volatile @Nullable SnippetProcess process;

  private volatile @Nullable SnippetInterrupter runningInterrupter;
  private volatile boolean hasRunSnippet;
  private final Observers observers =
      Observers.local().add(JavaVariable.class, new VariableObserver()).build();
  private volatile boolean closed;

  /**
   * @param machine the variables of the person's shell
   * @param lab the variables for the other parts of the lab
   * @param labs the kinds of the other parts; their clients are defined
   */
  public JavaLab(
      SessionFolder sessionFolder,
      Map<String, String> machine,
      Map<String, String> lab,
      Collection<LabKind> labs) {
    this(
        Path.of(System.getProperty("java.home"), "bin", "java"), sessionFolder, machine, lab, labs);
  }

  /**
   * @param java the program that runs the snippets
   */
  JavaLab(
      Path java,
      SessionFolder sessionFolder,
      Map<String, String> machine,
      Map<String, String> lab,
      Collection<LabKind> labs) {
    this.java = java;
    this.sessionFolder = sessionFolder;
    this.environment = LearnerEnvironment.of(machine, sessionFolder, lab);
    this.startup = new JShellStartup(Set.copyOf(labs), environment);
    this.codeAssist = new JShellCodeAssist(this::query, startup.variableNames());
  }

  @Override
  public CommandResult run(String source, Console console) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandResult(INTERRUPTED_EXIT_CODE, "", false, Duration.ZERO);
    }
    try {
      if (source.strip().equals(JShellCommands.RESET)) {
        endSession();
        return runningSession()
            .printMessage(
                "Java was restarted, and your variables are gone. The step continues.", console);
      }
      JShellSession open = runningSession();
      var snippetInterrupter = new SnippetInterrupter(open::stop, open::kill);
      hasRunSnippet = true;
      runningInterrupter = snippetInterrupter;
      try {
        return open.run(source, console, snippetInterrupter);
      } finally {
        snippetInterrupter.finish();
        runningInterrupter = null;
        if (!open.isAlive()) {
          endSession();
        }
      }
    } finally {
      unlock();
      watchers.forEach(Runnable::run);
    }
  }

  private JShellSession runningSession() {
    JShellSession known = session;
    if (known != null && !known.isAlive()) {
      endSession();
      known = null;
    }
    if (known == null) {
      if (closed) {
        throw new LabFault(LabFault.Kind.LOST, "Java is closed.", "Open the lesson again.");
      }
      String classPath = startup.classPath(System.getProperty("java.class.path"));
      var started = new SnippetProcess(java, sessionFolder.workspace(), environment, classPath);
      process = started;
      if (closed) {
        started.kill();
      }
      known = new JShellSession(started, classPath, startup.startupSnippets());
      session = known;
    }
    return known;
  }

  @Override
  public void warmUp() {
    if (session == null) {
      Thread.ofVirtual()
          .name("java-warm")
          .start(() -> {
            lock.lock();
            try {
              if (session == null) {
                runningSession().warmUp();
              }
            } catch (LabFault | IllegalStateException notNow) {
              // the first snippet tries again, and reports what is wrong
            } finally {
              unlock();
            }
          });
    }
  }

  @Override
  public void interrupt() {
    SnippetInterrupter now = runningInterrupter;
    if (now != null) {
      now.interrupt();
    }
  }

  @Override
  public JavaCodeAssist codeAssist() {
    return codeAssist;
  }

  private <T> Optional<T> query(Function<JShellSession, T> question, Duration timeout)
      throws InterruptedException {
    if (!lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    try {
      JShellSession known = session;
      return known == null ? Optional.empty() : Optional.of(question.apply(known));
    } catch (IllegalStateException ended) {
      return Optional.empty();
    } finally {
      unlock();
    }
  }

  private void endSession() {
    JShellSession known = session;
    session = null;
    hasRunSnippet = false;
    lastObservations.clear();
    if (known != null) {
      known.close();
    }
  }

  @Override
  public Optional<JavaShell> java() {
    return Optional.of(this);
  }

  @Override
  public Observers observers() {
    return observers;
  }

  private Observation observe(JavaVariable subject) {
    String name = subject.variable();
    // while a snippet runs, the earlier values of variables are used
    if (!tryLock()) {
      return lastObservations.getOrDefault(subject, lastKnown(name));
    }
    try {
      Observation seen = new Observation.Snapshot(readVariable(name).stream().toList());
      lastObservations.put(subject, seen);
      return seen;
    } finally {
      unlock();
    }
  }

  /**
   * Returns what is known of a variable while Java is busy: before the first snippet, there is
   * none.
   */
  private Observation lastKnown(String name) {
    return hasRunSnippet || startup.variableNames().contains(name)
        ? new Observation.Unreachable(
            "Java is running a snippet, so its variables can't be read now.",
            "Wait until the snippet ends, or press Ctrl-C.")
        : new Observation.Snapshot(List.of());
  }

  /** Takes the lock if it is free; waits a while for it unless a snippet runs. */
  private boolean tryLock() {
    try {
      return runningInterrupter == null
          ? lock.tryLock(LOCK_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)
          : lock.tryLock();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<DataNode> readVariable(String name) {
    JShellSession known = session;
    if (known == null) {
      return Optional.empty();
    }
    // the value's toString() may never return
    var snippetInterrupter = new SnippetInterrupter(() -> {}, known::kill);
    snippetInterrupter.interrupt();
    try {
      return known.variable(name);
    } catch (IllegalStateException ended) {
      return Optional.empty();
    } finally {
      snippetInterrupter.finish();
      if (!known.isAlive()) {
        endSession();
      }
    }
  }

  /** Variables change when a snippet has run. */
  private final class VariableObserver implements Observer<JavaVariable> {

    @Override
    public Observation observe(JavaVariable subject) {
      return JavaLab.this.observe(subject);
    }

    @Override
    public Watch watch(Set<JavaVariable> subjects, BiConsumer<JavaVariable, Observation> listener) {
      Runnable look = () -> subjects.forEach(subject -> listener.accept(subject, observe(subject)));
      watchers.add(look);
      // a snippet may be running: the caller doesn't wait for its end
      Thread.ofVirtual().name("java-look").start(look);
      return () -> watchers.remove(look);
    }
  }

  @Override
  public void clear() throws InterruptedException {
    kill();
    lock.lockInterruptibly();
    try {
      endSession();
    } finally {
      unlock();
    }
  }

  /** Ends the process, even one that is being started, so that no caller waits for it. */
  private void kill() {
    JShellSession known = session;
    if (known != null) {
      known.kill();
    }
    SnippetProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  private void unlock() {
    lock.unlock();
    if (closed) {
      endSessionIfUnlocked();
    }
  }

  private void endSessionIfUnlocked() {
    if (lock.tryLock()) {
      try {
        endSession();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Doesn't wait for a snippet or for Java to start: the thread that holds the lock ends the
   * session.
   */
  @Override
  public void close() {
    closed = true;
    codeAssist.close();
    kill();
    endSessionIfUnlocked();
  }
}
