package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.lint.LintFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lesson that is broken on purpose, and says itself what is to be found in it: {@code // expect
 * 12 error: words of the message or the remedy}, in comments at its end. Where a comment would
 * change what is tested, the same lines stand in a file beside it, {@code NAME.expect}.
 */
record ExpectedFindingsFile(Path path) {

  private static final Pattern LINE =
      Pattern.compile("// expect (?<where>.+?) (?<severity>error|warning): (?<words>.*)");

  /**
   * What is to be found.
   *
   * @param where a line of the file; for a course its file and line
   */
  record Expected(String where, String severity, String words) {

    boolean isMetBy(LintFinding lintFinding) {
      return ExpectedFindingsFile.severity(lintFinding).equals(severity)
          && whereOf(lintFinding).endsWith(where)
          && text(lintFinding).contains(words);
    }

    private static String whereOf(LintFinding lintFinding) {
      return "/" + lintFinding.place().file() + ":" + lintFinding.place().line();
    }
  }

  List<Expected> expected() throws IOException {
    var expected = new ArrayList<Expected>();
    for (Path source : List.of(path, beside())) {
      if (Files.isRegularFile(source)) {
        // bytes as they come: a file may be broken as a text too
        String text = Files.readString(source, StandardCharsets.ISO_8859_1);
        text.lines()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(ExpectedFindingsFile::read)
            .forEach(expected::add);
      }
    }
    return expected;
  }

  private static Expected read(Matcher line) {
    boolean alone = line.group("where").matches("\\d+");
    byte[] words = line.group("words").getBytes(StandardCharsets.ISO_8859_1);
    return new Expected(
        alone ? ":" + line.group("where") : "/" + line.group("where"),
        line.group("severity"),
        new String(words, StandardCharsets.UTF_8));
  }

  /** Writes down what is found now, where the file says nothing yet. */
  void write(List<LintFinding> lintFindings) throws IOException {
    boolean isFile = Files.isRegularFile(path);
    String lines =
        lintFindings.stream()
            .map(lintFinding ->
                "// expect %s %s: %s\n"
                    .formatted(
                        isFile
                            ? lintFinding.place().line()
                            : lintFinding.place().file() + ":" + lintFinding.place().line(),
                        severity(lintFinding),
                        text(lintFinding)))
            .collect(Collectors.joining());
    Files.writeString(beside(), lines);
  }

  private Path beside() {
    return path.resolveSibling(path.getFileName() + ".expect");
  }

  static String text(LintFinding lintFinding) {
    return lintFinding.message() + " " + lintFinding.remedy();
  }

  private static String severity(LintFinding lintFinding) {
    return lintFinding.isError() ? "error" : "warning";
  }

  @Override
  public String toString() {
    return BrokenLessonTest.BROKEN.relativize(path).toString();
  }
}
