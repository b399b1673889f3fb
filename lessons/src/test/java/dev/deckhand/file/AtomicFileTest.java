package dev.deckhand.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void contentIsReplaced() throws IOException {
    Path file = folder.resolve("deep/er/notes.adoc");
    AtomicFile.write(file, "old");
    AtomicFile.writeDurably(file, "né");

    assertThat(file).hasContent("né");
    assertThat(folder.resolve("deep/er").toFile().list()).containsExactly("notes.adoc");
  }

  @Test
  void failedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("notes.adoc");
    AtomicFile.write(file, "old");

    assertThatThrownBy(() ->
            AtomicFile.replace(
                file,
                draft -> {
                  Files.writeString(draft, "half");
                  throw new IOException("disk full");
                }))
        .hasMessage("disk full");

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("notes.adoc");
  }

  @Test
  void draftThatCannotTakeItsPlaceIsRemoved() throws IOException {
    Path occupied = folder.resolve("name");
    Files.createDirectories(occupied.resolve("full"));

    assertThatThrownBy(() -> AtomicFile.write(occupied, "text")).isInstanceOf(IOException.class);

    assertThat(folder.toFile().list()).containsExactly("name");
  }

  @Test
  void newFileHasTheUsualPermissions() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    AtomicFile.write(folder.resolve("atomic"), "");

    assertThat(Files.getPosixFilePermissions(folder.resolve("atomic")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }
}
