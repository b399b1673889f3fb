package dev.deckhand.lab.observe;

import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.observe.Observers.Ping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The watches on a lab's subjects. A server that is frozen reports nothing, so what was told of it
 * last would look true for ever: {@link #verify} finds out.
 */
final class VerifiedWatch implements SubjectWatch {
  private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(1);

  private final ObservationGate gate;
  private final List<Watch> watches;
  private final Map<Ping, Set<Subject>> subjectsByServer;
  private final Map<Ping, Thread> recoveries = new ConcurrentHashMap<>();
  private volatile boolean closed;

  VerifiedWatch(
      ObservationGate gate, List<Watch> watches, Map<Ping, Set<Subject>> subjectsByServer) {
    this.gate = gate;
    this.watches = List.copyOf(watches);
    this.subjectsByServer = Map.copyOf(subjectsByServer);
  }

  @Override
  public Set<Subject> verify() {
    Set<Subject> unreachable = ConcurrentHashMap.newKeySet();
    try (var pings = Executors.newVirtualThreadPerTaskExecutor()) {
      subjectsByServer.forEach((ping, subjects) ->
          pings.execute(() ->
              failure(ping)
                  .ifPresent(failure -> {
                    unreachable.addAll(subjects);
                    gate.suspend(subjects, failure.observation());
                    awaitRecovery(ping, subjects);
                  })));
    }
    return Set.copyOf(unreachable);
  }

  private static Optional<ApiException> failure(Ping ping) {
    try {
      ping.send();
      return Optional.empty();
    } catch (ApiException failure) {
      return Optional.of(failure);
    }
  }

  private void awaitRecovery(Ping ping, Set<Subject> subjects) {
    recoveries.computeIfAbsent(
        ping, _ -> Thread.ofVirtual().name("recovery").start(() -> resumeOnAnswer(ping, subjects)));
  }

  private void resumeOnAnswer(Ping ping, Set<Subject> subjects) {
    try {
      do {
        Thread.sleep(RECOVERY_INTERVAL);
      } while (!closed && failure(ping).isPresent());
      recoveries.remove(ping);
      gate.resume(subjects);
    } catch (InterruptedException stopped) {
      // closed
    }
  }

  @Override
  public void close() {
    closed = true;
    gate.close();
    watches.forEach(Watch::close);
    recoveries.values().forEach(Thread::interrupt);
  }
}
