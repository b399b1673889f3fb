package dev.deckhand.shell.submission.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** An archive, and exactly what becomes of it. */
final class ReadCase {

  private final String name;
  private final byte[] archive;
  private final boolean readable;
  private final List<String> files;
  private final List<String> remarks;

  /**
   * @param files the paths that are read
   * @param remarks all remarks; for an archive that can't be read, its problem alone
   */
  private ReadCase(
      String name, byte[] archive, boolean readable, List<String> files, List<String> remarks) {
    this.name = name;
    this.archive = archive;
    this.readable = readable;
    this.files = files;
    this.remarks = remarks;
  }

  /** An archive that is read, perhaps in part. */
  static ReadCase reads(String name, byte[] archive, List<String> files, String... remarks) {
    return new ReadCase(name, archive, true, files, List.of(remarks));
  }

  /** An archive that is rejected as a whole. */
  static ReadCase rejects(String name, byte[] archive, String problem) {
    return new ReadCase(name, archive, false, List.of(), List.of(problem));
  }

  DynamicTest test(SubmissionLimits limits) {
    return DynamicTest.dynamicTest(name, () -> run(new SubmissionFiles(limits)));
  }

  private void run(SubmissionFiles reader) throws UnreadableSubmission {
    if (!readable) {
      assertThatThrownBy(() -> reader.readArchive(archive, "anna"))
          .isInstanceOfSatisfying(
              UnreadableSubmission.class,
              thrown -> {
                assertThat(thrown.problem()).isEqualTo(remarks.getFirst());
                assertThat(thrown.isRejected()).isTrue();
                assertThat(thrown.remedy()).endsWith(".");
              });
      return;
    }
    CollectedFiles read = reader.readArchive(archive, "anna");
    assertThat(read.files().keySet()).containsExactlyElementsOf(files);
    assertThat(read.remarks()).containsExactlyElementsOf(remarks);
  }
}
