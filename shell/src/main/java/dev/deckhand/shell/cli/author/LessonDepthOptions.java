package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.trial.LessonDepth;
import dev.deckhand.shell.trial.Rotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code lesson test} that say which lessons are tested in full. */
final class LessonDepthOptions {

  @Option(
      names = "--all",
      description = "Test all lessons in full, as without --since. Not with names of lessons.")
  boolean all;

  @Option(
      names = "--since",
      paramLabel = "COMMIT",
      description = {
        "Test in full only the lessons that have changed since this commit, or whose checks are"
            + " judged by code that has. Of the others test red-before, reset and green-after."
      })
  @Nullable String since;

  @Option(
      names = "--rotate",
      paramLabel = "K/N",
      converter = RotationConverter.class,
      description =
          "With --since: also test every Nth lesson in full, beginning with the Kth. With another"
              + " K in each run, all get their turn in N runs.")
  @Nullable Rotation rotation;

  @Option(
      names = "--retry",
      description =
          "Test a lesson that failed once more. If it passes then, it's reported as flaky.")
  boolean retry;

  /**
   * Verifies that the options go together.
   *
   * @param namesGiven whether lessons are named on the command line
   */
  void verify(boolean namesGiven) throws UserError {
    if (all && (since != null || namesGiven)) {
      throw new UserError(
          "--all tests all lessons in full; --since or the name of a lesson asks for less.",
          "Leave one of them out.");
    }
    if (rotation != null && since == null) {
      throw new UserError(
          "--rotate only says what --since tests in full besides.",
          "Add --since COMMIT, or leave out --rotate.");
    }
  }

  /**
   * Decides how thoroughly each lesson is tested.
   *
   * @throws UserError if git can't say what has changed
   */
  List<LessonDepth> depths(List<Lesson> lessons, CommandContext context, @Nullable Path courses)
      throws UserError, InterruptedException {
    String commit = since;
    if (commit == null) {
      return LessonDepth.allFull(lessons);
    }
    Path folder = CourseFolderLocator.locate(context.environment(), courses);
    return LessonDepth.byChange(lessons, new GitRepository(folder).changedSince(commit), rotation);
  }

  /** Returns what is left out, a line for each group of lessons; empty if all run in full. */
  static List<String> report(List<LessonDepth> depths) {
    List<LessonDepth> full = depths.stream().filter(LessonDepth::full).toList();
    List<String> basic =
        depths.stream()
            .filter(depth -> !depth.full())
            .map(depth -> depth.lesson().id().toString())
            .toList();
    if (basic.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    full.forEach(
        depth -> lines.add("In full: " + depth.lesson().id() + " (" + depth.reason() + ")"));
    lines.add(
        "Only "
            + String.join(
                ", ", LessonDepth.BASIC.stream().map(rule -> rule.word()).sorted().toList())
            + ", because they haven't changed: "
            + String.join(", ", basic));
    return lines;
  }

  /** Parses {@code 3/10}. */
  static final class RotationConverter implements ITypeConverter<Rotation> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    @Override
    public Rotation convert(String word) {
      Matcher form = FORM.matcher(word);
      if (form.matches()) {
        try {
          return new Rotation(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        } catch (IllegalArgumentException outside) {
          // the same answer as to any other word
        }
      }
      throw new TypeConversionException(
          "\"" + word + "\" isn't of the form K/N with K from 1 to N, such as 3/10");
    }
  }
}
