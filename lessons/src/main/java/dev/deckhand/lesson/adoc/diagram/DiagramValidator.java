package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.lesson.adoc.diagram.DiagramRenderer.Rendering;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Validates a diagram's source before it is rendered. It must not read files or addresses, call
 * functions, or set a style.
 */
public final class DiagramValidator {

  private static final int MAX_LINES = 100;
  private static final int MAX_LINE_LENGTH = 200;
  private static final int TAB = 9;

  /** A function of PlantUML, such as {@code %getenv("HOME")}. */
  private static final Pattern FUNCTION = Pattern.compile("%[a-zA-Z_][a-zA-Z0-9_]*\\W*\\(");

  /** A preprocessor directive, with anything before it that PlantUML takes for space. */
  private static final Pattern DIRECTIVE = Pattern.compile("[^\\p{Alnum}\"]*!.*");

  /** The start or end of a diagram. */
  private static final Pattern DELIMITER =
      Pattern.compile("[^\\p{Alnum}\"]*@.*|.*@(?:start|end).*", Pattern.CASE_INSENSITIVE);

  /** Inline comments and embedded diagrams, which hide what follows them. */
  private static final Pattern INLINE_COMMENT_OR_DIAGRAM = Pattern.compile("/'|'/|\\{\\{|}}");

  private static final Pattern REFERENCE =
      Pattern.compile("<img|<style|<\\$|\\[\\[|://", Pattern.CASE_INSENSITIVE);

  private static final Pattern STYLING =
      Pattern.compile(
          "\\W*(?:skinparam|skin|scale|sprite|dpi)\\b.*|.*<size:\\s*\\d{3,}.*",
          Pattern.CASE_INSENSITIVE);

  private DiagramValidator() {}

  /** The first line that isn't allowed, and why. */
  public static Optional<Rendering.Rejected> firstViolation(List<String> source) {
    if (source.stream().allMatch(String::isBlank)) {
      return Optional.of(
          new Rendering.Rejected(
              0, "The diagram is empty.", "Draw something in it, or delete it."));
    }
    if (source.size() > MAX_LINES) {
      return Optional.of(
          new Rendering.Rejected(
              0,
              "The diagram has more than " + MAX_LINES + " lines.",
              "Nobody reads that on a screen: show a part of it."));
    }
    for (int line = 1; line <= source.size(); line++) {
      Optional<Rendering.Rejected> found = firstViolation(source.get(line - 1), line);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Rendering.Rejected> firstViolation(String text, int line) {
    if (text.length() > MAX_LINE_LENGTH) {
      return violation(
          line, "The line is longer than " + MAX_LINE_LENGTH + " characters.", "Say less in it.");
    }
    if (text.codePoints().anyMatch(sign -> sign != TAB && Character.isISOControl(sign))) {
      return violation(line, "The line holds a control character.", "Take it out.");
    }
    if (DIRECTIVE.matcher(text).matches() || FUNCTION.matcher(text).find()) {
      return violation(
          line,
          "A diagram includes nothing and computes nothing.",
          "Write out what is to be seen: lines with '!' and functions with '%' are not read.");
    }
    if (DELIMITER.matcher(text).matches()) {
      return violation(
          line,
          "Only what stands between @startuml and @enduml is written.",
          "Take the line out; other kinds of diagrams are not drawn.");
    }
    if (INLINE_COMMENT_OR_DIAGRAM.matcher(text).find()) {
      return violation(
          line,
          "A diagram has no comments within a line, and no diagrams within.",
          "Take it out; a comment is a line that begins with '.");
    }
    if (REFERENCE.matcher(text).find()) {
      return violation(
          line,
          "A diagram loads nothing, links nowhere, and has no style of its own.",
          "Take it out: say it in words.");
    }
    if (STYLING.matcher(text).matches()) {
      return violation(line, "All diagrams look alike, so this is not read.", "Take the line out.");
    }
    return Optional.empty();
  }

  private static Optional<Rendering.Rejected> violation(int line, String why, String remedy) {
    return Optional.of(new Rendering.Rejected(line, why, remedy));
  }
}
