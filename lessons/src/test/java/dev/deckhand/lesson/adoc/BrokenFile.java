package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.lint.Finding;
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
record BrokenFile(Path path) {

  private static final Pattern LINE =
      Pattern.compile("// expect (?<where>.+?) (?<severity>error|warning): (?<words>.*)");

  /**
   * What is to be found.
   *
   * @param where a line of the file; for a course its file and line
   */
  record Expected(String where, String severity, String words) {

    boolean isMetBy(Finding finding) {
      return BrokenFile.severity(finding).equals(severity)
          && whereOf(finding).endsWith(where)
          && text(finding).contains(words);
    }

    private static String whereOf(Finding finding) {
      return "/" + finding.place().file() + ":" + finding.place().line();
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
            .map(BrokenFile::read)
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
  void write(List<Finding> findings) throws IOException {
    boolean isFile = Files.isRegularFile(path);
    String lines =
        findings.stream()
            .map(finding ->
                "// expect %s %s: %s\n"
                    .formatted(
                        isFile
                            ? finding.place().line()
                            : finding.place().file() + ":" + finding.place().line(),
                        severity(finding),
                        text(finding)))
            .collect(Collectors.joining());
    Files.writeString(beside(), lines);
  }

  private Path beside() {
    return path.resolveSibling(path.getFileName() + ".expect");
  }

  static String text(Finding finding) {
    return finding.message() + " " + finding.remedy();
  }

  private static String severity(Finding finding) {
    return finding.isError() ? "error" : "warning";
  }

  @Override
  public String toString() {
    return BrokenLessonsTest.BROKEN.relativize(path).toString();
  }
}
