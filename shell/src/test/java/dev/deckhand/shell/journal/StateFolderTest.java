package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    // below a file, where nobody can make a folder, not even root
    Path below = Files.writeString(folder.resolve("file"), "").resolve("state");

    assertThatThrownBy(() -> new StateFolder(below).create())
        .isInstanceOfSatisfying(
            UnwritableStateException.class, fault -> assertThat(fault.folder()).isEqualTo(below));
  }

  @Test
  void aNewFolderIsMarkedAndOneWithOtherFilesIsNot() throws Exception {
    var fresh = new StateFolder(folder.resolve("new"));
    fresh.create();
    assertThat(fresh.hasMarker()).isTrue();

    Path used = Files.createDirectory(folder.resolve("used"));
    Files.writeString(used.resolve("letter.txt"), "mine");
    var others = new StateFolder(used);
    others.create();
    assertThat(others.hasMarker()).isFalse();
  }
}
