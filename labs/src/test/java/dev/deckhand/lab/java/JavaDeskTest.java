package dev.deckhand.lab.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaCodeAssist.Completions;
import dev.deckhand.lab.JavaCodeAssist.Description;
import dev.deckhand.lab.start.RealLabsExtension;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor of lines is told. */
class JavaDeskTest {

  private static JavaLab lab;

  @BeforeAll
  static void begin() {
    // not when the class is loaded: a test that is run again needs another one
    lab = new JavaLab(RealLabsExtension.newSessionFolder(), Map.of(), Map.of(), Set.of());
    assertThat(lab.codeAssist().isComplete("int x = 1;")).as("before Java runs").isEmpty();
    run("var boats = new ArrayList<String>();\nint crew = 12;\nint twice(int n) { return 2 * n; }");
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static CommandResult run(String source) {
    return lab.run(source, Console.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "int x = 1;          | true",
        "1 + 1               | true",
        "void go() {         | false",
        "List.of(            | false",
        "int a = 1; class B {| false",
        "1 +                 | false",
        "int x = = 3;        | true",
      })
  void tellsAWholeFromAPart(String source, boolean whole) {
    assertThat(lab.codeAssist().isComplete(source)).contains(whole);
  }

  @Test
  void completesMembersAndVariables() {
    assertThat(lab.codeAssist().completions("boats.ad", 8).orElseThrow())
        .isEqualTo(
            new Completions(6, java.util.List.of("add(", "addAll(", "addFirst(", "addLast(")));
    assertThat(lab.codeAssist().completions("cre", 3).orElseThrow().candidates()).contains("crew");
  }

  @Test
  void whatFitsTheTypeIsOfferedAlone() {
    assertThat(lab.codeAssist().completions("int y = cre", 11).orElseThrow().candidates())
        .containsExactly("crew");
  }

  @Test
  void documentsAMethod() {
    assertThat(lab.codeAssist().documentation("boats.addFirst(", 15).orElseThrow())
        .extracting(Description::signature)
        .containsExactly("void ArrayList<E>.addFirst(E element)");
  }

  @Test
  void listsWhatThereIs() {
    assertThat(run("/vars").output()).isEqualTo("ArrayList<String> boats = []\nint crew = 12");
    assertThat(run("/methods").output()).isEqualTo("int twice(int)");
    assertThat(run("/imports").output()).contains("import java.util.*");
    assertThat(run("/list").output()).contains(" : var boats").doesNotContain("Guard");
    assertThat(lab.codeAssist().variables().orElseThrow())
        .containsExactlyInAnyOrder("boats", "crew");
  }

  @Test
  void aCommandThatIsNoneIsSaid() {
    CommandResult result = run("/frobnicate");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .isEqualTo("There is no /frobnicate here. /help says what there is.");
  }

  @Test
  void aCommentIsNoCommand() {
    assertThat(run("// nothing\n/* here */").exitCode()).isZero();
  }

  @Test
  void anErrorShowsItsPlace() {
    assertThat(run("int x =\n  \"one\";").output())
        .isEqualTo(
            """
            Error: incompatible types: java.lang.String cannot be converted to int
                "one";
                ^^^^^\
            """);
  }

  @Test
  void anExceptionSaysWhatWhereAndWhy() {
    assertThat(
            run("throw new IllegalStateException(\"no wind\", new Exception(\"calm\"));").output())
        .startsWith("Exception java.lang.IllegalStateException: no wind\n  at snippet #")
        .contains("by Exception java.lang.Exception: calm");
  }
}
