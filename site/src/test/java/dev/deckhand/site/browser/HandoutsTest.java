package dev.deckhand.site.browser;

import static dev.deckhand.site.browser.PdfPage.withoutSpaces;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs no browser: handouts as they lie on a table. The parameter for the site comes second. */
@ExtendWith(PublishedSiteExtension.class)
class HandoutsTest {

  private static final float LEFT = 62.4f;
  private static final float RIGHT = 56.7f;
  private static final Pattern ANNOUNCES =
      Pattern.compile("What you should see|Question: .*|Find out: .*|Or: .*|\\d+\\.\\d+ .*");

  @ParameterizedTest
  @ValueSource(strings = {"helm", "every-feature"})
  void aHandoutHasATitleBookmarksAndContentsThatNameTheRightPages(String course, PublishedSite site)
      throws IOException {
    Syllabus.Course taught = site.course(course);
    PdfBook book = PdfBook.read(site.handout(course));
    assertThat(withoutSpaces(book.title())).isEqualTo(withoutSpaces(taught.card().title()));
    assertThat(book.bookmarks()).doesNotContainValue(-1);
    String contents = book.text(1, book.page("About this course"));
    assertThat(contents).startsWith("Contents");
    for (String title : titles(taught)) {
      int page = book.page(title);
      assertThat(page).as(title).isPositive();
      assertThat(withoutSpaces(book.pages().get(page).text())).contains(withoutSpaces(title));
      assertThat(contents)
          .containsPattern(Pattern.quote(withoutSpaces(title)) + "[.·]*" + book.labels().get(page));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"helm", "every-feature"})
  void everyPageHasItsNumberOnceAndNothingInItsMargins(String course, PublishedSite site)
      throws IOException {
    PdfBook book = PdfBook.read(site.handout(course));
    int first = book.page("About this course");
    String all = book.labels().getLast();
    for (int index = first; index < book.pages().size(); index++) {
      PdfPage page = book.pages().get(index);
      assertThat(page.lines().getLast()).isEqualTo(book.labels().get(index) + " / " + all);
      assertThat(page.linesOutside(LEFT, RIGHT)).as("page " + (index + 1)).isEmpty();
      assertThat(page.text()).doesNotContain("\ufffd");
    }
    assertThat(book.missingFonts()).isEmpty();
    assertThat(book.brokenLinks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"helm", "every-feature"})
  void noPageEndsWithWhatAnnouncesSomething(String course, PublishedSite site) throws IOException {
    PdfBook book = PdfBook.read(site.handout(course));
    for (PdfPage page : book.pages().subList(book.page("About this course"), book.pages().size())) {
      List<String> lines = page.lines();
      assertThat(lines).hasSizeGreaterThan(2);
      assertThat(lines.get(lines.size() - 2)).doesNotMatch(ANNOUNCES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"helm", "every-feature"})
  void hintsAndWhatComesAfterwardsDoNotStandBesideTheTask(String course, PublishedSite site)
      throws IOException {
    PdfBook book = PdfBook.read(site.handout(course));
    int hints = book.page("Hints");
    int answers = book.page("Solutions, and looking back");
    assertThat(answers).isGreaterThan(hints);
    String tasks = book.text(book.page("About this course"), hints);
    List<String> given =
        steps(site.course(course))
            .flatMap(step -> step.hints().stream())
            .flatMap(hint -> paragraphs(hint.content()))
            .toList();
    List<String> afterwards =
        steps(site.course(course)).flatMap(step -> paragraphs(step.debrief())).toList();
    assertThat(given).isNotEmpty().noneMatch(tasks::contains);
    assertThat(afterwards).isNotEmpty().noneMatch(tasks::contains);
    assertThat(book.text(hints, answers)).contains(given.getFirst());
    assertThat(book.text(answers, book.pages().size())).contains(afterwards.getFirst());
    assertThat(book.text(0, book.pages().size())).doesNotContain("Drawthequayontheboard");
  }

  @Test
  void whatWasPublishedIsNotMadeAgainInAnyFormat(PublishedSite site) throws Exception {
    assertThat(site.handout("helm")).exists();
    try (var asciidoctorRenderers = new AsciidoctorRenderers()) {
      assertThat(site.publish(asciidoctorRenderers)).isEmpty();
      assertThat(site.print(asciidoctorRenderers)).isEmpty();
      assertThat(asciidoctorRenderers.isRunning()).isFalse();
    }
  }

  private static List<String> titles(Syllabus.Course course) {
    List<Lesson> lessons = course.lessons();
    return Stream.concat(
            Stream.of("About this course", "Hints", "Solutions, and looking back"),
            Stream.iterate(0, i -> i < lessons.size(), i -> i + 1)
                .map(i -> (i + 1) + ". " + lessons.get(i).title()))
        .toList();
  }

  private static Stream<Step> steps(Syllabus.Course course) {
    return course.lessons().stream().flatMap(lesson -> lesson.steps().stream());
  }

  /** How those of some length begin, in words: a short one, or a command, may be part of others. */
  private static Stream<String> paragraphs(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block ->
            block instanceof Block.Paragraph(var content)
                    && content.getFirst() instanceof Inline.Words
                ? Stream.of(withoutSpaces(Inline.plainText(content)))
                : Stream.of())
        .filter(text -> text.length() > 25)
        .map(text -> text.substring(0, Math.min(60, text.length())));
  }
}
