package dev.deckhand.shell.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {

  private final SubmissionReader reader = new SubmissionReader(SubmissionLimits.DEFAULT);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "anna.zip, anna",
    "anna.tar.gz, anna",
    "Anna.TGZ, Anna",
    "Müller-Lüdenscheid.tar, Müller-Lüdenscheid",
    "anna.b@example.org.zip, anna.b@example.org",
    "..zip, submission",
    "-rf.zip, rf",
    "a<b>&c.zip, a-b-c",
    ".hidden, hidden",
    "名前.zip, 名前",
    "anna, anna",
  })
  void aSubmissionIsNamedAfterItsFile(String file, String name) {
    assertThat(reader.read(file, new byte[0]).name()).isEqualTo(name);
  }

  @Test
  void namesCannotCarryControlCharactersOrGrowWithoutEnd() {
    assertThat(reader.read("a\u001b[31mb\n.zip", new byte[0]).name()).isEqualTo("a-31mb-");
    assertThat(reader.read("\u540d".repeat(500), new byte[0]).name()).hasSize(33);
    assertThatThrownBy(() -> Submission.of("a/b", new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Submission.of("a", new TreeMap<>(Map.of("../b", SubmittedFile.text("x")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatItIsDependsOnItsContent() throws IOException {
    byte[] zip =
        SubmissionWriter.pack(
            Submission.of("x", new TreeMap<>(Map.of("step-1.sh", SubmittedFile.text("ls\n")))));
    Path file = Files.write(folder.resolve("anna.tar.gz"), zip);
    assertThat(reader.read(file))
        .isInstanceOfSatisfying(
            SubmissionResult.Accepted.class,
            accepted -> {
              assertThat(accepted.submission().name()).isEqualTo("anna");
              assertThat(accepted.submission().files()).containsOnlyKeys("step-1.sh");
              assertThat(accepted.submission().remarks()).isEmpty();
            });
  }

  @Test
  void whatCannotBeReadIsAResult() throws IOException {
    Path text = Files.writeString(folder.resolve("anna.zip"), "step 1: docker ps");
    assertThat(reader.read(text))
        .isEqualTo(
            new SubmissionResult.Rejected(
                "anna",
                "The file is not an archive.",
                "Submit a folder, or a zip or tar.gz file of it."));
    assertThat(reader.read(folder.resolve("gone.zip")))
        .isInstanceOfSatisfying(
            SubmissionResult.Failed.class,
            failed -> assertThat(failed.problem()).startsWith("There is no file or folder"));
  }
}
