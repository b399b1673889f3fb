package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellActivityTest {

  @TempDir Path proc;

  private ShellActivity activity(String state, int user, int system) throws IOException {
    Path folder = Files.createDirectories(proc.resolve("7"));
    Files.writeString(
        folder.resolve("stat"),
        "7 (a) S (b) "
            + state
            + " 1 7 7 34816 7 4194304 0 0 0 0 "
            + user
            + " "
            + system
            + " 0 0 20 0 1 0 99 0 0\n");
    return ShellActivity.of(proc, 7).orElseThrow();
  }

  @Test
  void readsWhatTheKernelSays() throws IOException {
    assertThat(activity("S", 3, 4)).isEqualTo(new ShellActivity(true, 7));
    assertThat(activity("R", 30, 4)).isEqualTo(new ShellActivity(false, 34));
  }

  @Test
  void aShellThatHardlyHadAProcessorIsStarved() throws IOException {
    ShellActivity before = activity("R", 10, 0);

    assertThat(activity("R", 40, 10).isStarvedSince(before)).isTrue();
    assertThat(activity("R", 70, 10).isStarvedSince(before)).as("it was busy").isFalse();
    assertThat(activity("S", 10, 0).isStarvedSince(before)).as("it waits").isFalse();
  }

  @Test
  void aProcessThatIsGoneTellsNothing() throws IOException {
    assertThat(ShellActivity.of(proc, 8)).isEmpty();
    Files.createDirectories(proc.resolve("9"));
    Files.writeString(proc.resolve("9/stat"), "9 (x) S");
    assertThat(ShellActivity.of(proc, 9)).isEmpty();
  }
}
