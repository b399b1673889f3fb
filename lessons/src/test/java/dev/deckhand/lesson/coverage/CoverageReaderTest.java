package dev.deckhand.lesson.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.Coverage.Kind;
import dev.deckhand.lesson.coverage.Coverage.Taught;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageReaderTest {

  private static final LessonId SAIL = LessonId.of("boats/sail");

  @Test
  void whatIsRightIsReadWithStepsByTitleAndByNumber() {
    CoverageReader.Read read = Written.whole();
    assertThat(read.findings()).isEmpty();
    assertThat(read.coverage())
        .isEqualTo(
            new Coverage(
                List.of(SAIL, LessonId.of("boats/row"), LessonId.of("boats/steer")),
                List.of(
                    new Coverage.Text(
                        "book",
                        "A book",
                        List.of(
                            new Coverage.Topic(
                                Kind.SYSTEM,
                                "Sail",
                                List.of(new Taught(SAIL, 1, "Up")),
                                List.of(),
                                new Place("c.yaml", 7)),
                            new Coverage.Topic(
                                Kind.CONCEPT,
                                "Rowing",
                                List.of(new Taught(LessonId.of("boats/row"), 2, "Right")),
                                List.of(),
                                new Place("c.yaml", 9)))))));
  }

  @Test
  void aTitleWithAColonNeedsQuotes() {
    assertThat(topics("boats/sail#Up", "\n          - \"boats/sail#Down: and again\""))
        .first()
        .extracting(Coverage.Topic::taught)
        .isEqualTo(List.of(new Taught(SAIL, 2, "Down: and again")));
    assertThat(Written.findings("boats/sail#Up", "\n          - boats/sail#Down: and again"))
        .contains(
            "c.yaml:9: Here should be a word or a line."
                + " Write it, in quotes if it has \": \" in it.");
  }

  @Test
  void anApostropheIsFoundAsItIsTyped() {
    assertThat(topics("boats/row#2", "boats/row#Nobody's turn"))
        .last()
        .extracting(Coverage.Topic::taught)
        .isEqualTo(List.of(new Taught(LessonId.of("boats/row"), 4, "Nobody’s turn")));
  }

  @Test
  void aTextWithoutATitleGoesByItsName() {
    assertThat(Written.whole("    title: A book\n", "").coverage().texts())
        .extracting(Coverage.Text::title)
        .containsExactly("book");
  }

  @Test
  void lessonsToComeAreKeptInTheirOrder() {
    CoverageReader.Read read =
        Written.read(
            """
            curriculum: {boats: [sail, row, steer, land]}
            texts:
              - name: book
                describes:
                  - concept: All
                    steps: [boats/sail#1, boats/row#1]
                    to-come: [boats/steer, boats/land]
            """);
    assertThat(read.findings()).isEmpty();
    assertThat(read.coverage().texts().getFirst().topics().getFirst().toCome())
        .containsExactly(LessonId.of("boats/steer"), LessonId.of("boats/land"));
  }

  private static List<Coverage.Topic> topics(String words, String others) {
    CoverageReader.Read read = Written.whole(words, others);
    assertThat(read.findings()).isEmpty();
    return read.coverage().texts().getFirst().topics();
  }
}
