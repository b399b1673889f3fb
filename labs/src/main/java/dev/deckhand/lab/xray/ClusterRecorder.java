package dev.deckhand.lab.xray;

import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.ExecPipe;
import dev.deckhand.trace.ActivityRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit log of a cluster in a container. */
public record ClusterRecorder(LabContainer container, Clock clock) implements Recorder {

  @Override
  public Watch follow(Consumer<ActivityRecord> activityRecords) {
    var logWatch = new LogWatch();
    logWatch.thread =
        Thread.ofVirtual().name("audit-log").unstarted(() -> read(logWatch, activityRecords));
    logWatch.thread.start();
    return logWatch;
  }

  private void read(LogWatch logWatch, Consumer<ActivityRecord> activityRecords) {
    try (ExecPipe pipe =
        ExecPipe.start(container.host().api(), container.id(), AuditLog.followCommand())) {
      if (!logWatch.attach(pipe)) {
        return;
      }
      Duration ahead = EngineClockOffset.measure(container.host(), clock);
      var lines = new BufferedReader(new InputStreamReader(pipe.output(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        AuditEntryParser.parse(line, ahead)
            .filter(activityRecord -> !logWatch.closed)
            .ifPresent(activityRecords);
      }
    } catch (IOException | ApiException over) {
      // closed, or the lab is lost, which the lab itself reports
    }
  }

  private static final class LogWatch implements Watch {

    private Thread thread = Thread.currentThread();
    private volatile boolean closed;
    private @Nullable ExecPipe pipe;

    private synchronized boolean attach(ExecPipe open) {
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
