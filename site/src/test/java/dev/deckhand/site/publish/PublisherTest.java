package dev.deckhand.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

  @TempDir Path temporary;

  private final AsciidoctorRenderers asciidoctorRenderers = new AsciidoctorRenderers();
  private final List<String> told = new ArrayList<>();
  private Path folder = Path.of(".");

  @BeforeEach
  void name() {
    folder = temporary.resolve("site");
  }

  @AfterEach
  void nothingHadToBeRendered() {
    assertThat(asciidoctorRenderers.isRunning()).isFalse();
  }

  @Test
  void allOfItIsWrittenIntoANewFolder() throws Exception {
    var publishResult = publish(text("index.html", "one"), text("a/b.html", "two"));
    assertThat(publishResult.written()).containsExactly("index.html", "a/b.html");
    assertThat(files()).containsExactly(".deckhand-site", "a/b.html", "index.html");
    assertThat(read("a/b.html")).isEqualTo("two");
    assertThat(told).containsExactly("index.html 1/2", "a/b.html 2/2");
  }

  @Test
  void whatIsAsItShouldBeIsNotMadeAgain() throws Exception {
    publish(text("index.html", "one"), text("b.html", "two"));
    told.clear();
    var publishResult = publish(text("index.html", "one"), text("b.html", "three"));
    assertThat(publishResult.written()).containsExactly("b.html");
    assertThat(publishResult.unchanged()).isEqualTo(1);
    assertThat(told).containsExactly("b.html 1/1");
  }

  @Test
  void aPageThatWasDamagedIsMadeAgain() throws Exception {
    publish(text("index.html", "one"));
    Files.writeString(folder.resolve("index.html"), "on");
    assertThat(publish(text("index.html", "one")).written()).containsExactly("index.html");
    assertThat(read("index.html")).isEqualTo("one");
  }

  @Test
  void whatIsNoPartOfItAnyMoreIsRemovedWithItsFolder() throws Exception {
    publish(text("index.html", "one"), text("a/b/c.html", "two"));
    var publishResult = publish(text("index.html", "one"));
    assertThat(publishResult.removed()).containsExactly("a/b/c.html");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void whatSomebodyAddedOrChangedStays() throws Exception {
    publish(text("index.html", "one"), text("a/b.html", "two"), text("a/c.html", "three"));
    Files.writeString(folder.resolve("a/mine.txt"), "mine");
    Files.writeString(folder.resolve("a/b.html"), "two, by me");
    assertThat(publish(text("index.html", "one")).removed()).containsExactly("a/c.html");
    assertThat(files()).containsExactly(".deckhand-site", "a/b.html", "a/mine.txt", "index.html");
  }

  @Test
  void somebodyElsesFolderIsLeftAlone() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.txt"), "years");
    var why = refused(text("index.html", "one"));
    assertThat(why.isFolderProblem()).isTrue();
    assertThat(why.what()).contains(folder.toString(), "holds other things");
    assertThat(files()).containsExactly("thesis.txt");
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Files.writeString(folder, "a file");
    assertThat(refused(text("index.html", "one")).what()).contains("is a file");
    assertThat(folder).hasContent("a file");
  }

  @Test
  void aFileThatWasNotPublishedIsNotWrittenOver() throws Exception {
    publish(text("index.html", "one"));
    Files.writeString(folder.resolve("b.html"), "mine");
    assertThat(refused(text("index.html", "new"), text("b.html", "two")).what())
        .contains("b.html is in the way");
    assertThat(read("b.html")).isEqualTo("mine");
    assertThat(read("index.html")).isEqualTo("one");
  }

  @Test
  void aLinkIsNotWrittenThrough() throws Exception {
    publish(text("index.html", "one"));
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("a"), elsewhere);
    assertThat(refused(text("index.html", "one"), text("a/b.html", "two")).what())
        .contains("it is a link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aPageThatLeadsNowhereIsNotPublishedNorAnythingWithIt() throws Exception {
    publish(text("index.html", "one"));
    var why = refused(text("index.html", "<a href=\"gone.html\">there</a>"), text("b.html", "two"));
    assertThat(why.isFolderProblem()).isFalse();
    assertThat(why.details()).singleElement().asString().contains("index.html", "gone.html");
    assertThat(read("index.html")).isEqualTo("one");
    assertThat(files()).containsExactly(".deckhand-site", "index.html");
  }

  @Test
  void aPageThatIsKeptIsCheckedToo() throws Exception {
    publish(text("index.html", "<a href=\"b.html\">b</a>"), text("b.html", "two"));
    assertThat(refused(text("index.html", "<a href=\"b.html\">b</a>")).details()).hasSize(1);
    assertThat(read("b.html")).isEqualTo("two");
  }

  @Test
  void whatCannotBeMadeChangesNothing() throws Exception {
    publish(text("index.html", "one"));
    PublicationFile broken =
        new PublicationFile(
            "b.html",
            ContentHasher.of(List.of("b")),
            (_, _) -> {
              throw new IOException("no space left");
            });
    assertThatThrownBy(() -> publish(text("index.html", "new"), broken))
        .hasMessage("no space left");
    assertThat(read("index.html")).isEqualTo("one");
    assertThat(files()).containsExactly(".deckhand-site", "index.html");
  }

  @Test
  void whatAKilledPublicationLeftGoes() throws Exception {
    publish(text("index.html", "one"));
    Path left = Files.createDirectories(folder.resolve(StagingFolder.PREFIX + "17").resolve("a"));
    Files.writeString(left.resolve("b.html"), "half");
    Files.writeString(folder.resolve(StagingFolder.PREFIX + "list"), "half");
    publish(text("index.html", "one"));
    assertThat(files()).containsExactly(".deckhand-site", "index.html");
  }

  /** As it is after a kill between the list and the last file. */
  @Test
  void whatAKilledPublicationDidNotMoveIsMadeTheNextTime() throws Exception {
    publish(text("index.html", "one"), text("b.html", "two"));
    Files.delete(folder.resolve("b.html"));
    assertThat(publish(text("index.html", "one"), text("b.html", "two")).written())
        .containsExactly("b.html");
  }

  @Test
  void aListThatLeadsOutOfTheFolderIsNotBelieved() throws Exception {
    publish(text("index.html", "one"));
    Path outside = Files.writeString(temporary.resolve("outside"), "mine");
    String hash = ContentHasher.of("mine".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve(PublicationManifest.FILE_NAME),
        read(PublicationManifest.FILE_NAME) + hash + " " + hash + " ../outside\n");
    assertThat(publish(text("index.html", "one")).removed()).isEmpty();
    assertThat(outside).hasContent("mine");
  }

  private Publisher.PublishResult publish(PublicationFile... sheets)
      throws IOException, PublicationException {
    return new Publisher(folder, asciidoctorRenderers)
        .publish(List.of(sheets), (path, done, total) -> told.add(path + " " + done + "/" + total));
  }

  private PublicationException refused(PublicationFile... sheets) {
    var why = catchThrowableOfType(PublicationException.class, () -> publish(sheets));
    assertThat(why).isNotNull();
    return why;
  }

  private static PublicationFile text(String path, String text) {
    return new PublicationFile(
        path, ContentHasher.of(List.of(text)), (file, _) -> Files.writeString(file, text));
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
