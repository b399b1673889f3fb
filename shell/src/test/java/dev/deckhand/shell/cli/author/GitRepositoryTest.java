package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  @TempDir private Path folder;

  @BeforeEach
  void setUp() throws Exception {
    git("init", "--quiet");
    write("courses/c/01-kept.adoc", "kept");
    write("courses/c/02-changed.adoc", "old");
    write("courses/c/03-renamed.adoc", "the same text");
    commit();
  }

  @Test
  void listsWhatWasCommittedChangedRenamedOrCreatedSince() throws Exception {
    write("courses/c/02-changed.adoc", "new");
    commit();
    Files.move(
        folder.resolve("courses/c/03-renamed.adoc"), folder.resolve("courses/c/04-renamed.adoc"));
    write("courses/c/é new\n.adoc", "not known to git");

    assertThat(new GitRepository(folder.resolve("courses")).changedSince("HEAD~1"))
        .containsExactlyInAnyOrder(
            "courses/c/02-changed.adoc",
            "courses/c/03-renamed.adoc",
            "courses/c/04-renamed.adoc",
            "courses/c/é new\n.adoc");
  }

  @Test
  void nothingChangedIsNothing() throws Exception {
    assertThat(new GitRepository(folder).changedSince("HEAD")).isEmpty();
  }

  @Test
  void anUnknownCommitIsTheAuthorsError() {
    assertThatThrownBy(() -> new GitRepository(folder).changedSince("v9"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("git can't say what has changed: fatal:");
    assertThatThrownBy(() -> new GitRepository(folder).changedSince("--output=stolen"))
        .isInstanceOf(UserError.class);
    assertThat(folder.resolve("stolen")).doesNotExist();
  }

  @Test
  void aFolderThatIsNoRepositoryIsTheAuthorsError(@TempDir Path other) {
    assertThatThrownBy(() -> new GitRepository(other).changedSince("HEAD"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not a git repository");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() throws Exception {
    git("add", "--all");
    git(
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.invalid",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message=x");
  }

  private void git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
