package dev.deckhand.lab.java;

import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.JavaVariable;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaDesk;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lab.observe.Unseen;
import dev.deckhand.lab.workspace.LearnerEnvironment;
import dev.deckhand.lesson.Ability;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lesson's Java. Its process starts when it is warmed or with the first snippet, and again
 * where it had to be ended.
 */
public final class JavaLab implements Lab, JavaShell {

  /** How long who looks at a variable waits for an editor that asks something else. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SessionRoom room;
  private final Map<String, String> environment;
  private final Bindings bindings;
  private final Desk desk;
  private final ReentrantLock turn = new ReentrantLock();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final Map<Subject, Observation> lastSeen = new ConcurrentHashMap<>();
  private volatile @Nullable Snippets snippets;
  private volatile @Nullable Halt running;
  private volatile boolean spoken;
  private volatile boolean closed;

  /**
   * @param machine the variables of the person's own shell
   * @param lab those that point at the other parts of the lab
   * @param labs what these other parts are: their clients are bound
   */
  public JavaLab(
      SessionRoom room,
      Map<String, String> machine,
      Map<String, String> lab,
      Collection<LabKind> labs) {
    this.room = room;
    this.environment = LearnerEnvironment.of(machine, room, lab);
    this.bindings = new Bindings(Set.copyOf(labs), environment);
    this.desk = new Desk(this::look, bindings.names());
  }

  @Override
  public CommandResult run(String source, Console console) {
    turn.lock();
    try {
      if (source.strip().equals(ShellCommands.RESET)) {
        end();
        return started()
            .say("Java begins anew: what you had set in it is gone. The step goes on.", console);
      }
      Snippets open = started();
      var halt = new Halt(open::stop, open::kill);
      spoken = true;
      running = halt;
      try {
        return open.run(source, console, halt);
      } finally {
        halt.over();
        running = null;
        if (!open.isAlive()) {
          end();
        }
      }
    } finally {
      turn.unlock();
      watchers.forEach(Runnable::run);
    }
  }

  private Snippets started() {
    Snippets known = snippets;
    if (known != null && !known.isAlive()) {
      end();
      known = null;
    }
    if (known == null) {
      if (closed) {
        throw new LabFault(LabFault.Kind.LOST, "Java is closed.", "Open the lesson again.");
      }
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      String classPath = bindings.classPath(System.getProperty("java.class.path"));
      known =
          new Snippets(
              new SnippetProcess(java, room.workspace(), environment, classPath),
              classPath,
              bindings.beginning());
      snippets = known;
    }
    return known;
  }

  @Override
  public void warm() {
    if (snippets == null) {
      Thread.ofVirtual()
          .name("java-warm")
          .start(() -> {
            turn.lock();
            try {
              if (snippets == null) {
                started().warmUp();
              }
            } catch (LabFault | IllegalStateException notNow) {
              // the first snippet tries again, and says what is wrong
            } finally {
              turn.unlock();
            }
          });
    }
  }

  @Override
  public void interrupt() {
    Halt now = running;
    if (now != null) {
      now.ask();
    }
  }

  @Override
  public JavaDesk desk() {
    return desk;
  }

  private <T> Optional<T> look(Function<Snippets, T> question, Duration patience)
      throws InterruptedException {
    if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    try {
      Snippets known = snippets;
      return known == null ? Optional.empty() : Optional.of(question.apply(known));
    } catch (IllegalStateException ended) {
      return Optional.empty();
    } finally {
      turn.unlock();
    }
  }

  private void end() {
    Snippets known = snippets;
    snippets = null;
    spoken = false;
    lastSeen.clear();
    if (known != null) {
      known.close();
    }
  }

  @Override
  public Optional<JavaShell> java() {
    return Optional.of(this);
  }

  @Override
  public boolean sees(Subject subject) {
    return subject instanceof JavaVariable;
  }

  @Override
  public Observation observe(Subject subject) {
    if (!(subject instanceof JavaVariable(var name))) {
      return Unseen.by("Java", subject);
    }
    // while a snippet runs, a variable is what it was before
    if (!isFree()) {
      return lastSeen.getOrDefault(subject, unasked(name));
    }
    try {
      Observation seen = new Observation.Seen(value(name).stream().toList());
      lastSeen.put(subject, seen);
      return seen;
    } finally {
      turn.unlock();
    }
  }

  /** What is known of a variable where Java cannot be asked: before the first snippet, enough. */
  private Observation unasked(String name) {
    return spoken || bindings.names().contains(name)
        ? new Observation.Unreachable(
            "Java runs a snippet, and cannot be asked for its variables meanwhile.",
            "Wait for the end of the snippet, or press Ctrl-C.")
        : new Observation.Seen(List.of());
  }

  /** Takes the turn where it can be had: at once while a snippet runs, with some patience else. */
  private boolean isFree() {
    try {
      return running == null
          ? turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
          : turn.tryLock();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Node> value(String name) {
    Snippets known = snippets;
    if (known == null) {
      return Optional.empty();
    }
    // a value says by its own toString() what it is, and that may never end
    var halt = new Halt(() -> {}, known::kill);
    halt.ask();
    try {
      return known.variable(name);
    } catch (IllegalStateException ended) {
      return Optional.empty();
    } finally {
      halt.over();
      if (!known.isAlive()) {
        end();
      }
    }
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    Sightings sightings = Sightings.to(listener);
    Set<Subject> ours = Set.copyOf(subjects);
    Runnable look = () -> ours.forEach(subject -> sightings.saw(subject, observe(subject)));
    watchers.add(look);
    // a snippet may be running: whoever asks to watch does not wait for its end
    Thread.ofVirtual().name("java-look").start(look);
    return () -> {
      watchers.remove(look);
      sightings.close();
    };
  }

  @Override
  public List<String> causes(Subject subject) {
    return List.of();
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {}

  @Override
  public void clear() {
    Snippets known = snippets;
    if (known != null) {
      known.kill();
    }
    turn.lock();
    try {
      end();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    desk.close();
    clear();
  }
}
