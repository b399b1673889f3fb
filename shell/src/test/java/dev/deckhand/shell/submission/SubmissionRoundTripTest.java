package dev.deckhand.shell.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.file.FolderTree;
import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packing and unpacking changes nothing, and the digest tells everything apart. */
class SubmissionRoundTripTest {

  private static final List<String> PARTS =
      List.of(
          "a",
          "B",
          "step-1.sh",
          "pod.yaml",
          "Dockerfile",
          "\u00fc",
          "\u540d\u524d",
          "x y",
          "-f",
          "\ud83d\ude80",
          "\uffee",
          "Chart.yaml",
          "submission",
          "'q'",
          "&",
          "templates",
          ".env");

  private final SubmissionReader reader = new SubmissionReader(SubmissionLimits.DEFAULT);

  @TempDir private Path temporary;

  @Test
  void aThousandSubmissionsArePackedAndUnpackedWithoutADifference() {
    var random = new Random(15);
    for (int round = 0; round < 1000; round++) {
      Submission submission = random(random);
      Submission back = accepted(reader.read("s.zip", SubmissionWriter.pack(submission)));
      assertThat(back.files()).as("round %d", round).isEqualTo(submission.files());
      assertThat(back.digest()).as("round %d", round).isEqualTo(submission.digest());
      assertThat(back.remarks()).as("round %d", round).allMatch(this::isAboutNestedArchives);
    }
  }

  @Test
  void aFolderHasTheDigestOfItsArchive() throws IOException {
    var random = new Random(16);
    for (int round = 0; round < 50; round++) {
      // a file at the top, so that no folder is around everything
      SortedMap<String, SubmittedFile> files = new TreeMap<>(random(random).files());
      files.put("top.txt", SubmittedFile.text("x"));
      Submission submission = Submission.of("s", files);
      Path folder = Files.createDirectory(temporary.resolve("f" + round));
      for (Map.Entry<String, SubmittedFile> file : submission.files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().content());
        Files.setPosixFilePermissions(
            path,
            PosixFilePermissions.fromString(
                file.getValue().executable() ? "rwxrwxr-x" : "rw-r-----"));
      }
      assertThat(accepted(reader.read(folder)).digest()).isEqualTo(submission.digest());
      FolderTree.delete(folder);
    }
  }

  @Test
  void eachChangeChangesTheDigest() {
    Submission base = submission("a", "x", false);
    assertThat(
            List.of(
                base.digest(),
                submission("b", "x", false).digest(),
                submission("a", "y", false).digest(),
                submission("a", "x", true).digest(),
                submission("a", "", false).digest(),
                Submission.of("s", new TreeMap<>()).digest()))
        .doesNotHaveDuplicates();
    // the bytes that are documented
    assertThat(base.digest()).isEqualTo("sha256:" + sha256("deckhand submission 1\n644 1 a\nx"));
  }

  @Test
  void aPackedSubmissionHasTheSameBytesEverywhere() {
    Submission submission = random(new Random(17));
    byte[] here = SubmissionWriter.pack(submission);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      for (String other : List.of("Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(SubmissionWriter.pack(submission)).isEqualTo(here);
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void otherProgramsReadWhatIsPacked() throws IOException {
    Submission submission = random(new Random(18));
    var names = new TreeMap<String, Integer>();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(SubmissionWriter.pack(submission)), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.put(entry.getName(), zip.readAllBytes().length);
      }
    }
    assertThat(names).hasSize(submission.files().size() + 1).containsKey("submission/");
    submission
        .files()
        .forEach(
            (path, file) -> assertThat(names).containsEntry("submission/" + path, file.size()));
  }

  private static Submission accepted(SubmissionResult result) {
    assertThat(result).isInstanceOf(SubmissionResult.Accepted.class);
    return ((SubmissionResult.Accepted) result).submission();
  }

  private boolean isAboutNestedArchives(String remark) {
    return remark.startsWith("Archives inside");
  }

  private static Submission submission(String path, String text, boolean executable) {
    var file = new SubmittedFile(text.getBytes(StandardCharsets.UTF_8), executable);
    return Submission.of("s", new TreeMap<>(Map.of(path, file)));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Up to 12 files in folders of up to four levels, with all bytes in them. */
  private static Submission random(Random random) {
    SortedMap<String, SubmittedFile> files = new TreeMap<>(CollectedFiles.pathOrder());
    int count = random.nextInt(13);
    for (int i = 0; i < count; i++) {
      String path = path(random);
      boolean clash =
          files.keySet().stream()
              .map(one -> one.toLowerCase(Locale.ROOT))
              .anyMatch(one ->
                  one.equals(path.toLowerCase(Locale.ROOT))
                      || one.startsWith(path.toLowerCase(Locale.ROOT) + "/")
                      || path.toLowerCase(Locale.ROOT).startsWith(one + "/"));
      if (!clash) {
        files.put(path, new SubmittedFile(content(random), random.nextBoolean()));
      }
    }
    return Submission.of("s", files);
  }

  private static String path(Random random) {
    var path = new StringBuilder();
    for (int level = random.nextInt(4); level >= 0; level--) {
      path.append(PARTS.get(random.nextInt(PARTS.size()))).append(level > 0 ? "/" : "");
    }
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  /** Text is as the reader leaves it; in binary files anything may occur. */
  private static byte[] content(Random random) {
    var bytes = new byte[random.nextInt(3000)];
    random.nextBytes(bytes);
    if (bytes.length > 2 && random.nextBoolean()) {
      bytes[bytes.length / 2] = 0;
      bytes[0] = 'b';
      return bytes;
    }
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("\r\n", "\n")
        .replace("\u0000", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
