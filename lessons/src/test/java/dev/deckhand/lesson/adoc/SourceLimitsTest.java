package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files that ask for more work than they have letters. Each ends well before the compiler's own
 * bound, after which there would be a finding that the file takes too long.
 */
@ExtendWith(SharedCompilerExtension.class)
class SourceLimitsTest {

  private static final String STEP = "= T\n\n== S\n\n";
  private static final String POD = "apiVersion: v1\nkind: Pod\n";

  private final CompilerFixture compilerFixture;

  SourceLimitsTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @TestFactory
  Stream<DynamicTest> itEnds() {
    return Stream.of(
        ends("columns on one line", STEP + "[" + "cols".repeat(60_000)),
        ends(
            "columns in a paragraph", STEP + "[" + "cols111".repeat(2_200) + "]\n|===\n|a\n|===\n"),
        ends("cells on one line", STEP + "111.1*a".repeat(2_200)),
        ends("spaces in the header", "= T\n:web:" + " ".repeat(15_000) + "x\n\n== S\n\nx\n"),
        ends("an open quote over many lines", STEP + run("$ echo 'x\n" + "a\n\n".repeat(2_000))),
        ends("an open heredoc over many lines", STEP + run("$ cat <<EOF\n" + paragraphs(50_000))),
        ends("many marks that nobody knows", STEP + "[.hnit]\nx\n\n".repeat(some(1_400))),
        ends(
            "many numbers that no step names",
            STEP + check(POD + "x: [" + numbers(some(9_000)) + "]") + words()),
        ends("expressions behind aliases", STEP + check(POD + aliases())),
        ends("many expressions", STEP + check(POD + expressions(some(2_000)))),
        ends(
            "many checks",
            STEP
                + IntStream.range(0, some(900))
                    .mapToObj(n -> check(POD + "x: " + n))
                    .collect(Collectors.joining())),
        ends("open emphasis", STEP + "*_`#".repeat(some(3_900))),
        ends("open brackets", STEP + "[.a]#".repeat(some(3_100))),
        ends("open links", STEP + "link:[".repeat(some(2_600))),
        ends("open references", STEP + "<<a,".repeat(some(3_900))),
        ends("open macros", STEP + "footnote:[kbd:[".repeat(some(1_000))),
        ends("open passthroughs", STEP + "+++pass:c,q[".repeat(some(1_300))),
        ends("open references of characters", STEP + "&#x".repeat(5_000)),
        ends("tags that do not end", STEP + "pass:[" + "<a ".repeat(5_000) + "]"),
        ends("attributes of a block", STEP + "[" + "a=b,".repeat(3_900) + "]\nx\n"),
        ends("roles of a block", STEP + "[" + ".hint".repeat(some(3_100)) + "]\nx\n"),
        ends("quizzes", STEP + ".Q\n[.quiz]\n" + "* [x] a\n".repeat(some(1_700))),
        ends("terms", STEP + "a::\n".repeat(some(3_900))),
        ends("terms of many kinds", STEP + "a::\nb:::\nc::::\nd;;\n".repeat(some(700))),
        ends(
            "blocks in blocks",
            STEP
                + IntStream.range(4, 40)
                    .mapToObj(n -> "=".repeat(n) + "\n")
                    .collect(Collectors.joining())
                + "x\n"),
        ends("quotes in quotes", STEP + "> ".repeat(2_000) + "x\n"),
        ends("conditions", STEP + "ifdef::a[]\n\n".repeat(some(2_900))),
        ends(
            "cells of documents",
            STEP + "[cols=\"50*a\"]\n|===\n" + "|x\n\n".repeat(some(2_500)) + "|===\n"),
        ends("tables in tables", STEP + "|===\na|\n!===\na!\n|===\na|\n".repeat(some(300))),
        ends("requirements", "= T\n:requires: " + "a,".repeat(7_000) + "b\n\n== S\n\nx\n"));
  }

  /** A part of it in the build; all where there is time. */
  private static int some(int all) {
    return System.getProperty("fuzz.minutes") == null ? all / 10 : all;
  }

  private DynamicTest ends(String name, String text) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<String> findings =
              assertTimeoutPreemptively(
                  Duration.ofSeconds(50), () -> compilerFixture.findings(text));
          assertThat(findings).noneMatch(line -> line.contains("cannot be compiled"));
        });
  }

  private static String run(String lines) {
    return "[source.run,console]\n----\n" + lines + "\n----\n";
  }

  private static String check(String body) {
    return ".C\n[source.check,yaml]\n----\n" + body + "\n----\n\n";
  }

  private static String paragraphs(int lines) {
    return IntStream.range(0, lines)
        .mapToObj(n -> n % 5_000 == 0 ? "" : "x")
        .collect(Collectors.joining("\n"));
  }

  private static String numbers(int many) {
    return IntStream.range(0, many)
        .mapToObj(n -> Integer.toString(10_000 + n))
        .collect(Collectors.joining(", "));
  }

  private static String words() {
    return "[source.solution,shell]\n----\nls\n----\n\n"
        + "10000000 words here.\n\n".repeat(some(2_800));
  }

  private static String expressions(int many) {
    return IntStream.range(0, many)
        .mapToObj(n -> "(self.a%d == 1): true\n".formatted(n))
        .collect(Collectors.joining());
  }

  private static String aliases() {
    var text = new StringBuilder("a0: &a0\n");
    expressions(some(1_000)).lines().forEach(line -> text.append("  ").append(line).append('\n'));
    for (int i = 1; i < 5; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(4)));
    }
    return text.toString();
  }
}
