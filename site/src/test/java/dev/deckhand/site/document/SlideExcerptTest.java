package dev.deckhand.site.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.site.NotesFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlideExcerptTest {

  private static final String SENTENCE =
      "A boat that nobody ties to the quay goes out with the tide. ";

  @Test
  void whatIsShortIsTakenWhole() {
    assertThat(brief("A quay, without an end")).isEqualTo("A quay, without an end");
  }

  @Test
  void ofWhatIsLongWholeSentencesAreTaken() {
    assertThat(brief(SENTENCE.repeat(9)).strip()).isEqualTo(SENTENCE.repeat(3).strip());
  }

  @Test
  void aSentenceThatGoesOnBehindCodeIsTakenWholeOrNotAtAll() {
    assertThat(
            Inline.plainText(
                SlideExcerpt.ofText(
                    List.of(
                        new Inline.Words(SENTENCE.repeat(3) + "Its rope is "),
                        new Inline.Code("rope"),
                        new Inline.Words(", which is " + "long ".repeat(30) + ".")))))
        .isEqualTo(SENTENCE.repeat(3).strip());
  }

  @Test
  void whereNoSentenceEndsWholeWordsAreTaken() {
    String brief = brief("word ".repeat(99));
    assertThat(brief).matches("(word )+…").hasSizeLessThanOrEqualTo(SlideExcerpt.MAX_LENGTH + 2);
  }

  @Test
  void whatLeadsToSomethingBelowIsLeftOutBehindAWholeSentence() {
    assertThat(brief("There is a list. Ask for it:")).isEqualTo("There is a list.");
    assertThat(brief("Ask for it:")).isEqualTo("Ask for it:");
  }

  @Test
  void itIsTheFirstParagraphThatCounts() {
    assertThat(
            SlideExcerpt.of(
                    List.of(
                        new Block.Rule(),
                        new Block.Paragraph(NotesFixtures.words("one")),
                        new Block.Paragraph(NotesFixtures.words("two"))))
                .map(Inline::plainText))
        .contains("one");
    assertThat(SlideExcerpt.of(List.of(new Block.Rule()))).isEmpty();
  }

  private static String brief(String text) {
    return Inline.plainText(SlideExcerpt.ofText(NotesFixtures.words(text)));
  }
}
