package dev.deckhand.site.render;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/**
 * Prints AsciiDoc as PDF files. The first one loads the converter, which takes seconds. For one
 * thread at a time.
 *
 * <p>Nothing is read but our own theme and fonts, and the pictures that are handed in: they are put
 * into a folder of their own, and AsciidoctorJ, in its SECURE mode, looks nowhere else. The same
 * document gives the same file.
 */
public final class PdfRenderer {

  private static final Pattern PICTURE = Pattern.compile("(?m)^image::([^\\[\n]*)\\[.*\\]$");

  /** Matches nothing else, since all text is escaped. */
  private static final Pattern SECTION = Pattern.compile("(?m)^={2,} ");

  private static final Pattern PICTURE_NAME =
      Pattern.compile("([a-z0-9-]+/)?[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * A name that no picture can have: in SECURE mode, AsciidoctorJ writes into the folder of the
   * pictures only.
   */
  private static final String OUTPUT_NAME = ".printed.pdf";

  private final Asciidoctor asciidoctor;
  private final PdfFonts fonts;

  /**
   * @param asciidoctor not closed by this renderer
   */
  PdfRenderer(Asciidoctor asciidoctor, PdfFonts fonts) {
    this.asciidoctor = asciidoctor;
    this.fonts = fonts;
    asciidoctor.requireLibrary(PdfFonts.THEME_FOLDER + "/converter.rb");
  }

  /** Is told how far a document is printed. */
  public interface PrintProgress {

    /** One more section is begun. */
    void sectionBegun(int number, int total);
  }

  /**
   * Prints one document as a whole or not at all: a reader sees the old file or the new one.
   * Characters that no font has are replaced.
   *
   * @param pictures by the names under which the document shows them
   * @throws IOException if it cannot be written
   */
  public void render(
      String adoc, Function<String, Optional<Png>> pictures, Path file, PrintProgress printProgress)
      throws IOException {
    render(adoc, pictures, file, MissingContentPolicy.IGNORE, printProgress);
  }

  /**
   * Prints one document of which nothing may be missing.
   *
   * @param pictures by the names under which the document shows them
   * @throws IOException if it cannot be written
   * @throws IncompleteDocumentException if a picture or a letter is missing, or the converter has
   *     other complaints; then there is no file
   */
  public void renderComplete(String adoc, Function<String, Optional<Png>> pictures, Path file)
      throws IOException {
    render(adoc, pictures, file, MissingContentPolicy.FAIL, (_, _) -> {});
  }

  /** What to do if something is missing. */
  private enum MissingContentPolicy {
    IGNORE,
    FAIL
  }

  private void render(
      String adoc,
      Function<String, Optional<Png>> pictures,
      Path file,
      MissingContentPolicy missingContentPolicy,
      PrintProgress printProgress)
      throws IOException {
    int total = (int) SECTION.matcher(adoc).results().count();
    var begun = new AtomicInteger();
    try (var desk = TemporaryFolder.create();
        var asciidoctorLog =
            AsciidoctorLog.attach(
                asciidoctor, () -> printProgress.sectionBegun(begun.incrementAndGet(), total))) {
      var missing = new ArrayList<String>();
      String text = writePictures(adoc, pictures, desk.path(), missing);
      PdfFonts.PrintableText printable =
          missingContentPolicy == MissingContentPolicy.FAIL
              ? PdfFonts.unchanged(text)
              : fonts.printable(text, desk.path());
      Path printed = desk.path().resolve(OUTPUT_NAME);
      asciidoctor.convert(printable.text(), options(desk.path(), printed, printable));
      missing.addAll(asciidoctorLog.warnings());
      if (missingContentPolicy == MissingContentPolicy.FAIL && !missing.isEmpty()) {
        throw new IncompleteDocumentException(missing);
      }
      AtomicFile.replace(file, draft -> Files.copy(printed, draft));
    }
  }

  private static Options options(Path desk, Path file, PdfFonts.PrintableText text) {
    return Options.builder()
        .safe(SafeMode.SECURE)
        .backend("pdf")
        .baseDir(desk.toFile())
        .toFile(file.toFile())
        .attributes(
            Attributes.builder()
                .attribute("reproducible", "")
                .attribute("pdf-themesdir", text.themeFolder())
                .attribute("pdf-theme", "deckhand")
                .attribute("pdf-fontsdir", text.fontFolders())
                .build())
        .build();
  }

  /** Writes the pictures into the folder, and removes missing ones from the text. */
  private static String writePictures(
      String adoc, Function<String, Optional<Png>> pictures, Path desk, List<String> missing)
      throws IOException {
    var text = new StringBuilder();
    var matcher = PICTURE.matcher(adoc);
    while (matcher.find()) {
      String name = matcher.group(1);
      Optional<Png> picture =
          PICTURE_NAME.matcher(name).matches() ? pictures.apply(name) : Optional.empty();
      if (picture.isPresent()) {
        Path place = desk.resolve(name);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.write(place, picture.get().bytes());
      } else {
        missing.add("the picture " + name + " is not there");
      }
      matcher.appendReplacement(text, picture.isPresent() ? "$0" : "");
    }
    return matcher.appendTail(text).toString();
  }
}
