package dev.deckhand.lab.image.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.image.ImagePlatform;
import dev.deckhand.lab.image.archive.SampleImages.Sample;
import dev.deckhand.lab.image.archive.SampleImages.Tar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageArchiveTest {

  private static final byte[] BASE = SampleImages.layer("base", 3000);
  private static final Sample WEB =
      SampleImages.image(
          "deckhand/web:1", SampleImages.AMD64, BASE, SampleImages.layer("web", 700));
  private static final Sample DATA =
      SampleImages.image("data:2", SampleImages.AMD64, BASE, SampleImages.layer("data", 10));

  @TempDir Path folder;

  private ImageArchive open(byte[] content) throws Exception {
    return open(content, Optional.empty());
  }

  private ImageArchive open(byte[] content, Optional<Digest> expected) throws Exception {
    Path file = Files.write(folder.resolve("labs.tar"), content);
    return ImageArchive.open(file, expected, BootProgress.SILENT);
  }

  private void assertRefused(byte[] content, String... words) {
    assertThatThrownBy(() -> open(content).close())
        .isInstanceOfSatisfying(
            ImageArchiveFault.class,
            fault -> {
              assertThat(fault.problem()).contains(words).contains("labs.tar");
              assertThat(fault.remedy()).isNotBlank();
            });
  }

  @Test
  void aWholeArchiveNamesItsImages() throws Exception {
    try (ImageArchive archive = open(SampleImages.archive(WEB, DATA))) {
      assertThat(archive.index().images())
          .extracting(ArchivedImage::name)
          .containsExactly("deckhand/web:1", "data:2");
      assertThat(archive.index().version()).isEqualTo("0.1.0");
      assertThat(archive.index().created()).isEqualTo(SampleImages.CREATED);
      assertThat(archive.manifest(WEB.entry())).isEqualTo(WEB.manifest());
      assertThat(archive.open(Digest.of(BASE)).readAllBytes()).isEqualTo(BASE);
    }
  }

  @Test
  void anArchiveWithAnotherDigestThanExpectedIsRefused() throws Exception {
    byte[] content = SampleImages.archive(WEB);
    Digest digest;
    try (ImageArchive archive = open(content)) {
      digest = archive.digest();
    }
    open(content, Optional.of(digest)).close();
    assertThatThrownBy(() -> open(content, Optional.of(Digest.of(BASE))))
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining(digest.toString());
  }

  @Test
  void anArchiveThatIsCutShortAnywhereIsRefused() {
    byte[] whole = SampleImages.archive(WEB);
    // the mark at the end has two blocks, and the first suffices
    for (int length = 0; length < whole.length - 2 * TarHeader.BLOCK; length += 97) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRefused(cut, "cut short");
    }
  }

  @Test
  void aChangedByteAnywhereIsRefusedOrChangesNothing() throws Exception {
    byte[] whole = SampleImages.archive(WEB);
    for (int at = 0; at < whole.length - 2 * TarHeader.BLOCK; at += 61) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      try (ImageArchive archive = open(damaged)) {
        // padding, or a field of a header that nobody reads
        assertThat(archive.index().toBytes()).isEqualTo(index(WEB).toBytes());
        assertThat(archive.open(Digest.of(BASE)).readAllBytes()).isEqualTo(BASE);
      } catch (ImageArchiveFault refused) {
        assertThat(refused.problem()).contains("labs.tar");
      }
    }
  }

  @Test
  void aBlobWithOtherContentThanItsNameSaysIsRefused() {
    byte[] other = BASE.clone();
    other[600] ^= 1;
    byte[] content =
        new Tar()
            .file(Digest.of(BASE).blob(), other)
            .file(Digest.of(index(WEB).toBytes()).blob(), index(WEB).toBytes())
            .file(ArchiveIndex.FILE, index(WEB).toBytes())
            .end();
    assertRefused(content, "is damaged", Digest.of(BASE).brief(), "Nothing was loaded");
  }

  private static ArchiveIndex index(Sample image) {
    return new ArchiveIndex("0.1.0", SampleImages.CREATED, List.of(image.entry()));
  }

  @Test
  void anIndexThatWasChangedIsRefused() {
    byte[] content =
        new Tar()
            .file(Digest.of(index(WEB).toBytes()).blob(), index(WEB).toBytes())
            .file(ArchiveIndex.FILE, index(DATA).toBytes())
            .end();
    assertRefused(content, "index.json was changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "blobs/sha256/../../x",
        "blobs/sha256/0123",
        "./index.json",
        "repositories",
        "\u001b[31mred"
      })
  void entriesThatNoExportWritesAreRefused(String name) {
    byte[] content = new Tar().file(name, "x").end();
    assertRefused(content, "an entry that no export writes");
    assertThatThrownBy(() -> open(content)).message().doesNotContain("\u001b");
  }

  @Test
  void linksAreRefused() {
    assertRefused(
        new Tar().link(ArchiveIndex.FILE, "/etc/passwd").end(), "an entry that no export writes");
    assertRefused(
        new Tar().link(Digest.of(BASE).blob(), "/etc/passwd").end(),
        "an entry that no export writes");
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() {
    byte[] content =
        new Tar().file(Digest.of(BASE).blob(), BASE).file(Digest.of(BASE).blob(), BASE).end();
    assertRefused(content, "twice");
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 1L << 40, Long.MAX_VALUE - 512})
  void anEntryThatClaimsMoreThanThereIsIsRefused(long size) {
    byte[] content = new Tar().entry(TarHeader.file(Digest.of(BASE).blob(), size), BASE).end();
    assertRefused(content, "cut short");
  }

  @Test
  void impossibleSizesAreRefused() {
    byte[] block = TarHeader.file(Digest.of(BASE).blob(), 1).toBytes();
    Arrays.fill(block, 124, 136, (byte) 0xff);
    assertRefused(new Tar().raw(Tar.withChecksum(block)).end(), "impossible size");
    byte[] word = TarHeader.file(Digest.of(BASE).blob(), 1).toBytes();
    System.arraycopy("huge".getBytes(UTF_8), 0, word, 124, 4);
    assertRefused(new Tar().raw(Tar.withChecksum(word)).end(), "isn't a number");
  }

  @Test
  void aDocumentThatIsFarTooLargeIsRefused() {
    byte[] content = new Tar().file(ArchiveIndex.FILE, new byte[5 << 20]).end();
    assertRefused(content, "too large");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertRefused(new byte[0], "cut short");
    assertRefused("not a tar".repeat(100).getBytes(UTF_8), "a header");
    assertRefused(new byte[1024], "no index.json");
    assertRefused(gzip(SampleImages.archive(WEB)), "compressed with gzip");
    assertRefused(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0}, "compressed with zstd");
    assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "compressed with zip");
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aFolderAndAMissingFileAreRefused() throws IOException {
    assertThatThrownBy(() -> ImageArchive.open(folder, Optional.empty(), BootProgress.SILENT))
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining("isn't a regular file");
    Path absent = folder.resolve("absent.tar");
    assertThatThrownBy(() -> ImageArchive.open(absent, Optional.empty(), BootProgress.SILENT))
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining("There is no file");
    Files.createFile(folder.resolve("absent.tar.part"));
    assertThatThrownBy(() -> ImageArchive.open(absent, Optional.empty(), BootProgress.SILENT))
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining("its export was interrupted");
  }

  @Test
  void theLayoutOfAnotherProgramIsRefused() {
    assertRefused(
        new Tar().file(ArchiveIndex.FILE, "{\"schemaVersion\":2,\"manifests\":[]}").end(),
        "Deckhand didn't export it");
    assertRefused(new Tar().file(ArchiveIndex.FILE, "{").end(), "isn't valid JSON");
    assertRefused(new Tar().file(ArchiveIndex.FILE, "[".repeat(100_000)).end(), "isn't valid JSON");
  }

  @Test
  void anIndexThatDisagreesWithTheBlobsIsRefused() {
    ArchivedImage web = WEB.entry();
    assertDisagrees(
        new ArchivedImage(web.name(), web.manifest(), Digest.of(BASE), web.platform()),
        "another configuration");
    assertDisagrees(
        new ArchivedImage(
            web.name(), web.manifest(), web.config(), new ImagePlatform("linux", "arm64")),
        "the index says otherwise");
    assertDisagrees(
        new ArchivedImage(
            web.name(),
            new BlobDescriptor(
                ImageManifest.MEDIA_TYPE, web.manifest().digest(), web.manifest().size() + 1),
            web.config(),
            web.platform()),
        "another size");
    assertDisagrees(
        new ArchivedImage(
            web.name(),
            new BlobDescriptor(ImageManifest.MEDIA_TYPE, Digest.of(new byte[] {7}), 1),
            web.config(),
            web.platform()),
        "is missing");
    assertDisagrees(
        new ArchivedImage(
            web.name(),
            new BlobDescriptor(
                ImageManifest.MEDIA_TYPE, Digest.of(WEB.config()), WEB.config().length),
            web.config(),
            web.platform()),
        "another media type");
  }

  private void assertDisagrees(ArchivedImage entry, String why) {
    assertRefused(
        SampleImages.archive(new ArchiveIndex("1", SampleImages.CREATED, List.of(entry)), WEB),
        why);
  }

  @Test
  void anImageWithTheLayersOfAnotherIsRefused() {
    // a valid manifest with a configuration that describes other layers
    var mixed = new Sample("mixed:1", SampleImages.AMD64, WEB.document(), DATA.layers());
    assertRefused(SampleImages.archive(mixed), "aren't those of its configuration");
    var fewer = new Sample("fewer:1", SampleImages.AMD64, WEB.document(), List.of(BASE));
    assertRefused(SampleImages.archive(fewer), "aren't those of its configuration");
  }

  @Test
  void namesThatNoImageHasAreRefused() {
    for (String name : List.of("web", "Web:1", "web:1?force=1", "../x:1 ", "a\u001b[0m:1")) {
      var odd =
          new ArchivedImage(name, WEB.entry().manifest(), WEB.entry().config(), WEB.platform());
      assertDisagrees(odd, "without a valid name");
    }
    byte[] twice =
        SampleImages.archive(
            new ArchiveIndex("1", SampleImages.CREATED, List.of(WEB.entry(), WEB.entry())), WEB);
    assertRefused(twice, "two images called deckhand/web:1");
  }
}
