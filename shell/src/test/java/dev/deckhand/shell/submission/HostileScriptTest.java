package dev.deckhand.shell.submission;

import static dev.deckhand.shell.submission.SubmittedWorkTest.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that are made to keep a reader busy; each is read, or left out, at once. */
class HostileScriptTest {

  private static final int BYTES = 128 * 1024;

  static Stream<String> scripts() {
    return Stream.of(
            "$(",
            "`",
            "((",
            "{ ",
            "[[ ",
            "if ",
            "case x in ",
            "\"$(",
            "'",
            "\\",
            "<<E ",
            "<<E\n",
            "java\n",
            "java\n{\n",
            "answer x\n",
            "# x\n",
            "a=(",
            "${a:-",
            "$((",
            "x|",
            "x&&",
            "f(){",
            "\u0000",
            "\t",
            ";",
            "next\n",
            "for i in a; do ",
            "a\\\n",
            "/*\n",
            "\"\"\"\n")
        .flatMap(part ->
            Stream.of(
                part.repeat(BYTES / part.length()),
                (part + "\n").repeat(1900),
                "java\n" + part.repeat(1900)));
  }

  static Stream<String> lines() {
    return Stream.of(
        "choose 1" + ",1".repeat(60_000),
        "answer " + "1: ".repeat(40_000),
        "set" + " a".repeat(60_000),
        "set -" + "e".repeat(120_000) + "!",
        "exit " + "1".repeat(120_000),
        "edit " + "'".repeat(120_000),
        "explain " + "a.".repeat(60_000),
        "a/".repeat(60_000),
        "FOO=".repeat(30_000));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLongLineIsRead(String line) {
    SubmittedWork work = work(LessonSamples.docker(), Map.of("step-3.sh", line));
    assertThat(work.remarks()).hasSizeLessThanOrEqualTo(51);
    assertThat(work.files()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theScriptIsRead(String script) {
    SubmittedWork work = work(LessonSamples.docker(), Map.of("submission.sh", script));
    assertThat(work.remarks()).hasSizeLessThanOrEqualTo(51);
    assertThat(work.files()).isEmpty();
  }
}
