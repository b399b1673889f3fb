package dev.deckhand.shell.view.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocCommentTest {

  @Test
  void tagsAreTakenOffAndWhatTheyHoldStays() {
    assertThat(
            DocComment.paragraphs(
                """
                Returns {@code a < b}, as {@link List#of(Object) the list} or {@link #size()}
                <em>says</em> &amp; means.

                <p>Second.
                @param index of the element
                @return it
                """))
        .containsExactly(
            "Returns a < b, as the list or size() says & means.",
            "Second.",
            "@param index of the element",
            "@return it");
  }
}
