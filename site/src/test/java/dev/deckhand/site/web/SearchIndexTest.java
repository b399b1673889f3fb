package dev.deckhand.site.web;

import static dev.deckhand.site.CourseFixtures.course;
import static dev.deckhand.site.CourseFixtures.lesson;
import static dev.deckhand.site.CourseFixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.site.CourseFixtures;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

  @Test
  void eachStepIsFoundUnderItsAddress() {
    assertThat(index(step(1, "Sail", "wind")).lines())
        .containsExactly(
            "deckhandSearch([",
            "[\"courses/c/l.html\",\"Lesson c/l\",\"\",\"\"],",
            "[\"courses/c/l.html#step-1\",\"1. Sail\",\"Lesson c/l\",\"wind\"]",
            "]);");
  }

  @Test
  void commandsAreFoundAndHintsAreNot() {
    assertThat(index(step(1, "Sail", "wind", "docker ps")))
        .contains("wind docker ps")
        .doesNotContain("secret");
  }

  @Test
  void textStaysText() {
    assertThat(index(step(1, "</script>", "a\"b\\c\u2028d\u2029e\u0007<!--")))
        .contains("\"1. \\u003c/script>\"", "a\\\"b\\\\c\\u2028d\\u2029e\\u0007\\u003c!--");
  }

  @Test
  void manyLinesAreOne() {
    assertThat(index(step(1, "Sail", "wind", "cat <<END\n  a\n\n\tb\nEND")))
        .contains("\"wind cat \\u003c\\u003cEND a b END\"");
  }

  private static String index(dev.deckhand.lesson.Step step) {
    return SearchIndex.script(CourseFixtures.of(course("c", lesson("c/l", step))));
  }
}
