package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.header.HeaderAttributes;
import dev.deckhand.lesson.adoc.header.HeaderValidator;
import dev.deckhand.lesson.adoc.prose.PictureLoader;
import dev.deckhand.lesson.adoc.prose.ProseReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code course.adoc}: title, summary, license and position. */
final class CourseReader {

  private final SourceFile file;
  private final DiagnosticCollector diagnostics;
  private final PictureLoader pictureLoader;

  CourseReader(SourceFile file, DiagnosticCollector diagnostics, PictureLoader pictureLoader) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.pictureLoader = pictureLoader;
  }

  CourseHeader read(DocumentNode document) {
    var lines = HeaderAttributes.of(file);
    HeaderValidator.check(lines, file, HeaderValidator.COURSE_ATTRIBUTES, diagnostics);
    var prose = new ProseReader(diagnostics, pictureLoader);
    String title = document.hasTitle() ? prose.inlines().plainText(document.title()) : "";
    String summary = summary(document, prose);
    String license = value(document, lines, "license");
    require(lines, title, "title", "Begin the file with \"= Containers\".");
    require(
        lines, summary, "summary", "Say in a sentence or two below the header what it teaches.");
    require(lines, license, "license", "Add \":license: CC-BY-4.0\", or the one that holds.");
    return new CourseHeader(title, summary, license, order(document, lines));
  }

  /** The attribute if there is one, otherwise the prose below the header. */
  private String summary(DocumentNode document, ProseReader prose) {
    var lines = HeaderAttributes.of(file);
    String given = value(document, lines, "summary");
    if (!given.isEmpty()) {
      return prose.inlines().plainText(given);
    }
    List<Block> blocks = prose.read(document.blocks());
    return blocks.stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> Inline.plainText(((Block.Paragraph) block).content()))
        .collect(Collectors.joining(" "));
  }

  private int order(DocumentNode document, HeaderAttributes lines) {
    String order = value(document, lines, "order");
    if (order.isEmpty()) {
      return CourseHeader.LAST;
    }
    if (!order.matches("[0-9]{1,3}")) {
      diagnostics.error(
          lines.lineOf("order"),
          "\":order:\": \"" + order + "\" is not right.",
          "Write a number from 0 to 999: courses are listed by it.");
      return CourseHeader.LAST;
    }
    return Integer.parseInt(order);
  }

  private void require(HeaderAttributes lines, String value, String what, String remedy) {
    if (value.isEmpty()) {
      diagnostics.error(lines.lineOf(what), "The course has no " + what + ".", remedy);
    }
  }

  private static String value(DocumentNode document, HeaderAttributes lines, String name) {
    return lines.attribute(name).isEmpty() ? "" : document.attribute(name).strip();
  }
}
