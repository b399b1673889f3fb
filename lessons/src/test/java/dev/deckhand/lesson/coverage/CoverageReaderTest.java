package dev.deckhand.lesson.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.CourseCoverage.StepReference;
import dev.deckhand.lesson.coverage.CourseCoverage.TopicKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageReaderTest {

  private static final LessonId SAIL = LessonId.of("boats/sail");

  @Test
  void whatIsRightIsReadWithStepsByTitleAndByNumber() {
    CoverageReader.Result result = CoverageFixture.whole();
    assertThat(result.findings()).isEmpty();
    assertThat(result.coverage())
        .isEqualTo(
            new CourseCoverage(
                List.of(SAIL, LessonId.of("boats/row"), LessonId.of("boats/steer")),
                List.of(
                    new CourseCoverage.SourceText(
                        "book",
                        "A book",
                        List.of(
                            new CourseCoverage.Topic(
                                TopicKind.SYSTEM,
                                "Sail",
                                List.of(new StepReference(SAIL, 1, "Up")),
                                List.of(),
                                new SourcePosition("c.yaml", 7)),
                            new CourseCoverage.Topic(
                                TopicKind.CONCEPT,
                                "Rowing",
                                List.of(new StepReference(LessonId.of("boats/row"), 2, "Right")),
                                List.of(),
                                new SourcePosition("c.yaml", 9)))))));
  }

  @Test
  void aTitleWithAColonNeedsQuotes() {
    assertThat(topics("boats/sail#Up", "\n          - \"boats/sail#Down: and again\""))
        .first()
        .extracting(CourseCoverage.Topic::steps)
        .isEqualTo(List.of(new StepReference(SAIL, 2, "Down: and again")));
    assertThat(
            CoverageFixture.findings("boats/sail#Up", "\n          - boats/sail#Down: and again"))
        .contains(
            "c.yaml:9: Here should be a word or a line."
                + " Write it, in quotes if it has \": \" in it.");
  }

  @Test
  void anApostropheIsFoundAsItIsTyped() {
    assertThat(topics("boats/row#2", "boats/row#Nobody's turn"))
        .last()
        .extracting(CourseCoverage.Topic::steps)
        .isEqualTo(List.of(new StepReference(LessonId.of("boats/row"), 4, "Nobody’s turn")));
  }

  @Test
  void aTextWithoutATitleGoesByItsName() {
    assertThat(CoverageFixture.whole("    title: A book\n", "").coverage().texts())
        .extracting(CourseCoverage.SourceText::title)
        .containsExactly("book");
  }

  @Test
  void lessonsToComeAreKeptInTheirOrder() {
    CoverageReader.Result result =
        CoverageFixture.read(
            """
            curriculum: {boats: [sail, row, steer, land]}
            texts:
              - name: book
                describes:
                  - concept: All
                    steps: [boats/sail#1, boats/row#1]
                    to-come: [boats/steer, boats/land]
            """);
    assertThat(result.findings()).isEmpty();
    assertThat(result.coverage().texts().getFirst().topics().getFirst().plannedLessons())
        .containsExactly(LessonId.of("boats/steer"), LessonId.of("boats/land"));
  }

  private static List<CourseCoverage.Topic> topics(String words, String others) {
    CoverageReader.Result result = CoverageFixture.whole(words, others);
    assertThat(result.findings()).isEmpty();
    return result.coverage().texts().getFirst().topics();
  }
}
