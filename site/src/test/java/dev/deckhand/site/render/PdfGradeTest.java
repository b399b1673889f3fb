package dev.deckhand.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.GradeFixtures;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.grade.LearnerGradeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfGradeTest {

  private final AsciidoctorRenderers renderers =
      new AsciidoctorRenderers(new SystemFonts(List::of));
  @TempDir private Path folder;

  @AfterAll
  void stop() {
    renderers.close();
  }

  @Test
  void aPrintedGradeSaysTheSameAsThePage() throws IOException {
    String text = print(GradeFixtures.mixed("grace"), "deployment.apps/web created");

    assertThat(text)
        .contains(
            "Deployments: many Pods from one template",
            "3 of 11 points",
            "Not solved. 0 of 3 points.",
            "Where: Deployment \"web\": spec.replicas",
            "Expected: 3",
            "Found: 2",
            "Why: Pod web-7d9 can’t be placed",
            "1 hidden check",
            "Taken off: 10 percent for 2 hints",
            "deployment.apps/web created",
            "The file __MACOSX/._web.yaml is left out.");
    assertThat(print(GradeFixtures.undecided("linus"), ""))
        .contains("This grade isn’t complete.", "3.8 + ?");
  }

  @Test
  void theSameGradeGivesTheSameFile() throws IOException {
    Path first = file(GradeFixtures.mixed("grace"), "x", "first.pdf");
    Path second = file(GradeFixtures.mixed("grace"), "x", "second.pdf");

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void whateverTheTextsAreTheyArePrinted() throws IOException {
    String text = print(hostile(HostileTexts.ALL), String.join("\n", HostileTexts.ALL));

    assertThat(text).contains("How the points come about", "About this grade", "Total");
    for (int number = 1; number <= HostileTexts.ALL.size(); number++) {
      assertThat(text).contains("Step " + number + ": ");
    }
    assertThat(text).doesNotContain("root:", "{empty}");
  }

  /** One grade, since each document takes a second. */
  private static Grade hostile(List<String> texts) {
    var steps = new ArrayList<StepGrade>();
    for (String text : texts) {
      StepGrade one = GradeFixtures.hostile(text).steps().getFirst();
      steps.add(new StepGrade(steps.size() + 1, text, one.tasks(), one.remarks()));
    }
    return new Grade(
        LessonId.of("a/b"),
        String.join(" ", texts),
        String.join(" ", texts),
        steps,
        texts.stream().map(text -> new Deduction(text, 1)).toList(),
        texts);
  }

  private String print(Grade grade, String printed) throws IOException {
    try (var pdf = Loader.loadPDF(file(grade, printed, "grade.pdf").toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private Path file(Grade grade, String printed, String name) throws IOException {
    Path file = folder.resolve(name);
    renderers
        .pdf()
        .render(
            LearnerGradeDocument.of(grade, GradeFixtures.facts(printed)),
            _ -> Optional.empty(),
            file,
            (_, _) -> {});
    assertThat(Files.size(file)).isPositive();
    return file;
  }
}
