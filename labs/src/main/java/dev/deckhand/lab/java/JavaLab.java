package dev.deckhand.lab.java;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.JavaVariable;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
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
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lesson's Java. Its process starts with the first snippet, and again after an interrupt. */
public final class JavaLab implements Lab, JavaShell {

  private final SessionRoom room;
  private final Map<String, String> environment;
  private final ReentrantLock turn = new ReentrantLock();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Snippets snippets;
  private volatile boolean running;
  private volatile boolean interrupted;

  /**
   * @param machine the variables of the person's own shell
   * @param lab those that point at the other parts of the lab
   */
  public JavaLab(SessionRoom room, Map<String, String> machine, Map<String, String> lab) {
    this.room = room;
    this.environment = LearnerEnvironment.of(machine, room, lab);
  }

  @Override
  public CommandResult run(String source, Console console) {
    turn.lock();
    try {
      interrupted = false;
      running = true;
      Snippets open = started();
      CommandResult result = open.run(source, console);
      if (interrupted || !open.isAlive()) {
        end();
      }
      return interrupted ? new CommandResult(130, result.output(), false, result.took()) : result;
    } finally {
      running = false;
      turn.unlock();
      watchers.forEach(Runnable::run);
    }
  }

  private Snippets started() {
    Snippets known = snippets;
    if (known == null) {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      known = new Snippets(new SnippetProcess(java, room.workspace(), environment));
      snippets = known;
    }
    return known;
  }

  @Override
  public void interrupt() {
    Snippets known = snippets;
    if (running && known != null) {
      interrupted = true;
      known.kill();
    }
  }

  private void end() {
    Snippets known = snippets;
    snippets = null;
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
    turn.lock();
    try {
      Snippets known = snippets;
      return new Observation.Seen(
          known == null ? List.of() : known.variable(name).stream().toList());
    } finally {
      turn.unlock();
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
    interrupt();
    turn.lock();
    try {
      end();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
