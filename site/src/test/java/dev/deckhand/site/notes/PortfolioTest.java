package dev.deckhand.site.notes;

import static dev.deckhand.site.NotesFixtures.AT;
import static dev.deckhand.site.NotesFixtures.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.PortfolioFixtures;
import dev.deckhand.site.RenderedPageText;
import dev.deckhand.site.page.HtmlPage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PortfolioTest {

  private final NotesComposer notes = new NotesComposer(ZoneOffset.UTC);

  @Test
  void aCourseIsOneDocumentWithContentsAndProgress() {
    String body = html(course());
    assertThat(body)
        .contains("Contents", "Notes by Ada, 1 March 2026. 1 lesson begun, 0 finished;")
        .contains("<a href=\"#kubernetes_deployments\">Deployments, &lt;changed&gt;</a>")
        .contains("id=\"kubernetes_deployments\"", "id=\"kubernetes_deployments-step-1\"");
    assertThat(cells(body))
        .containsSubsequence(
            "Deployments, &lt;changed&gt;", "under way", "3 of 5", "2", "1 h 7 min")
        .containsSubsequence("Pods", "not begun", "0 of 5", "", "")
        .containsSubsequence("Together", "0 of 2 finished", "3 of 10", "2", "1 h 7 min");
  }

  @Test
  void everyLinkLeadsSomewhereAndNoIdIsThereTwice() {
    String body = html(several());
    List<String> ids = found(body, "id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates().contains("course-helm", "helm_releases");
    assertThat(found(body, "href=\"#([^\"]*)\"")).isNotEmpty().isSubsetOf(ids);
  }

  @Test
  void severalCoursesHoldTheirLessonsAndEachATableOfItsOwn() {
    assertThat(html(several()))
        .containsSubsequence(
            "<h2 id=\"course-helm\">", "<h3 id=\"helm_releases\">", "<h4 id=\"helm_releases-step-1")
        .containsSubsequence("Together", "Together");
  }

  @Test
  void picturesOfOneNameBelongToTheCoursesThatTheyAreOf() {
    var picture = new Block.Picture("A quay", "quay.png", List.of("~~~"));
    assertThat(
            notes
                .of(
                    new Portfolio(
                        "Notes",
                        "Ada",
                        List.of(showing("containers", picture), showing("helm", picture))))
                .adoc())
        .containsSubsequence("image::containers/quay.png[", "image::helm/quay.png[")
        .doesNotContain("image::quay.png");
  }

  private static Portfolio.Course showing(String course, Block picture) {
    var book =
        new LessonNotes(
            CourseFixtures.lesson(course + "/one", CourseFixtures.stepWithDebrief(picture)),
            "Ada",
            List.of(
                new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
                new LessonNotes.Event(new JournalEvent.StepPassed(1, StepOutcome.DONE), AT)));
    return PortfolioFixtures.course(
        course, course, PortfolioFixtures.begun(course + "/one", "One", 1, false, book));
  }

  @Test
  void nothingThatWasTypedDoesAnything() {
    LessonNotes book = HostileTexts.book();
    var htmlPage =
        page(
            PortfolioFixtures.one(
                String.join(" ", HostileTexts.ALL),
                PortfolioFixtures.begun("kubernetes/deployments", "D", 1, false, book)));
    assertThat(htmlPage.html()).doesNotContain("<script", "<img", "<iframe", "root:x");
    assertThat(found(RenderedPageText.body(htmlPage), "href=\"([^\"]*)\""))
        .allMatch(link -> link.startsWith("#") || link.startsWith("http://"));
    assertThat(RenderedPageText.pre(htmlPage, "command"))
        .containsExactlyElementsOf(
            HostileTexts.ALL.stream().map(text -> "$ a\n> " + text).toList());
    assertThat(RenderedPageText.texts(htmlPage, "remark"))
        .containsExactlyElementsOf(HostileTexts.ALL.stream().map(HostileTexts::read).toList());
  }

  @Test
  void charactersThatControlOrTurnAroundAreShownAsReplaced() {
    var book =
        NotesFixtures.of(
            new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
            typed(
                "printf x", 0, "\u001b[31mred\u001b[0m \u0007 \u202egnp.exe \u2066x\u2069 \u0000"),
            new LessonNotes.Event(new JournalEvent.NoteAdded(1, "a\u202eb \u009b31m"), AT));
    HtmlPage body =
        page(PortfolioFixtures.one("", PortfolioFixtures.begun("a/b", "B", 1, true, book)));
    assertThat(RenderedPageText.pre(body, "output"))
        .containsExactly("red \ufffd \ufffdgnp.exe \ufffdx\ufffd \ufffd");
    assertThat(RenderedPageText.texts(body, "remark")).containsExactly("a\ufffdb \ufffd31m");
  }

  @Test
  void timesAreShort() {
    assertThat(ProgressTable.time(Duration.ZERO)).isEqualTo("0 min");
    assertThat(ProgressTable.time(Duration.ofSeconds(5))).isEqualTo("1 min");
    assertThat(ProgressTable.time(Duration.ofMinutes(60))).isEqualTo("1 h");
    assertThat(ProgressTable.time(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }

  private String html(Portfolio portfolio) {
    return RenderedPageText.body(page(portfolio));
  }

  private HtmlPage page(Portfolio portfolio) {
    return notes.of(portfolio).page(_ -> Optional.empty());
  }

  private static Portfolio course() {
    return PortfolioFixtures.one(
        "Ada", deployments(), PortfolioFixtures.notBegun("kubernetes/pods", "Pods"));
  }

  private static Portfolio several() {
    return new Portfolio(
        "All notes",
        "",
        List.of(
            PortfolioFixtures.course("kubernetes", "Kubernetes", deployments()),
            PortfolioFixtures.course(
                "helm",
                "Helm",
                PortfolioFixtures.begun("helm/releases", "Releases", 5, true, worked()))));
  }

  private static Portfolio.LessonWork deployments() {
    return PortfolioFixtures.begun(
        "kubernetes/deployments", "Deployments, <changed>", 3, false, worked());
  }

  private static LessonNotes worked() {
    return NotesFixtures.of(
        new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
        typed("ls", 0, "a\n"),
        new LessonNotes.Event(new JournalEvent.StepBegan(2), AT));
  }

  private static List<String> cells(String body) {
    return found(body, "<td[^>]*>(.*?)</td>").stream()
        .map(cell -> cell.replaceAll("</?(p|a|strong)\\b[^>]*>", "").strip())
        .toList();
  }

  private static List<String> found(String body, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(body)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
