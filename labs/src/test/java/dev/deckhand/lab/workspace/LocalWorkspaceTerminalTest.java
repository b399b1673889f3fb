package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckhand.lab.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal of a shell on this machine. */
class LocalWorkspaceTerminalTest extends WorkspaceTerminalContract {

  @TempDir Path folder;

  @Override
  Workspace openWorkspace() throws Exception {
    return new WorkspaceFixture(folder).workspace;
  }

  private Path file(String name) {
    return folder.resolve("work").resolve(name);
  }

  @Test
  void whatABackgroundJobWritesBetweenLinesIsShownWithTheNext() throws Exception {
    at.run("(while [ ! -e ready ]; do :; done; echo late news; touch done) &");
    Files.createFile(file("ready"));
    while (!Files.exists(file("done"))) {
      Thread.onSpinWait();
    }
    var console = new FakeConsole();
    var result = at.run("echo now", console);
    assertThat(console.text()).contains("late news").contains("now");
    assertThat(result.output()).isEqualTo("now");
  }

  @Test
  void aShellThatStoppedItselfGoesOnAtCtrlC() throws Exception {
    var stat = Path.of("/proc", at.out("echo $$"), "stat");
    assumeTrue(Files.exists(stat), "this system has no /proc");
    Thread interrupter =
        Thread.ofVirtual()
            .start(() -> {
              while (!isStopped(stat)) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
              }
              at.workspace().interrupt();
            });
    var result = at.run("kill -STOP $$; sleep 50");
    interrupter.join();
    assertThat(result.shellEnded()).isFalse();
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  private static boolean isStopped(Path stat) {
    try {
      String text = Files.readString(stat);
      return text.startsWith(") T", text.lastIndexOf(')'));
    } catch (IOException ended) {
      return true;
    }
  }
}
