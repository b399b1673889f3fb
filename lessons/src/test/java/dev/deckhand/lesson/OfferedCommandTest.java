package dev.deckhand.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedCommandTest {

  @Test
  void whatStandsBehindJavaIsTypedAtItsPrompt() {
    assertThat(prompted("ls", "java", "int x = 1;", "f(\nx)", "/exit", "pwd"))
        .containsExactly(
            "$ ls", "$ java", "java> int x = 1;", "java> f(", "> x)", "java> /exit", "$ pwd");
  }

  @Test
  void javaLastsToTheEndWhereNothingEndsIt() {
    assertThat(prompted("java", "int x = 1;", "x")).endsWith("java> int x = 1;", "java> x");
    assertThat(prompted("x")).containsExactly("$ x");
  }

  @Test
  void anEntryThatHoldsJavaIsTakenApart() {
    assertThat(
            prompted(
                CommandFormat.write(
                    new SessionCommand.Java("int x = f(\n1);\nx *\n  y\nclass A {\n}")),
                "ls"))
        .containsExactly(
            "$ java",
            "java> int x = f(",
            "> 1);",
            "java> x *",
            ">   y",
            "java> class A {",
            "> }",
            "java> /exit",
            "$ ls");
  }

  @Test
  void otherCommandsThatBeginWithTheWordDoNotOpenIt() {
    assertThat(prompted("java -version", "/exit", "ls"))
        .containsExactly("$ java -version", "$ /exit", "$ ls");
  }

  @Test
  void onlyTheLinesInAndOutAreDoors() {
    assertThat(
            OfferedCommand.of(List.of("/exit", "java", "java", "/exit")).stream()
                .map(OfferedCommand::isJshellBoundary))
        .containsExactly(false, true, false, true);
  }

  private static List<String> prompted(String... entries) {
    return OfferedCommand.of(List.of(entries)).stream()
        .flatMap(offeredCommand -> offeredCommand.linesWithPrompts().stream())
        .toList();
  }
}
