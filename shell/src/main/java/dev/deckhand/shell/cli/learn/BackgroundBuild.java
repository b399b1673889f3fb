package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.session.Message;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds the images of other lessons while the learner is in a session, and tells the session what
 * it's doing. Closing it stops the build; what is built so far is kept.
 */
final class BackgroundBuild implements AutoCloseable {

  private final Provisioner provisioner;
  private final Inbox inbox;
  private final FaultLog log;
  private final Clock clock;
  private @Nullable Thread thread;

  BackgroundBuild(Provisioner provisioner, Inbox inbox, FaultLog log, Clock clock) {
    this.provisioner = provisioner;
    this.inbox = inbox;
    this.log = log;
    this.clock = clock;
  }

  /** Starts it if there's something to build, and the person agreed to building. */
  void start() {
    if (provisioner.backgroundBuildPending()) {
      thread = Thread.ofPlatform().daemon().name("background-build").start(this::build);
    }
  }

  private void build() {
    try {
      var progress = new StatusProgress();
      provisioner.buildInBackground(progress);
      if (progress.begun) {
        inbox.post(new Message.BackgroundBuildFinished(clock.instant()));
      }
    } catch (LabFault fault) {
      inbox.post(
          new Message.BackgroundBuildFailed(fault.problem(), fault.remedy(), clock.instant()));
    } catch (InterruptedException stopped) {
      // the learner has left
    } catch (RuntimeException bug) {
      log.write(bug);
      inbox.post(new Message.BackgroundBuildChanged("", clock.instant()));
    }
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(Duration.ofSeconds(4));
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only the step's title is shown: nobody waits for it. */
  private final class StatusProgress implements BootProgress {

    private volatile boolean begun;

    @Override
    public void began(String step) {
      begun = true;
      inbox.post(new Message.BackgroundBuildChanged(step, clock.instant()));
    }

    @Override
    public void advanced(String step, long done, long total, String unit) {
      // the title says enough
    }

    @Override
    public void finished(String step, Duration took) {
      // the next step follows at once
    }
  }
}
