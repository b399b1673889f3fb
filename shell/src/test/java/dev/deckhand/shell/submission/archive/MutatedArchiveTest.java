package dev.deckhand.shell.submission.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with an archive: it's read or rejected, and nothing else happens. */
class MutatedArchiveTest {

  private static final int MUTANTS = 1500;

  @Test
  void anArchiveWithFlippedBytesIsReadOrRejected() {
    var random = new Random(15);
    int rejected = 0;
    for (byte[] archive : archives()) {
      for (int i = 0; i < MUTANTS; i++) {
        byte[] mutant = archive.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        rejected += isRejected(mutant) ? 1 : 0;
      }
    }
    assertThat(rejected).isBetween(1, 3 * MUTANTS - 1);
  }

  @Test
  void anArchiveThatIsCutAnywhereIsRejected() {
    for (byte[] archive : archives()) {
      byte[] content = withoutPadding(archive);
      for (int length = 0; length < content.length; length++) {
        assertThat(isRejected(Arrays.copyOf(archive, length))).as("%d bytes", length).isTrue();
      }
    }
  }

  @Test
  void anArchiveWithRepeatedAndRemovedPartsIsReadOrRejected() {
    var random = new Random(16);
    int rejected = 0;
    for (byte[] archive : archives()) {
      for (int i = 0; i < MUTANTS; i++) {
        int from = random.nextInt(archive.length);
        int to = from + random.nextInt(archive.length - from);
        byte[] mutant = Arrays.copyOf(archive, archive.length);
        int at = random.nextInt(archive.length);
        System.arraycopy(archive, from, mutant, at, Math.min(to - from, archive.length - at));
        rejected += isRejected(mutant) ? 1 : 0;
      }
    }
    assertThat(rejected).isPositive();
  }

  private static boolean isRejected(byte[] archive) {
    try {
      var read = new SubmissionFiles(SubmissionLimits.DEFAULT).readArchive(archive, "anna");
      assertThat(read.files().keySet()).allMatch(EntryName::isCanonical);
      return false;
    } catch (UnreadableSubmission unreadable) {
      assertThat(unreadable.isRejected()).as(unreadable.problem()).isTrue();
      return true;
    }
  }

  /** A tar ends with two blocks of zeros, of which readers need only one. */
  private static byte[] withoutPadding(byte[] archive) {
    boolean tar = ArchiveFormat.of(archive) == ArchiveFormat.TAR;
    return tar ? Arrays.copyOf(archive, archive.length - 2 * 512) : archive;
  }

  private static List<byte[]> archives() {
    byte[] tar =
        new TarBytes()
            .folder("lab")
            .file("lab/pod.yaml", "kind: Pod\n")
            .pax("path", "lab/" + "x".repeat(120))
            .file("lab/x", "x".repeat(700))
            .entry("lab/link", '2', 0777, "pod.yaml", new byte[0])
            .build();
    byte[] zip =
        new ZipBytes()
            .file("lab/pod.yaml", "kind: Pod\n")
            .deflated("lab/step-1.sh", "docker ps\n".repeat(40).getBytes(StandardCharsets.UTF_8))
            .build();
    return List.of(zip, tar, TarBytes.gzip(tar));
  }
}
