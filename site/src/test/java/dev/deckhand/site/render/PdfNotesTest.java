package dev.deckhand.site.render;

import static dev.deckhand.site.NotesFixtures.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.PrintableNotesFixtures;
import dev.deckhand.site.notes.LessonNotes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfNotesTest {

  private static final Set<String> TYPED_ADDRESSES =
      Set.of("http://example.com", "http://example.com/a.png");

  private final PdfFonts fonts = PdfFonts.load(new SystemFonts(List::of));
  private final AsciidoctorRenderers asciidoctorRenderers =
      new AsciidoctorRenderers(new SystemFonts(List::of));
  @TempDir private Path folder;

  @AfterAll
  void stop() {
    asciidoctorRenderers.close();
  }

  @Test
  void theFontsHaveWhatTerminalsDrawAndWhatMarksNeed() {
    "aZ~\u2713\u2717\ufffd\u2502\u2518\u2588\u00e9\u03b1\u0416\u65e5\u672c"
        .codePoints()
        .forEach(sign -> assertThat(fonts.has(sign)).as(Character.getName(sign)).isTrue());
    assertThat(fonts.has(0x1f680)).as("a rocket").isTrue();
    assertThat(fonts.has(0x12000)).as("cuneiform").isFalse();
    assertThat(fonts.has(0xe000)).as("private use").isFalse();
  }

  @Test
  void whatNoFontHasIsShownAsReplaced() throws IOException {
    assertThat(fonts.printable("a\n\ud808\udc00b\ue000\u2764\ufe0f", folder).text())
        .isEqualTo("a\n\ufffdb\ufffd\u2764");
    assertThat(text(print(PrintableNotesFixtures.output("cuneiform: [\ud808\udc00]"))))
        .contains("cuneiform: [\ufffd]");
  }

  @Test
  void fontsOfTheSystemPrintWhatOursLack() throws IOException {
    Path installed = folder.resolve("Liberation.TTF");
    try (InputStream font =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      Files.copy(Objects.requireNonNull(font), installed);
    }
    Path damaged = Files.writeString(folder.resolve("damaged.ttf"), "no font");
    assertThat(fonts.has('\u05e9')).isFalse();
    try (var renderers =
        new AsciidoctorRenderers(
            new SystemFonts(() -> List.of(damaged.toFile(), installed.toFile())))) {
      Path file = folder.resolve("hebrew.pdf");
      renderers
          .pdf()
          .render(
              PrintableNotesFixtures.output("[\u05e9\ud808\udc00]"),
              _ -> Optional.empty(),
              file,
              (_, _) -> {});
      assertThat(text(file)).contains("\u05e9", "\ufffd");
      assertThat(Files.size(file)).isLessThan(Files.size(installed));
    }
  }

  @Test
  void longLinesAndBinaryOutputAreCut() {
    String line = PrintableNotesFixtures.notes(typed("echo " + "x".repeat(32 * 1024), 0, ""));
    assertThat(line).hasSizeLessThan(4096).contains("x [...]");
    byte[] random = new byte[64 * 1024];
    new Random(1).nextBytes(random);
    String binary = PrintableNotesFixtures.output(new String(random, StandardCharsets.ISO_8859_1));
    assertThat(binary).hasSizeLessThan(4096).contains("[... binary data left out ...]");
    String remark =
        PrintableNotesFixtures.notes(
            new LessonNotes.Event(
                new JournalEvent.NoteAdded(1, "y".repeat(32 * 1024)), NotesFixtures.AT));
    assertThat(remark).hasSizeLessThan(4096);
  }

  @Test
  void whateverWasTypedIsPrintedAsItWasAndDoesNothing() throws IOException {
    try (PDDocument document = Loader.loadPDF(print(PrintableNotesFixtures.hostile()).toFile())) {
      String text = squeezed(new PDFTextStripper().getText(document));
      for (String typed : PrintableNotesFixtures.texts()) {
        String seen = squeezed(fonts.printable("> " + typed, folder).text());
        if (typed.codePoints().noneMatch(PdfNotesTest::runsToTheLeft)) {
          assertThat(text).contains(seen);
        } else {
          // a reader of PDF files puts letters that run to the left into an order of its own
          assertThat(text.codePoints().boxed()).containsAll(seen.codePoints().boxed().toList());
        }
      }
      assertThat(text).doesNotContain("root:x:0");
      assertThat(document.getDocumentCatalog().getOpenAction())
          .isNotInstanceOf(org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript.class);
      for (var page : document.getPages()) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          assertThat(leadsWithinOrToWhatWasTyped(annotation))
              .as(annotation.getCOSObject().toString())
              .isTrue();
        }
        // what runs along the edges of each page is a stamp, and no image
        assertThat(page.getResources().getXObjectNames())
            .noneMatch(name -> page.getResources().isImageXObject(name));
      }
    }
  }

  @Test
  void aCourseHasContentsThatLeadToItsLessons() throws IOException {
    Path file = print(PrintableNotesFixtures.course());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .anyMatch(item -> item.getTitle().contains("Deployments"));
    }
    assertThat(text(file)).contains("Contents", "Progress", "under way", "3 of 5", "Together");
  }

  @Test
  void howFarItIsPrintedIsToldBySections() throws IOException {
    var told = new ArrayList<String>();
    asciidoctorRenderers
        .pdf()
        .render(
            PrintableNotesFixtures.course(),
            _ -> Optional.empty(),
            folder.resolve("told.pdf"),
            (number, total) -> told.add(number + "/" + total));
    assertThat(told).containsExactly("1/3", "2/3", "3/3");
  }

  @Test
  void emojiAreCopiedAsWhatTheyAre() throws IOException {
    assertThat(text(print(PrintableNotesFixtures.output("ahoy \ud83d\ude80 \ud83d\udc33!"))))
        .contains("ahoy \ud83d\ude80 \ud83d\udc33!");
  }

  private static boolean runsToTheLeft(int sign) {
    byte way = Character.getDirectionality(sign);
    return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private Path print(String adoc) throws IOException {
    Path file = folder.resolve("notes.pdf");
    asciidoctorRenderers.pdf().render(adoc, _ -> Optional.empty(), file, (_, _) -> {});
    return file;
  }

  private static String text(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Lines are broken where the page ends. */
  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  private static boolean leadsWithinOrToWhatWasTyped(PDAnnotation annotation) throws IOException {
    return annotation instanceof PDAnnotationLink link
        && (link.getAction() == null
            || link.getAction() instanceof PDActionGoTo
            || (link.getAction() instanceof PDActionURI address
                && TYPED_ADDRESSES.contains(address.getURI())));
  }
}
