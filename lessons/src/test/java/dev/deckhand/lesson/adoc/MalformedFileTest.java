package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedCompilerExtension.class)
class MalformedFileTest {

  private static final String HEAD = "= T\n\n== S\n\n";

  private final CompilerFixture compilerFixture;

  MalformedFileTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include::/etc/passwd[]",
        "include::../../secrets.adoc[tag=x]",
        "include::https://example.org/x.adoc[]",
        "include::{dir}/x.adoc[]"
      })
  void noOtherFileIsRead(String include) throws IOException {
    assertThat(compilerFixture.findingsInStep("\n" + include + "\n"))
        .containsExactly(
            "3: A lesson is one file: include:: is not read."
                + " Copy what is needed; write \\include:: to show the word itself.");
  }

  @Test
  void anEscapedIncludeIsText() throws IOException {
    assertThat(plain(HEAD + "\\include::x.adoc[]\n")).isEqualTo("include::x.adoc[]");
  }

  @Test
  void macrosReachNeitherTheMachineNorTheTerminal() throws IOException {
    assertThat(plain(HEAD + "A {sys:user.home} {env:HOME} {user-home} &#27;[31m &#x1b; &#0; b\n"))
        .isEqualTo("A {sys:user.home} {env:HOME} . &#27;[31m &#x1b; &#0; b");
  }

  @Test
  void controlCharactersAreRefused() throws IOException {
    assertThat(compilerFixture.findingsInStep("\na\u0000b\n"))
        .containsExactly(
            "3: There is a control character (U+0000). Delete it: a lesson is plain text.");
    assertThat(compilerFixture.findingsInStep("\n\u001b[31m\n")).hasSize(1);
    assertThat(compilerFixture.findingsInStep("\n<\u0001strong>x<\u0001/>\n")).hasSize(1);
  }

  @Test
  void conditionsSeeNothingOfTheMachine() throws IOException {
    String text = "ifeval::[\"{sys:user.home}\" != \"\"]\nyes\nendif::[]\nifeval::[x\n";
    assertThat(compilerFixture.compile(HEAD + text + "\nend\n").lesson()).isNotNull();
  }

  @Test
  void deepListsAreRefusedOrBounded() throws IOException {
    String stars =
        IntStream.rangeClosed(1, 300)
            .mapToObj(n -> "*".repeat(n) + " x\n")
            .collect(Collectors.joining());
    assertThat(compilerFixture.findingsInStep("\n" + stars))
        .contains("10: This list is nested too deep. Stay within three levels.");
    String mixed =
        "* a\n- b\n. c\n** d\n.. e\n*** f\n... g\n**** h\n.... i\n***** j\n..... k\nx:: l\n";
    assertThat(compilerFixture.findingsInStep("\n" + mixed + "****** m\n...... n\n"))
        .contains("15: This is nested too deep to be shown. Stay within 12 levels.");
  }

  @Test
  void tenThousandListsAreRefused() throws IOException {
    assertThat(compilerFixture.findings(HEAD + "* a\n** b\n\n'''\n\n".repeat(10_000)))
        .containsExactly("7502: There are more than 3,000 empty lines. Split the lesson.");
  }

  @Test
  void attributesThatMultiplyStayBounded() throws IOException {
    String bomb =
        "= T\n:a0: xxxxxxxxxx\n"
            + IntStream.range(1, 30)
                .mapToObj(n -> ":a%d: %s\n".formatted(n, "{a%d}".formatted(n - 1).repeat(10)))
                .collect(Collectors.joining());
    CompiledLesson compiled = compilerFixture.compile(bomb + "\n== S\n\n{a29}\n");
    assertThat(CompilerFixture.lesson(compiled).steps()).hasSize(1);
    assertThat(
            compilerFixture.findings(
                bomb + "\n== S\n\n" + "{a29}\n{a29}\n{a29}\n{a29}\n\n".repeat(2_600)))
        .anyMatch(line -> line.contains("There are more than 10,000 braces."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[cols=\"100000*\"]\n|===\n|a\n|===\n",
        "|===\n1000000*|a\n|===\n",
        "|===\n|x 1000000.2+^|a\n|===\n"
      })
  void tablesThatMultiplyAreRefused(String table) throws IOException {
    assertThat(compilerFixture.findingsInStep("\n" + table))
        .anyMatch(line -> line.contains("A table is told to repeat"));
  }

  @Test
  void hugeTablesAreRefused() throws IOException {
    assertThat(compilerFixture.findingsInStep("\n|===\n" + "|a |b\n\n".repeat(600) + "|===\n"))
        .containsExactly("3: This table has more than 500 rows. Show fewer.");
  }

  @Test
  void hugeFilesHeadingsAndParagraphsAreRefused() throws IOException {
    assertThat(compilerFixture.findings(HEAD + "word ".repeat(60_000)))
        .containsExactly(
            "0: The file has more than 256 KiB. Split the lesson: one takes 10 to 20 minutes.");
    assertThat(compilerFixture.findings("= T\n\n" + "== S\n\nx\n\n".repeat(400)))
        .containsExactly("1199: There are more than 300 headings. Split the lesson.");
    assertThat(compilerFixture.findingsInStep("\n" + "*_`".repeat(10_000) + "\n"))
        .anyMatch(line -> line.contains("There are 16,000 characters without an empty line."));
  }

  @Test
  void wideFencesAreRefused() throws IOException {
    assertThat(
            compilerFixture.findingsInStep("\n" + "=".repeat(60) + "\nx\n" + "=".repeat(60) + "\n"))
        .allMatch(line -> line.contains("This delimiter has more than 40 characters."));
  }

  @Test
  void whatIsNotUtf8SaysWhere() throws IOException {
    assertThat(
            compilerFixture
                .compile(new byte[] {'=', ' ', 'T', '\n', '\n', (byte) 0xE9, '\n'})
                .findings())
        .singleElement()
        .satisfies(lintFinding -> {
          assertThat(lintFinding.place().line()).isEqualTo(3);
          assertThat(lintFinding.message()).isEqualTo("The file is not UTF-8.");
        });
  }

  @Test
  void aByteOrderMarkIsNoError() throws IOException {
    assertThat(CompilerFixture.lesson(compilerFixture.compile("\uFEFF" + HEAD + "x\n")).title())
        .isEqualTo("T");
  }

  @Test
  void headersCannotLoosenTheReading() throws IOException {
    String header = "= T\n:backend: html5\n:doctype: book\n:safe-mode-level: 0\n:allow-uri-read:\n";
    CompiledLesson compiled = compilerFixture.compile(header + "\n== S\n\nA *b*.\n");
    assertThat(CompilerFixture.lesson(compiled).steps().getFirst().prose())
        .containsExactly(
            new Block.Paragraph(
                java.util.List.of(
                    new Inline.Words("A "),
                    new Inline.Strong(java.util.List.of(new Inline.Words("b"))),
                    new Inline.Words("."))));
  }

  @Test
  void whatIsNoFileIsSaid() {
    assertThat(compilerFixture.compiler().compileLesson(Path.of("no-such.adoc")).findings())
        .singleElement()
        .hasToString(
            "LintFinding[place=no-such.adoc, severity=ERROR, message=The file does not exist.,"
                + " remedy=Check its name.]");
    assertThat(compilerFixture.compiler().compileLesson(Path.of(".")).findings()).hasSize(1);
  }

  private String plain(String text) throws IOException {
    Step step = CompilerFixture.lesson(compilerFixture.compile(text)).steps().getFirst();
    return Inline.plainText(((Block.Paragraph) step.prose().getFirst()).content());
  }
}
