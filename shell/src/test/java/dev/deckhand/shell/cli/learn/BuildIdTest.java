package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIdTest {

  @TempDir private Path folder;
  private Path shell;
  private Path labs;

  @BeforeEach
  void setUp() throws IOException {
    shell = Files.writeString(folder.resolve("deckhand-shell-0.1.0.jar"), "shell");
    labs = Files.writeString(folder.resolve("deckhand-labs-0.1.0.jar"), "labs");
  }

  @Test
  void aBuildThatIsUnchangedKeepsItsId() {
    assertThat(BuildId.of(shell)).isEqualTo(BuildId.of(shell)).isEqualTo(BuildId.of(labs));
    assertThat(BuildId.current()).isEqualTo(BuildId.current()).startsWith("0.1.0-");
  }

  @Test
  void aModuleThatWasBuiltAgainChangesIt() throws IOException {
    String before = BuildId.of(shell);

    Files.setLastModifiedTime(labs, FileTime.fromMillis(1));

    assertThat(BuildId.of(shell)).isNotEqualTo(before);
  }

  @Test
  void librariesDoNotChangeIt() throws IOException {
    String before = BuildId.of(shell);

    Files.writeString(folder.resolve("jline-4.0.jar"), "jline");

    assertThat(BuildId.of(shell)).isEqualTo(before);
  }
}
