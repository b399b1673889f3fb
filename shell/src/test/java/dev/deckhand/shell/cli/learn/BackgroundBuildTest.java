package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.LabVersions;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionedTool;
import dev.deckhand.session.Message;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackgroundBuildTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path folder;

  private final Inbox inbox = new Inbox();

  @Test
  void theSessionIsToldWhatIsBuiltAndThatItIsDone() throws InterruptedException {
    try (var build = build(new Machine(progress -> progress.began("Images 2/2: nginx:1.30")))) {
      build.start();
      assertThat(inbox.take())
          .isEqualTo(new Message.BackgroundBuildChanged("Images 2/2: nginx:1.30", Instant.EPOCH));
      assertThat(inbox.take()).isEqualTo(new Message.BackgroundBuildFinished(Instant.EPOCH));
    }
  }

  @Test
  void whereNothingHadToBeBuiltNothingIsTold() throws InterruptedException {
    try (var build = build(new Machine(_ -> {}))) {
      build.start();
    }
    inbox.post(new Message.Interrupted(Instant.EPOCH));
    assertThat(inbox.take()).isInstanceOf(Message.Interrupted.class);
  }

  @Test
  void aFailureIsToldWithWhatToDo() throws InterruptedException {
    var machine =
        new Machine(_ -> {
          throw new LabFault(LabFault.Kind.NO_IMAGE, "The disk is full.", "Make room.");
        });
    try (var build = build(machine)) {
      build.start();
      assertThat(inbox.take())
          .isEqualTo(
              new Message.BackgroundBuildFailed("The disk is full.", "Make room.", Instant.EPOCH));
    }
  }

  @Test
  void itEndsWhenTheLearnerLeaves() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var machine =
        new Machine(_ -> {
          begun.countDown();
          try {
            Thread.sleep(Long.MAX_VALUE);
          } finally {
            ended.countDown();
          }
        });
    try (var build = build(machine)) {
      build.start();
      begun.await();
    }
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private BackgroundBuild build(Provisioner machine) {
    return new BackgroundBuild(
        machine, inbox, new FaultLog(folder.resolve("deckhand.log"), CLOCK), CLOCK);
  }

  private interface Work {
    void run(BootProgress progress) throws InterruptedException;
  }

  /** A machine on which something is to be built. */
  private record Machine(Work work) implements Provisioner {

    @Override
    public boolean backgroundBuildPending() {
      return true;
    }

    @Override
    public void buildInBackground(BootProgress progress) throws InterruptedException {
      work.run(progress);
    }

    @Override
    public MachineReport examine() {
      throw new UnsupportedOperationException();
    }

    @Override
    public LabVersions labVersions(Collection<VersionedTool> tools) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MissingRequirement> findMissing(LabNeeds needs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MissingRequirement> findMissing() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void provision(BootProgress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void provision(LabNeeds needs, BootProgress progress) {
      throw new UnsupportedOperationException();
    }
  }
}
