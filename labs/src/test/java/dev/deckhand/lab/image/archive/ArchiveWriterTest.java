package dev.deckhand.lab.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.image.archive.SampleImages.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {

  private static final byte[] BASE = SampleImages.layer("base", 2000);
  private static final Sample WEB =
      SampleImages.image(
          "deckhand/web:1", SampleImages.AMD64, BASE, SampleImages.layer("web", 700));
  private static final Sample DATA =
      SampleImages.image("data:2", SampleImages.AMD64, BASE, SampleImages.layer("data", 10));

  @TempDir Path folder;
  private Path file = Path.of("");
  private Path part = Path.of("");

  @BeforeEach
  void nameFiles() {
    file = folder.resolve("labs.tar");
    part = folder.resolve("labs.tar.part");
  }

  @Test
  void aLayerThatImagesShareIsWrittenOnce() throws Exception {
    SampleImages.write(file, WEB, DATA);

    assertThat(part).doesNotExist();
    byte[] content = Files.readAllBytes(file);
    assertThat(count(content, Digest.of(BASE).blob() + "\0")).isEqualTo(1);
    try (ImageArchive archive = ImageArchive.open(file, Optional.empty(), BootProgress.SILENT)) {
      assertThat(archive.index().images()).containsExactly(WEB.entry(), DATA.entry());
    }
  }

  private static int count(byte[] content, String text) {
    String latin = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
    return latin.split(java.util.regex.Pattern.quote(text), -1).length - 1;
  }

  @Test
  void anExportThatWasKilledAnywhereContinues() throws Exception {
    SampleImages.write(file, WEB, DATA);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    for (int length = 0; length <= whole.length; length += 311) {
      Files.write(part, Arrays.copyOf(whole, length));
      long kept = SampleImages.write(file, WEB, DATA);

      assertThat(Files.readAllBytes(file)).as("killed after %d bytes", length).isEqualTo(whole);
      assertThat(kept).isLessThanOrEqualTo(length);
      assertThat(kept).as("kept of %d bytes", length).isGreaterThan(length - 6000L);
      Files.delete(file);
    }
  }

  @Test
  void aDamagedBlobIsNotKept() throws Exception {
    SampleImages.write(file, WEB);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    byte[] damaged = whole.clone();
    damaged[2000] ^= 1;
    Files.write(part, damaged);

    SampleImages.write(file, WEB);

    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void whatIsNoArchiveIsWrittenAnew() throws Exception {
    Files.writeString(part, "something else".repeat(1000));

    assertThat(SampleImages.write(file, WEB)).isZero();

    ImageArchive.open(file, Optional.empty(), BootProgress.SILENT).close();
  }

  @Test
  void aBlobThatCannotBeWrittenWholeLeavesNothing() throws Exception {
    try (ArchiveWriter writer = ArchiveWriter.open(file)) {
      writer.add(BASE);
      long before = Files.size(part);
      InputStream broken =
          new ByteArrayInputStream(new byte[5000]) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
              int read = super.read(buffer, offset, Math.min(length, 1000));
              if (available() < 2000) {
                throw new java.io.UncheckedIOException(new IOException("broken"));
              }
              return read;
            }
          };
      assertThatThrownBy(() -> writer.add(new ByteArrayInputStream(new byte[10]), 5000))
          .isInstanceOf(IOException.class);
      assertThat(Files.size(part)).isEqualTo(before);
      assertThatThrownBy(() -> writer.add(broken, 5000)).hasMessageContaining("broken");
    }
    // even where nothing could be cleaned up, the next export keeps what is whole, and no more
    try (ArchiveWriter writer = ArchiveWriter.open(file)) {
      assertThat(writer.smallBlobs(1 << 20)).containsOnlyKeys(Digest.of(BASE));
    }
  }

  @Test
  void twoExportsToOneFileAreRefused() throws Exception {
    try (ArchiveWriter first = ArchiveWriter.open(file)) {
      assertThatThrownBy(() -> ArchiveWriter.open(file))
          .isInstanceOf(ImageArchiveFault.class)
          .hasMessageContaining("Another export is writing");
      assertThat(first.size()).isPositive();
    }
  }

  @Test
  void aPartThatIsAFolderIsRefused() throws Exception {
    Files.createDirectory(part);

    assertThatThrownBy(() -> ArchiveWriter.open(file))
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining("isn't a regular file");
  }
}
