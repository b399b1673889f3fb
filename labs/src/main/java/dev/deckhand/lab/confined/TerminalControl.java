package dev.deckhand.lab.confined;

import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ExecPipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Asks for what a terminal in a container needs from inside: modes, unread input, processes.
 * Thread-safe.
 *
 * <p>The program that answers runs as the learner's user, who can stop or change it. All that's
 * gained by that is a terminal that works less well; answers are bounded in size and time.
 */
final class TerminalControl implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MAX_ANSWER = 256 * 1024;

  /** After so many in a row that aren't answered, nothing more is asked. */
  private static final int MAX_UNANSWERED = 3;

  /** Wakes who waits for an answer that doesn't come any more; no answer has this character. */
  private static final String CLOSED = "\uFFFF";

  private final ExecPipe pipe;
  private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);
  private volatile boolean broken;
  private long asked;
  private int unanswered;

  private TerminalControl(ExecPipe pipe) {
    this.pipe = pipe;
  }

  /**
   * Starts it in a running container.
   *
   * @param folder a path in the container that doesn't exist yet
   * @throws IOException if it doesn't start
   */
  static TerminalControl start(EngineApi api, ConfinedContainer container, String folder)
      throws IOException {
    String script = resource("terminal.bash").replace("@FOLDER@", folder);
    var control =
        new TerminalControl(
            ExecPipe.start(
                api, container.id(), List.of("/bin/bash", "--noprofile", "--norc", "-c", script)));
    Thread.ofVirtual().name("terminal-control").start(control::readAnswers);
    if (control.await("ready").isEmpty()) {
      control.close();
      throw new IOException("the workspace's container doesn't answer");
    }
    return control;
  }

  private void readAnswers() {
    try (InputStream output = pipe.output()) {
      var answer = new ByteArrayOutputStream();
      for (int next = output.read(); next >= 0; next = output.read()) {
        if (next != 0) {
          if (answer.size() < MAX_ANSWER) {
            answer.write(next);
          }
        } else {
          // an answer that nobody waits for any more makes way
          answers.poll();
          var _ = answers.offer(answer.toString(StandardCharsets.ISO_8859_1));
          answer.reset();
        }
      }
    } catch (IOException | RuntimeException closed) {
      // the container has ended
    }
    broken = true;
    var _ = answers.offer(CLOSED);
  }

  /** Sends lines to the shell's pipe. */
  synchronized void send(byte[] lines) throws IOException {
    if (broken) {
      throw new IOException("the workspace's container has ended");
    }
    write("send:", lines);
  }

  /**
   * Asks, and waits for the answer; empty if there's none. On a machine that is busy it may come
   * too late; that one is left out then, and the next is asked for again.
   */
  synchronized Optional<String> ask(String request) {
    if (broken) {
      return Optional.empty();
    }
    try {
      asked++;
      answers.clear();
      write("ask:" + asked + ":" + request, new byte[0]);
      Optional<String> answer = await(asked + " ");
      unanswered = answer.isPresent() ? 0 : unanswered + 1;
      broken = broken || unanswered >= MAX_UNANSWERED;
      return answer;
    } catch (IOException ended) {
      broken = true;
      return Optional.empty();
    }
  }

  /** The rest of the next answer that begins like this; earlier ones came too late. */
  private Optional<String> await(String beginning) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    try {
      while (true) {
        String answer = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (answer == null) {
          return Optional.empty();
        }
        if (answer.equals(CLOSED)) {
          broken = true;
          return Optional.empty();
        }
        if (answer.startsWith(beginning)) {
          return Optional.of(answer.substring(beginning.length()));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void write(String request, byte[] data) throws IOException {
    byte[] head = request.getBytes(StandardCharsets.UTF_8);
    var whole = new byte[head.length + data.length + 1];
    System.arraycopy(head, 0, whole, 0, head.length);
    int length = head.length;
    for (byte one : data) {
      if (one != 0) {
        whole[length++] = one;
      }
    }
    OutputStream input = pipe.input();
    input.write(whole, 0, length + 1);
    input.flush();
  }

  /** Whether it no longer answers. */
  boolean isBroken() {
    return broken;
  }

  static String resource(String name) {
    try (var resource = TerminalControl.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is not beside " + TerminalControl.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    broken = true;
    pipe.close();
    var _ = answers.offer(CLOSED);
  }
}
