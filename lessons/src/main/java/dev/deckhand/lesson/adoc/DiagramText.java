package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.adoc.Draughtsman.Drawing;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a diagram may say, before anybody draws it: nothing that reads a file or an address,
 * computes, or dresses it in other colours than all the others.
 */
final class DiagramText {

  private static final int MOST_LINES = 100;
  private static final int LONGEST_LINE = 200;

  /** The program's own functions, as {@code %getenv("HOME")}. */
  private static final Pattern FUNCTION =
      Pattern.compile("%[a-z_]+\\s*\\(", Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE =
      Pattern.compile("<img|<style|<\\$|\\[\\[|://", Pattern.CASE_INSENSITIVE);

  private static final Pattern DRESS =
      Pattern.compile("\\s*(?:skinparam|scale|sprite|dpi)\\b.*", Pattern.CASE_INSENSITIVE);

  private DiagramText() {}

  /** The first line that may not stand there, and why. */
  static Optional<Drawing.Refused> refused(List<String> source) {
    if (source.stream().allMatch(String::isBlank)) {
      return Optional.of(
          new Drawing.Refused(0, "The diagram is empty.", "Draw something in it, or delete it."));
    }
    if (source.size() > MOST_LINES) {
      return Optional.of(
          new Drawing.Refused(
              0,
              "The diagram has more than " + MOST_LINES + " lines.",
              "Nobody reads that on a screen: show a part of it."));
    }
    for (int line = 1; line <= source.size(); line++) {
      Optional<Drawing.Refused> found = refused(source.get(line - 1), line);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Drawing.Refused> refused(String text, int line) {
    if (text.length() > LONGEST_LINE) {
      return no(
          line, "The line is longer than " + LONGEST_LINE + " characters.", "Say less in it.");
    }
    if (text.strip().startsWith("!") || FUNCTION.matcher(text).find()) {
      return no(
          line,
          "A diagram includes nothing and computes nothing.",
          "Write out what is to be seen: lines with '!' and functions with '%' are not read.");
    }
    if (text.strip().startsWith("@")) {
      return no(
          line,
          "Only what stands between @startuml and @enduml is written.",
          "Take the line out; other kinds of diagrams are not drawn.");
    }
    if (REFERENCE.matcher(text).find()) {
      return no(
          line,
          "A diagram loads nothing, links nowhere, and has no style of its own.",
          "Take it out: say it in words.");
    }
    if (DRESS.matcher(text).matches()) {
      return no(line, "All diagrams look alike, so this is not read.", "Take the line out.");
    }
    return Optional.empty();
  }

  private static Optional<Drawing.Refused> no(int line, String why, String remedy) {
    return Optional.of(new Drawing.Refused(line, why, remedy));
  }
}
