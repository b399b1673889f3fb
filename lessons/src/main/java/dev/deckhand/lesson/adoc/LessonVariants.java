package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.parser.LessonParser;
import dev.deckhand.lesson.adoc.parser.UnsupportedMarkupException;
import dev.deckhand.lesson.adoc.prose.LoadedPictures;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.variable.DrawnValue;
import dev.deckhand.lesson.variable.LessonVariation;
import dev.deckhand.lesson.variable.Placeholders;
import dev.deckhand.lesson.variable.ValueDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads lessons with the names and numbers that are drawn for a learner. A lesson with variables
 * keeps the lines of its file; they are read again with other values, by Deckhand's own parser,
 * without any other file.
 */
public final class LessonVariants {

  private LessonVariants() {}

  /**
   * The lesson with the values for a seed. A lesson without variables is returned as it is.
   *
   * @param lesson with its steps as they are written, with any values
   * @param seed from 0 to {@link ValueDraw#MAX_SEED}; others are used as well
   * @throws IllegalStateException if the lesson can't be read with these values, which lint doesn't
   *     find for all
   */
  public static Lesson of(Lesson lesson, long seed) {
    LessonVariation variation = lesson.variation();
    if (variation.isNone() || variation.seed() == seed) {
      return lesson;
    }
    List<DrawnValue> values = ValueDraw.draw(variation.variables(), lesson.id().toString(), seed);
    Reading reading = read(lesson, values);
    List<LintFinding> errors = reading.findings().stream().filter(LintFinding::isError).toList();
    if (reading.draft() == null || !errors.isEmpty()) {
      throw new IllegalStateException(
          "%s can't be used with the seed %d (%s): %s"
              .formatted(
                  lesson.id(),
                  seed,
                  describe(values),
                  errors.isEmpty() ? "it can't be read" : errors.getFirst().toLine()));
    }
    Lesson read = reading.draft().lesson();
    return read.withVariation(
        introduced(read.intro(), values, seed), variation.withValues(seed, values));
  }

  /**
   * A lesson's file, read with some values.
   *
   * @param draft null if it can't be read
   */
  record Reading(LessonReader.@Nullable Draft draft, List<LintFinding> findings) {
    Reading {
      findings = List.copyOf(findings);
    }
  }

  /** Reads a lesson's file with some values. */
  static Reading read(Lesson lesson, List<DrawnValue> values) {
    LessonVariation variation = lesson.variation();
    var file = new SourceFile(lesson.file(), Placeholders.replace(variation.source(), values));
    var diagnostics = new DiagnosticCollector(file.name());
    diagnostics.setSource(file);
    var reader =
        new LessonReader(
            file,
            lesson.id().course(),
            lesson.id().lesson(),
            diagnostics,
            new CheckBlockReader(),
            new LoadedPictures(variation.pictures()));
    try {
      DocumentNode document = LessonParser.parse(file.lines());
      return new Reading(reader.read(document).orElse(null), diagnostics.findings());
    } catch (UnsupportedMarkupException | StackOverflowError unsupported) {
      diagnostics.error(
          0,
          "A lesson with variables can't use everything that AsciiDoc has: "
              + unsupported.getMessage()
              + ".",
          "Write it in another way, or take out \":vars:\".");
      return new Reading(null, diagnostics.findings());
    }
  }

  /** The introduction, after a note that tells the learner which values are drawn. */
  static List<Block> introduced(List<Block> intro, List<DrawnValue> values, long seed) {
    var text = new ArrayList<Inline>();
    text.add(
        new Inline.Words(
            seed == ValueDraw.EXAMPLE_SEED
                ? "Some names and numbers in this lesson are drawn for each learner. Here, as an"
                    + " example: "
                : "Some names and numbers in this lesson are drawn for you, from the seed "
                    + seed
                    + ": "));
    String separator = "";
    for (DrawnValue value : values) {
      text.add(new Inline.Words(separator + value.name() + " "));
      text.add(new Inline.Code(value.value()));
      separator = ", ";
    }
    text.add(new Inline.Words("."));
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Admonition(Block.Tone.NOTE, List.of(new Block.Paragraph(text))));
    blocks.addAll(intro);
    return blocks;
  }

  /** The values, as {@code port=8105, app=quiet-harbor}. */
  static String describe(List<DrawnValue> values) {
    return values.stream()
        .map(value -> value.name() + "=" + value.value())
        .collect(Collectors.joining(", "));
  }
}
