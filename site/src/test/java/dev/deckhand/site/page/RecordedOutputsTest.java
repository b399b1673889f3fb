package dev.deckhand.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.RenderedPageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RecordedOutputsTest {

  private final List<RecordedOutput.RecordedCommand> printed = new ArrayList<>();

  @Test
  void outputStandsBelowItsCommandWithALabel() {
    print("docker ps", 0, "NAMES\nboat\n");
    assertThat(page("docker ps", "docker images"))
        .containsSubsequence("$ docker ps", "Output", "NAMES", "boat", "$ docker images");
  }

  @Test
  void commandsWithoutOutputStayTogether() {
    assertThat(page("a", "b")).contains("$ a\n$ b").doesNotContain("Output\n");
    print("a", 0, " \n");
    assertThat(page("a", "b")).contains("$ a\n$ b").doesNotContain("Output\n");
  }

  @Test
  void theSameCommandAgainHasWhatItPrintedThen() {
    print("docker ps", 0, "first");
    print("docker ps", 0, "second");
    assertThat(page("docker ps", "docker stop boat", "docker ps"))
        .containsSubsequence("first", "$ docker stop boat", "$ docker ps", "second");
  }

  @Test
  void whatFailedAndWhatWentOnSayIt() {
    print("a", 127, "not found");
    print("b", 130, "tick");
    assertThat(page("a", "b"))
        .containsSubsequence("Output, exit code 127", "not found", "Output, until Ctrl-C");
  }

  @Test
  void anotherStepsOutputIsNotShown() {
    printed.add(new RecordedOutput.RecordedCommand("Another step", "a", 0, "elsewhere"));
    assertThat(page("a")).doesNotContain("elsewhere");
  }

  @Test
  void longOutputIsFolded() {
    String many =
        IntStream.rangeClosed(1, 40).mapToObj(i -> "line" + i).collect(Collectors.joining("\n"));
    print("a", 0, many);
    assertThat(page("a")).contains("Output, 40 lines", "line1", "line20", "line40");
  }

  @Test
  void outputIsNoAsciiDoc() {
    print("a", 0, "....\n= Title\ninclude::x[]\n\u001b[31mred\u001b[0m");
    assertThat(page("a")).contains("....", "= Title", "include::x[]", "red");
  }

  @Test
  void snippetsOfJavaStandAtItsPrompt() {
    print("docker.pingCmd().exec()", 0, "$1 ==> null");
    assertThat(page("java", "docker.pingCmd().exec()", "/exit", "ls"))
        .containsSubsequence(
            "$ java", "java> docker.pingCmd().exec()", "$1 ==> null", "java> /exit", "$ ls");
  }

  private void print(String command, int exitCode, String output) {
    printed.add(new RecordedOutput.RecordedCommand("S", command, exitCode, output));
  }

  private String page(String... commands) {
    Step step = CourseFixtures.step(1, "S", "words", commands);
    return Jsoup.parse(
            RenderedPageText.body(
                LessonPage.of(
                    CourseFixtures.lesson("c/l", step),
                    new RecordedOutput(printed),
                    _ -> Optional.empty())))
        .wholeText();
  }
}
