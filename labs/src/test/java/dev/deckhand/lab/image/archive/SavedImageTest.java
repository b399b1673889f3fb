package dev.deckhand.lab.image.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.image.ImagePlatform;
import dev.deckhand.lab.image.archive.SampleImages.Sample;
import dev.deckhand.lab.image.archive.SampleImages.Tar;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engines of different ages export. */
class SavedImageTest {

  private static final byte[] BASE = SampleImages.layer("base", 2 << 20);
  private static final byte[] SMALL = SampleImages.layer("small", 100);
  private static final Sample WEB =
      SampleImages.image("deckhand/web:1", SampleImages.AMD64, BASE, SMALL, BASE);

  @TempDir Path folder;

  private ImageManifest write(byte[] tar) throws Exception {
    try (ArchiveWriter writer = ArchiveWriter.open(folder.resolve("labs.tar"))) {
      return SavedImage.write(new ByteArrayInputStream(tar), WEB.onEngine(), writer);
    }
  }

  /** Docker 20.10: a folder for each layer, and a link where a layer was there before. */
  @Test
  void theFormatBeforeDocker25IsRead() throws Exception {
    String config = Digest.of(WEB.config()).hex() + ".json";
    byte[] tar =
        new Tar()
            .file("aa/VERSION", "1.0")
            .file("aa/json", "{}")
            .file("aa/layer.tar", BASE)
            .file("bb/layer.tar", SMALL)
            .link("cc/layer.tar", "../aa/layer.tar")
            .file(config, WEB.config())
            .file(
                "manifest.json",
                "[{\"Config\":\"%s\",\"RepoTags\":null,\"Layers\":[%s]}]"
                    .formatted(config, "\"aa/layer.tar\",\"bb/layer.tar\",\"cc/layer.tar\""))
            .end();

    assertThat(write(tar)).isEqualTo(WEB.manifest());
  }

  /** Docker 25 and later, and engines that keep images in containerd: with other platforms. */
  @Test
  void anImageLayoutIsReadAndThePlatformIsChosen() throws Exception {
    Sample arm = SampleImages.image("deckhand/web:1", new ImagePlatform("linux", "arm64"), SMALL);
    byte[] tar =
        new Tar()
            .file("oci-layout", ArchiveIndex.LAYOUT)
            .file(Digest.of(BASE).blob(), BASE)
            .file(Digest.of(SMALL).blob(), SMALL)
            .file(Digest.of(WEB.config()).blob(), WEB.config())
            .file(Digest.of(arm.config()).blob(), arm.config())
            .file("index.json", "{}")
            .file(
                "manifest.json",
                "["
                    + arm.entry().dockerManifest(arm.manifest())
                    + ","
                    + WEB.entry().dockerManifest(WEB.manifest())
                    + "]")
            .end();

    assertThat(write(tar)).isEqualTo(WEB.manifest());
  }

  @Test
  void longNamesOfBothStylesAreRead() throws Exception {
    String longName = "x".repeat(150) + "/layer.tar";
    String record = " path=" + longName + "\n";
    String pax = (record.length() + 3) + record;
    String linkName = "y".repeat(120) + "/layer.tar";
    String config = "config.json";
    byte[] tar =
        new Tar()
            .entry(new TarHeader("pax", 'x', pax.length(), ""), pax.getBytes(UTF_8))
            .file("short", BASE)
            .entry(
                new TarHeader("././@LongLink", 'L', linkName.length(), ""),
                linkName.getBytes(UTF_8))
            .file("short2", SMALL)
            .file(config, WEB.config())
            .file(
                "manifest.json",
                "[{\"Config\":\"%s\",\"Layers\":[\"%s\",\"%s\",\"%s\"]}]"
                    .formatted(config, longName, linkName, longName))
            .end();

    assertThat(write(tar)).isEqualTo(WEB.manifest());
  }

  @Test
  void anotherImageThanTheEngineDescribedIsRefused() {
    Sample other = SampleImages.image("deckhand/web:1", SampleImages.AMD64, SMALL);
    byte[] tar =
        new Tar()
            .file(Digest.of(SMALL).blob(), SMALL)
            .file(Digest.of(other.config()).blob(), other.config())
            .file("manifest.json", "[" + other.entry().dockerManifest(other.manifest()) + "]")
            .end();

    assertThatThrownBy(() -> write(tar))
        .isInstanceOf(MalformedArchive.class)
        .hasMessageContaining("isn't the image that the engine describes");
  }

  @Test
  void anAnswerThatBreaksOffIsRefused() {
    byte[] tar = new Tar().file("aa/layer.tar", BASE).withoutEnd();
    for (int length : new int[] {0, 100, 600, 1 << 20, tar.length - 1, tar.length}) {
      byte[] cut = Arrays.copyOf(tar, length);
      assertThatThrownBy(() -> write(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
    assertThatThrownBy(() -> write(new Tar().file("aa/layer.tar", BASE).end()))
        .isInstanceOf(MalformedArchive.class)
        .hasMessageContaining("no manifest.json");
  }
}
