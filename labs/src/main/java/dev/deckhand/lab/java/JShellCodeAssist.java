package dev.deckhand.lab.java;

import dev.deckhand.lab.JavaCodeAssist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Answers the editor's questions one after another on a separate thread, since JShell is slow with
 * some of them. Callers wait for {@link #TIMEOUT} at most.
 */
final class JShellCodeAssist implements JavaCodeAssist, AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** How many suggestions are shown at most. */
  private static final int MAX_SUGGESTIONS = 500;

  private final SessionAccess sessionAccess;
  private final List<String> clients;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("java-desk").factory());

  JShellCodeAssist(SessionAccess sessionAccess, List<String> clients) {
    this.sessionAccess = sessionAccess;
    this.clients = List.copyOf(clients);
  }

  @Override
  public Optional<Boolean> isComplete(String source) {
    return query(jShellSession -> isWhole(jShellSession.analysis(), source));
  }

  private static boolean isWhole(SourceCodeAnalysis analysis, String source) {
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(rest);
      switch (next.completeness()) {
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return false;
        }
        case UNKNOWN, EMPTY -> {
          return true;
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> rest = next.remaining();
      }
    }
    return true;
  }

  @Override
  public Optional<Completions> completions(String source, int cursor) {
    return query(jShellSession -> {
      var anchor = new int[1];
      List<Suggestion> all = jShellSession.analysis().completionSuggestions(source, cursor, anchor);
      boolean fitting = all.stream().anyMatch(Suggestion::matchesType);
      List<String> words =
          all.stream()
              .filter(one -> one.matchesType() || !fitting)
              .map(Suggestion::continuation)
              .distinct()
              .limit(MAX_SUGGESTIONS)
              .toList();
      return new Completions(anchor[0], words);
    });
  }

  @Override
  public Optional<List<Description>> documentation(String source, int cursor) {
    return query(jShellSession ->
        jShellSession.analysis().documentation(source, cursor, true).stream()
            .map(
                one -> new Description(one.signature(), one.javadoc() == null ? "" : one.javadoc()))
            .distinct()
            .toList());
  }

  @Override
  public Optional<Set<String>> variables() {
    return query(JShellSession::variables);
  }

  @Override
  public List<String> clients() {
    return clients;
  }

  private <T> Optional<T> query(Function<JShellSession, T> question) {
    Future<Optional<T>> answer;
    try {
      answer = executor.submit(() -> sessionAccess.query(question, TIMEOUT));
    } catch (RejectedExecutionException closed) {
      return Optional.empty();
    }
    try {
      return answer.get(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException noAnswer) {
      // JShell can't be interrupted here; the next question waits for it
      answer.cancel(false);
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }

  /** Exclusive access to the JShell session. */
  interface SessionAccess {

    /** Asks the session; empty if there is none, or if it is busy all the time. */
    <T> Optional<T> query(Function<JShellSession, T> question, Duration timeout)
        throws InterruptedException;
  }
}
