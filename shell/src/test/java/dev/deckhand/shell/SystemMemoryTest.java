package dev.deckhand.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemMemoryTest {

  @TempDir Path folder;

  @Test
  void theKernelSaysWhatIsAvailable() throws IOException {
    Path file = folder.resolve("meminfo");
    Files.writeString(file, "MemTotal:  2000 kB\nMemFree:   10 kB\nMemAvailable:    1024 kB\n");
    assertThat(SystemMemory.availableBytes(file)).hasValue(1 << 20);
  }

  @Test
  void whereNoFileTellsNobodyKnows() throws IOException {
    assertThat(SystemMemory.availableBytes(folder.resolve("none"))).isEmpty();
    Path file = Files.writeString(folder.resolve("meminfo"), "MemTotal:  2000 kB\n");
    assertThat(SystemMemory.availableBytes(file)).isEmpty();
  }
}
