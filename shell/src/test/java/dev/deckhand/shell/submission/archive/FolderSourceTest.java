package dev.deckhand.shell.submission.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, and what can be in them. */
class FolderSourceTest {

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("anna"));
    write("pod.yaml", "kind: Pod\r\n");
  }

  @Test
  void filesAndModesAreRead() throws IOException {
    write("web/index.html", "x");
    Files.setPosixFilePermissions(
        write("run.sh", "x"), PosixFilePermissions.fromString("rwxr-x---"));

    CollectedFiles read = read();

    assertThat(read.files().keySet()).containsExactly("pod.yaml", "run.sh", "web/index.html");
    assertThat(read.files())
        .containsEntry("pod.yaml", SubmittedFile.text("kind: Pod\n"))
        .containsEntry("run.sh", new SubmittedFile(new byte[] {'x'}, true));
    assertThat(read.remarks())
        .containsExactly("Windows line ends were changed to Unix line ends: \"pod.yaml\".");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "x");
    Files.createSymbolicLink(folder.resolve("dir"), outside);
    Files.createSymbolicLink(folder.resolve("file"), outside.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("inside"), Path.of("pod.yaml"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));

    CollectedFiles read = read();

    assertThat(read.files().keySet()).containsExactly("pod.yaml");
    assertThat(read.remarks())
        .contains("Links are left out: \"dir\", \"file\", \"inside\", \"loop\", \"nowhere\".");
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();

    assertThat(read().remarks()).contains("Devices, sockets and pipes are left out: \"pipe\".");
  }

  @Test
  void whatNobodyMeantToSubmitIsNotLookedAt() throws IOException {
    for (int i = 0; i < 30; i++) {
      write(".git/objects/" + i, "x");
    }
    write("sub/.DS_Store", "x");
    write("sub/x.yaml~", "x");
    var limits = new SubmissionLimits(2, 1000, 1000, 5, 100, 200, 10, 1000, 1000);

    CollectedFiles read = new SubmissionFiles(limits).read(folder, "anna");

    assertThat(read.files().keySet()).containsExactly("pod.yaml");
    assertThat(read.remarks())
        .containsExactly(
            "Files of operating systems are left out: \"sub/.DS_Store\".",
            "Files of version control are left out: \".git\".",
            "Files that editors leave behind are left out: \"sub/x.yaml~\".",
            "Windows line ends were changed to Unix line ends: \"pod.yaml\".");
  }

  @Test
  void aNameWithALineBreakIsLeftOut() throws IOException {
    write("a\nb", "x");
    assertThat(read().remarks())
        .contains("Names with control characters are left out: \"a<U+000A>b\".");
  }

  @Test
  void aFolderThatIsTooDeepOrTooLargeIsRejected() throws IOException {
    write("a/".repeat(20) + "x", "x");
    assertRejected("The path \"" + "a/".repeat(20).strip() + "x\" is more than 20 levels deep.");
    Files.delete(folder.resolve("a/".repeat(20) + "x"));
    var limits = new SubmissionLimits(9, 9, 9, 30, 240, 200, 5, 99, 99);
    assertThatThrownBy(() -> new SubmissionFiles(limits).read(folder, "anna"))
        .hasMessage("The submission has more than 5 files, folders and links.");
  }

  @Test
  void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("disk").toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    assertRejected("The file \"disk\" is larger than 20 MB.");
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNoticed() {
    assertFailed(
        path -> Files.writeString(folder.resolve(path), "more than before"),
        "The file \"pod.yaml\" changed while the submission was read.");
  }

  @Test
  void aFileThatVanishesIsNoticed() {
    assertFailed(
        path -> Files.delete(folder.resolve(path)),
        "The file \"pod.yaml\" changed while the submission was read.");
  }

  @Test
  void aFileThatBecomesALinkIsNotFollowed() {
    assertThatThrownBy(() ->
            reader(
                    path -> {
                      Files.delete(folder.resolve(path));
                      Files.createSymbolicLink(folder.resolve(path), Path.of("other"));
                    })
                .read(folder, "anna"))
        .isInstanceOfSatisfying(
            UnreadableSubmission.class, thrown -> assertThat(thrown.isRejected()).isFalse());
  }

  @Test
  void aFileThatCannotBeReadIsNotTheLearnersFault() {
    assertFailed(
        path -> {
          throw new AccessDeniedException(path);
        },
        "\"pod.yaml\" can't be read (permission denied).");
  }

  @Test
  void aMissingFolderALinkAndADeviceAreNoSubmissions() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
    var reader = new SubmissionFiles(SubmissionLimits.DEFAULT);
    assertThatThrownBy(() -> reader.read(temporary.resolve("gone"), "x"))
        .hasMessageStartingWith("There is no file or folder");
    assertThatThrownBy(() -> reader.read(link, "x"))
        .hasMessage("It is a link, and links aren't followed.");
    assertThatThrownBy(() -> reader.read(Path.of("/dev/zero"), "x"))
        .hasMessage("It is neither a file nor a folder.");
  }

  @Test
  void aWorkspaceKeepsItsOnlyFolder() throws IOException {
    Files.delete(folder.resolve("pod.yaml"));
    write("web/index.html", "x");
    var reader = new SubmissionFiles(SubmissionLimits.DEFAULT);
    assertThat(reader.readWorkspace(folder).files().keySet()).containsExactly("web/index.html");
    assertThat(reader.read(folder, "anna").files().keySet()).containsExactly("index.html");
  }

  private CollectedFiles read() throws UnreadableSubmission {
    return new SubmissionFiles(SubmissionLimits.DEFAULT).read(folder, "anna");
  }

  private static SubmissionFiles reader(FolderSource.FileListener listener) {
    return new SubmissionFiles(SubmissionLimits.DEFAULT, listener);
  }

  private void assertRejected(String problem) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            UnreadableSubmission.class,
            thrown -> {
              assertThat(thrown.problem()).isEqualTo(problem);
              assertThat(thrown.isRejected()).isTrue();
            });
  }

  private void assertFailed(FolderSource.FileListener listener, String problem) {
    assertThatThrownBy(() -> reader(listener).read(folder, "anna"))
        .isInstanceOfSatisfying(
            UnreadableSubmission.class,
            thrown -> {
              assertThat(thrown.problem()).isEqualTo(problem);
              assertThat(thrown.isRejected()).isFalse();
            });
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
