package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.workspace.local.LocalWorkspaceFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Beginnings that fail, and ends that leave nothing behind. */
@Timeout(60)
class LocalWorkspaceEndTest {

  @TempDir Path folder;

  @Test
  void closeEndsTheShellAndAllOfItsJobsAndNothingElse() throws Exception {
    var bystander = new ProcessBuilder("sleep", "300").start();
    var other = new WorkspaceFixture(folder.resolve("other"));
    try (var at = new WorkspaceFixture(folder.resolve("one"))) {
      var othersJob =
          Long.parseLong(other.out("sleep 300 & echo $! >&2").lines().toList().getLast());
      at.run(
          "sleep 300 & nohup sleep 300 >/dev/null 2>&1 & (sleep 300 &) ; (trap '' HUP TERM; sleep"
              + " 300) & sh -c 'kill -STOP $$' &");
      at.run("ps -s $$ -o pid= > pids");
      var ours = Files.readAllLines(at.sessionFolder.workspace().resolve("pids"));
      assertThat(ours.size()).isGreaterThan(5);

      at.workspace.close();
      at.workspace.close();

      for (var pid : ours) {
        assertThat(alive(Long.parseLong(pid.strip()))).as(pid).isFalse();
      }
      assertThat(alive(othersJob)).isTrue();
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      other.close();
      bystander.destroyForcibly();
    }
  }

  @Test
  void closeWhileACommandRunsEndsTheCommand() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      var console = new FakeConsole();
      console.onOutput(text -> Thread.ofVirtual().start(at.workspace::close));
      assertThat(at.run("echo on; sleep 300", console).shellEnded()).isTrue();
    }
  }

  @Test
  void aBugWhileOutputIsShownEndsTheCommandAndTheNextOneRuns() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      var bug = new IllegalStateException("a bug");
      var console =
          new FakeConsole()
              .onOutput(text -> {
                throw bug;
              });
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> at.run("echo on; sleep 300", console))
          .withCause(bug);
      assertThat(at.out("echo again")).isEqualTo("again");
    }
  }

  @Test
  void aBugWhileModesAreRestoredEndsTheCommand() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      var bug = new IllegalStateException("a bug");
      var console =
          new FakeConsole()
              .onOutput(text -> {
                if (text.endsWith("\033[?25h")) {
                  throw bug;
                }
              });
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> at.run("printf '\\033[?25l'; kill -KILL $$", console))
          .withCause(bug);
    }
  }

  @Test
  void interruptedCallerLeavesAWorkingShell() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      at.run("kept=1");
      var caller = Thread.currentThread();
      var once = new AtomicBoolean();
      var console =
          new FakeConsole()
              .onOutput(text -> {
                if (once.compareAndSet(false, true)) {
                  caller.interrupt();
                }
              });
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> at.run("echo on; sleep 300", console));
      assertThat(at.out("echo $kept")).isEqualTo("1");
    }
  }

  @Test
  void backgroundJobsOfAShellThatEndedAreEndedToo() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      var pid = Long.parseLong(at.out("sleep 300 & echo $! >&2").lines().toList().getLast());
      at.run("exit");
      assertThat(alive(pid)).isFalse();
    }
  }

  @Test
  void nothingOfTheShellIsLeftInTheRoom() throws Exception {
    try (var at = new WorkspaceFixture(folder)) {
      at.run("true");
      assertThat(at.sessionFolder.root()).isEmptyDirectory();
    }
  }

  @Test
  void missingBashIsAFaultThatSaysWhatToInstall() {
    var sessionFolder = new SessionFolder("abcd1234", folder, folder);
    try (var workspace =
        new LocalWorkspaceFactory(Map.of("PATH", "/nowhere"), RandomGenerator.getDefault())
            .open(sessionFolder, Map.of())) {
      assertThatExceptionOfType(LabFault.class)
          .isThrownBy(() -> workspace.run("true", new FakeConsole()))
          .withMessageContaining("no bash on the PATH")
          .satisfies(fault -> assertThat(fault.remedy()).contains("install"));
    }
  }

  @Test
  void fullDiskIsNamedWithItsFolderAndARemedy() throws Exception {
    var small = Files.createDirectories(folder.resolve("small"));
    assumeTrue(
        mounted("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()),
        "mounting a small disk is not allowed here");
    try (var at = new WorkspaceFixture(folder.resolve("one"), small)) {
      assertThatExceptionOfType(LabFault.class)
          .isThrownBy(() -> at.run("head -c 4M /dev/zero > big"))
          .satisfies(fault -> assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_SPACE))
          .withMessageContaining(small.toString());
      assertThat(at.run("rm big && echo room").output()).isEqualTo("room");
    } finally {
      mounted("umount", "-l", small.toString());
    }
  }

  /** One that has ended stays in the list until its parent asks: that is not alive. */
  private static boolean alive(long pid) throws Exception {
    var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(pid)).start();
    var state = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return !state.isEmpty() && !state.startsWith("Z");
  }

  private static boolean mounted(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  @Test
  void anInterruptedStartLeavesNoProcess() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path mark = folder.resolve("started");
    Path hanging =
        Files.writeString(
            bin.resolve("bash"), "#!/bin/sh\n: >'" + mark + "'\nwhile :; do sleep 1; done\n");
    assertThat(hanging.toFile().setExecutable(true)).isTrue();
    var sessionFolder = new SessionFolder("abcd1234", folder, folder);
    var machine = new HashMap<>(WorkspaceFixture.machine());
    machine.put("PATH", bin + ":/usr/bin:/bin");
    try (var workspace =
        new LocalWorkspaceFactory(machine, RandomGenerator.getDefault())
            .open(sessionFolder, Map.of())) {
      var caught = new CompletableFuture<Throwable>();
      Thread starter =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  workspace.run("true", new FakeConsole());
                  caught.complete(new AssertionError("it started"));
                } catch (InterruptedException | LabFault end) {
                  caught.complete(end);
                }
              });
      await(() -> Files.exists(mark));
      starter.interrupt();
      assertThat(caught.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
      await(() -> ProcessHandle.allProcesses().noneMatch(process -> runs(process, bin)));
    }
  }

  private static boolean runs(ProcessHandle process, Path bin) {
    return process.isAlive() && process.info().commandLine().orElse("").contains(bin.toString());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
