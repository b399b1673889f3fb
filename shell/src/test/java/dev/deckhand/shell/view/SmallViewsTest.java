package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Verdict;
import dev.deckhand.session.Scene;
import dev.deckhand.session.StepWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallViewsTest {

  private final Look look = new Look(Theme.dark(), Words.english(), 80);

  @Test
  void thePromptIsShortWhereTheTerminalIsNarrow() {
    assertThat(new Prompt(look).inStep("deployments", 2, 5, false))
        .hasToString("deployments 2/5 $ ");
    var narrow = new Prompt(look.at(40)).inStep("a-lesson-with-a-long-name", 12, 15, false);
    assertThat(narrow.columnLength()).isLessThanOrEqualTo(17);
    assertThat(narrow.toString()).endsWith("… 12/15 $ ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, bytes, 0 bytes",
    "999, 0, bytes, 999 bytes",
    "12345678, 48000000, bytes, 12.3 of 48.0 MB",
    "0, 48000000, bytes, 0.0 of 48.0 MB",
    "2, 5, images, 2 of 5 images",
    "7, 0, objects, 7 objects"
  })
  void sizesAreShort(long done, long total, String unit, String said) {
    assertThat(new Amounts(look).amount(done, total, unit)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"40, 0.0 s", "1740, 1.7 s", "9990, 9 s", "12400, 12 s", "80000, 1 min 20 s"})
  void durationsAreShort(long millis, String said) {
    assertThat(Amounts.took(Duration.ofMillis(millis))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"40", "60", "80", "200"})
  void aStepUnderWayFitsOnOneLine(int columns) {
    var stage =
        new Boot.Stage("Put nginx into it ".repeat(9), Duration.ofHours(1), 1, 1_000_000, "bytes");
    assertThat(new Boot(look.at(columns)).live(stage, -1).columnLength()).isLessThan(columns);
  }

  @Test
  void moreDoneThanThereIsDoesNotOverflowTheBar() {
    var stage = new Boot.Stage("Fetch", Duration.ZERO, 90, 50, "bytes");
    assertThat(new Boot(look).live(stage, 0).toString()).contains("━".repeat(16));
  }

  @Test
  void aLineOfJavaIsNotContinuedWithTheShellsBackslash() {
    String line =
        "docker.listContainersCmd().withShowAll(true).exec().stream() .count() .toString()";
    assertThat(new Sources(look).run(List.of("java", line, "/exit", "ls"), 40))
        .extracting(AttributedString::toString)
        .containsExactly("┃ $ java", "┃ java> " + line, "┃ java> /exit", "┃ $ ls");
  }

  @Test
  void aCommandIsContinuedOnlyBetweenArguments() {
    assertThat(Arguments.of("a 'b c' \"d e\" f\\ g $(h i) # j k"))
        .containsExactly("a", "'b c'", "\"d e\"", "f\\ g", "$(h", "i)", "# j k");
  }

  @Test
  void hiddenChecksAreNotShown() {
    var checks = Samples.step().checks();
    assertThat(new Verdicts(look).checklist(checks, Map.of()))
        .extracting(AttributedString::toString)
        .containsExactly(
            "○ to do  A Pod that was not there before is running",
            "○ to do  You deleted a Pod, not the Deployment");
  }

  @Test
  void whatHoldsIsToldOnceUnlessTheLearnerAsks() {
    var finding = new Verdict.Finding("Pod \"b\"", "phase", "Pending", "Running", List.of());
    var held = EveryScene.state(Samples.goal("2.1", "One is there"), new Verdict.Passed());
    var open =
        EveryScene.state(
            Samples.goal("2.2", "The other too"), new Verdict.Failed(List.of(finding)));
    var work = EveryScene.work(Samples.step(), held, open);

    assertThat(standing(work, false)).doesNotContain("One is there").contains("The other too");
    assertThat(standing(work, true)).contains("One is there", "The other too");
  }

  private String standing(StepWork work, boolean all) {
    var scene = new Scene.Standing(Samples.lesson(), work, Map.of(), all);
    return new SceneView(look).draw(scene, EveryScene.AROUND).toString();
  }

  @Test
  void anUnknownWidthIsEighty() {
    assertThat(look.at(0).columns()).isEqualTo(80);
    assertThat(look.at(3).columns()).isEqualTo(20);
  }

  @Test
  void columnsGiveWayToTheWidestFirst() {
    assertThat(Widths.fit(List.of(10, 40, 20), 50, 12)).containsExactly(10, 20, 20);
    assertThat(Widths.fit(List.of(30, 30), 20, 12)).isEmpty();
  }
}
