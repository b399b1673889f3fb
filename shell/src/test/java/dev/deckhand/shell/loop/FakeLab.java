package dev.deckhand.shell.loop;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.Ability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A world of one Deployment, whose replicas are what {@code scale N} says, and what {@code roll N}
 * says some seconds later: enough to drive the loop without an engine. It is its own workspace.
 */
public final class FakeLab implements Lab, Workspace {

  private final Map<Subject, Consumer<SubjectObservation>> watchers = new LinkedHashMap<>();
  private final List<Consumer<LabFault>> losers = new CopyOnWriteArrayList<>();
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private volatile Optional<Recorder> recorder = Optional.empty();
  private volatile boolean faulty;
  private int replicas = 1;
  private volatile boolean frozen;
  private boolean closed;

  /** All commands that were run, in order. */
  public List<String> executedCommands() {
    return List.copyOf(ran);
  }

  /** From now on it keeps evidence. */
  public void record(Recorder keeper) {
    recorder = Optional.of(keeper);
  }

  @Override
  public Optional<Recorder> recorder() {
    return recorder;
  }

  /** From now on it has a bug: it throws whenever it is asked about the world. */
  public void breakDown() {
    faulty = true;
  }

  private void failIfFaulty() {
    if (faulty) {
      throw new IllegalStateException("a bug of the fake lab's");
    }
  }

  @Override
  public Optional<Manual> manual() {
    failIfFaulty();
    return Optional.empty();
  }

  /** Whether it was closed. */
  public synchronized boolean closed() {
    return closed;
  }

  /** The lab goes away from under the learner. */
  public void failLab() {
    var fault = new LabFault(LabFault.Kind.LOST, "The cluster is gone.", "Type \"reset\".");
    losers.forEach(listener -> listener.accept(fault));
  }

  @Override
  public synchronized CommandResult run(String lines, Console console) {
    ran.add(lines);
    String output = lines.startsWith("echo ") ? lines.substring(5) + "\n" : "";
    try {
      byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
      console.write(bytes, 0, bytes.length);
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
    frozen |= lines.equals("freeze");
    if (lines.startsWith("scale ")) {
      scale(Integer.parseInt(lines.substring(6)));
    }
    if (lines.startsWith("roll ")) {
      scale(0);
      Executor later = CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS);
      later.execute(() -> scale(Integer.parseInt(lines.substring(5))));
    }
    return new CommandResult(lines.equals("false") ? 1 : 0, output, false, Duration.ZERO);
  }

  private synchronized void scale(int wanted) {
    replicas = wanted;
    watchers.forEach((subject, sink) -> sink.accept(new SubjectObservation(subject, seen())));
  }

  private Observation seen() {
    return new Observation.Snapshot(
        List.of(
            DataNode.of(
                Map.of("metadata", Map.of("name", "web"), "spec", Map.of("replicas", replicas)))));
  }

  @Override
  public boolean canObserve(Subject subject) {
    return true;
  }

  @Override
  public synchronized Observation observe(Subject subject) {
    return seen();
  }

  @Override
  public synchronized SubjectWatch watch(
      Collection<Subject> subjects, Consumer<SubjectObservation> subjectObservations) {
    for (Subject subject : subjects) {
      watchers.put(subject, subjectObservations);
      subjectObservations.accept(new SubjectObservation(subject, seen()));
    }
    return new SubjectWatch() {
      @Override
      public Set<Subject> verify() {
        return frozen ? tellUnreachable(subjects, subjectObservations) : Set.of();
      }

      @Override
      public void close() {
        synchronized (FakeLab.this) {
          subjects.forEach(watchers::remove);
        }
      }
    };
  }

  private static Set<Subject> tellUnreachable(
      Collection<Subject> subjects, Consumer<SubjectObservation> listener) {
    var frozen = new Observation.Unreachable("The cluster does not answer.", "Wait.");
    subjects.forEach(subject -> listener.accept(new SubjectObservation(subject, frozen)));
    return Set.copyOf(subjects);
  }

  @Override
  public synchronized void clear() {
    replicas = 1;
  }

  @Override
  public List<String> causes(Subject subject) {
    failIfFaulty();
    return List.of("Somebody scaled it.");
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {
    losers.add(listener);
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
  public void interrupt() {}

  @Override
  public Path folder() {
    return Path.of(".");
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
