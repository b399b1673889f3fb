package dev.deckhand.site.document;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PictureRewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a lesson as the AsciiDoc of slides: one idea on each, few words; what a teacher says, and
 * what would give a step away, is in the notes below them.
 */
public final class Slides {

  /** The width of the layout in CSS pixels; a browser scales it to its window. */
  public static final int WIDTH = 1280;

  /** The height of the layout, see {@link #WIDTH}. */
  public static final int HEIGHT = 720;

  private Slides() {}

  /** Returns the whole document. The same lesson gives the same text. */
  public static String adoc(Lesson lesson) {
    var lines = new ArrayList<>(List.of("= " + title(lesson.title())));
    lines.addAll(
        List.of(
            ":lang: en",
            ":!sectids:",
            ":!table-caption:",
            ":!figure-caption:",
            ":prewrap:",
            ":revealjs_width: " + WIDTH,
            ":revealjs_height: " + HEIGHT,
            ":revealjs_margin: 0",
            ":revealjs_center: false",
            ":revealjs_hash: true",
            ":revealjs_slideNumber: c/t",
            ":revealjs_transition: none",
            ":revealjs_plugin_zoom: disabled",
            "",
            "[.facts]",
            "{empty}" + Handout.requirements(lesson),
            ""));
    lines.addAll(
        notes(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(lesson.intro()))));
    lines.addAll(StepSlides.pictures(AsciidocEscaper.inline(lesson.title()), lesson.intro()));
    int minutes = Math.ceilDiv(lesson.minutes(), lesson.steps().size());
    lesson.steps().forEach(step -> lines.addAll(new StepSlides(step, minutes).lines()));
    return String.join("\n", lines) + "\n";
  }

  /** Splits a title at its first colon into two lines. */
  private static String title(String title) {
    int colon = title.indexOf(": ");
    return colon < 0
        ? AsciidocEscaper.inline(title)
        : AsciidocEscaper.inline(title.substring(0, colon))
            + ": "
            + AsciidocEscaper.inline(title.substring(colon + 1));
  }

  /** Returns a slide, with an empty line at the end. */
  static List<String> slide(String role, String title, List<String> content, List<String> notes) {
    var lines = new ArrayList<>(List.of("[." + role + "]", "== " + title, ""));
    lines.addAll(content);
    lines.addAll(notes(notes));
    return lines;
  }

  private static List<String> notes(List<String> content) {
    if (content.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of("[.notes]", "--"));
    lines.addAll(content);
    lines.addAll(List.of("--", ""));
    return lines;
  }
}
