package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Verdict;
import dev.deckhand.session.Display;
import dev.deckhand.session.StepProgress;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.lesson.DisplayRenderer;
import dev.deckhand.shell.view.lesson.VerdictView;
import dev.deckhand.shell.view.prompt.Prompt;
import dev.deckhand.shell.view.prose.CodeRenderer;
import dev.deckhand.shell.view.prose.ColumnWidths;
import dev.deckhand.shell.view.prose.CommandLineSplitter;
import dev.deckhand.shell.view.report.AmountFormatter;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallViewsTest {

  private final RenderContext context = new RenderContext(Theme.dark(), TextBundle.english(), 80);

  @Test
  void thePromptIsShortWhereTheTerminalIsNarrow() {
    assertThat(new Prompt(context).inStep("deployments", 2, 5, false))
        .hasToString("deployments 2/5 $ ");
    var narrow =
        new Prompt(context.withColumns(40)).inStep("a-lesson-with-a-long-name", 12, 15, false);
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
    assertThat(new AmountFormatter(context).amount(done, total, unit)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"40, 0.0 s", "1740, 1.7 s", "9990, 9 s", "12400, 12 s", "80000, 1 min 20 s"})
  void durationsAreShort(long millis, String said) {
    assertThat(AmountFormatter.duration(Duration.ofMillis(millis))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"40", "60", "80", "200"})
  void aStepUnderWayFitsOnOneLine(int columns) {
    var stage =
        new BootProgressView.Stage(
            "Put nginx into it ".repeat(9), Duration.ofHours(1), 1, 1_000_000, "bytes");
    assertThat(new BootProgressView(context.withColumns(columns)).running(stage, -1).columnLength())
        .isLessThan(columns);
  }

  @Test
  void moreDoneThanThereIsDoesNotOverflowTheBar() {
    var stage = new BootProgressView.Stage("Fetch", Duration.ZERO, 90, 50, "bytes");
    assertThat(new BootProgressView(context).running(stage, 0).toString()).contains("━".repeat(16));
  }

  @Test
  void aLineOfJavaIsNotContinuedWithTheShellsBackslash() {
    String line =
        "docker.listContainersCmd().withShowAll(true).exec().stream() .count() .toString()";
    assertThat(new CodeRenderer(context).commands(List.of("java", line, "/exit", "ls"), 40))
        .extracting(AttributedString::toString)
        .containsExactly("┃ $ java", "┃ java> " + line, "┃ java> /exit", "┃ $ ls");
  }

  @Test
  void aCommandIsContinuedOnlyBetweenArguments() {
    assertThat(CommandLineSplitter.of("a 'b c' \"d e\" f\\ g $(h i) # j k"))
        .containsExactly("a", "'b c'", "\"d e\"", "f\\ g", "$(h", "i)", "# j k");
  }

  @Test
  void hiddenChecksAreNotShown() {
    var checks = SampleBlocks.step().checks();
    assertThat(new VerdictView(context).checklist(checks, Map.of()))
        .extracting(AttributedString::toString)
        .containsExactly(
            "○ to do  A Pod that was not there before is running",
            "○ to do  You deleted a Pod, not the Deployment");
  }

  @Test
  void whatHoldsIsToldOnceUnlessTheLearnerAsks() {
    var finding = new Verdict.Finding("Pod \"b\"", "phase", "Pending", "Running", List.of());
    var held = AllDisplays.state(SampleBlocks.goal("2.1", "One is there"), new Verdict.Passed());
    var open =
        AllDisplays.state(
            SampleBlocks.goal("2.2", "The other too"), new Verdict.Failed(List.of(finding)));
    var work = AllDisplays.work(SampleBlocks.step(), held, open);

    assertThat(standing(work, false)).doesNotContain("One is there").contains("The other too");
    assertThat(standing(work, true)).contains("One is there", "The other too");
  }

  private String standing(StepProgress work, boolean all) {
    var checkReport = new Display.CheckReport(SampleBlocks.lesson(), work, Map.of(), all);
    return new DisplayRenderer(context).render(checkReport, AllDisplays.AROUND).toString();
  }

  @Test
  void anUnknownWidthIsEighty() {
    assertThat(context.withColumns(0).columns()).isEqualTo(80);
    assertThat(context.withColumns(3).columns()).isEqualTo(20);
  }

  @Test
  void columnsGiveWayToTheWidestFirst() {
    assertThat(ColumnWidths.fit(List.of(10, 40, 20), 50, 12)).containsExactly(10, 20, 20);
    assertThat(ColumnWidths.fit(List.of(30, 30), 20, 12)).isEmpty();
  }

  @Test
  void theCatalogueSaysWhichLessonsThisMachinesLabCannotRun() {
    var course = SampleBlocks.courses().getFirst();
    var around =
        new DisplayContext(
            List.of(course),
            Map::of,
            () -> Map.of(course.lessons().getFirst().id(), "Its lab has Kubernetes 1.20."),
            "notes",
            "attic");
    var view = new DisplayRenderer(new RenderContext(Theme.plain(), TextBundle.english(), 200));

    assertThat(view.render(new Display.LessonCatalogue(), around))
        .extracting(Object::toString)
        .anyMatch(line ->
            line.contains(
                course.lessons().getFirst().id()
                    + " can't be taken here. Its lab has Kubernetes 1.20."));
  }

  @Test
  void whatTheCatalogueNeedsIsAskedForItAlone() {
    var counted = new AtomicInteger();
    var asked = new AtomicInteger();
    var around =
        new DisplayContext(
            List.of(),
            () -> {
              counted.incrementAndGet();
              return Map.of();
            },
            () -> {
              asked.incrementAndGet();
              return Map.of();
            },
            "notes",
            "attic");
    var view = new DisplayRenderer(new RenderContext(Theme.plain(), TextBundle.english(), 80));

    AllDisplays.displays().forEach(display -> view.render(display, around));

    assertThat(counted).as("reading the whole journal takes time").hasValue(1);
    assertThat(asked).as("an engine may take seconds to answer").hasValue(1);
  }
}
