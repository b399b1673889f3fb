package dev.deckhand.lab.xray;

import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.docker.ExecPipe;
import dev.deckhand.trace.Clue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit log of a cluster in a container. */
public record ClusterRecorder(LabContainer container, Clock clock) implements Recorder {

  @Override
  public Watch follow(Consumer<Clue> clues) {
    var reading = new Reading();
    reading.thread = Thread.ofVirtual().name("audit-log").unstarted(() -> read(reading, clues));
    reading.thread.start();
    return reading;
  }

  private void read(Reading reading, Consumer<Clue> clues) {
    try (ExecPipe pipe =
        ExecPipe.start(container.host().api(), container.id(), AuditLog.reading())) {
      if (!reading.opened(pipe)) {
        return;
      }
      Duration ahead = EngineClock.ahead(container.host(), clock);
      var lines = new BufferedReader(new InputStreamReader(stream(pipe), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        AuditEntry.read(line, ahead).filter(clue -> !reading.closed).ifPresent(clues);
      }
    } catch (IOException | EngineGone | EngineRefusal over) {
      // closed, or the lab is gone: whoever watches the lab hears of that
    }
  }

  private static InputStream stream(ExecPipe pipe) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return pipe.read(buffer, offset, length);
      }
    };
  }

  private static final class Reading implements Watch {

    private Thread thread = Thread.currentThread();
    private volatile boolean closed;
    private @Nullable ExecPipe pipe;

    private synchronized boolean opened(ExecPipe open) {
      pipe = open;
      return !closed;
    }

    @Override
    public synchronized void close() {
      closed = true;
      if (pipe != null) {
        pipe.close();
      }
      thread.interrupt();
    }
  }
}
