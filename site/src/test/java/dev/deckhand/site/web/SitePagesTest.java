package dev.deckhand.site.web;

import static dev.deckhand.site.CourseFixtures.course;
import static dev.deckhand.site.CourseFixtures.lesson;
import static dev.deckhand.site.CourseFixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SitePagesTest {

  private final Syllabus syllabus =
      CourseFixtures.of(
          course("a", lesson("a/one", step(1, "S", "x")), lesson("a/two", step(1, "S", "x"))),
          course("b", lesson("b/three", step(1, "S", "x"))));

  @Test
  void thereIsAPageForEachCourseAndEachLesson() {
    assertThat(pages(syllabus).keySet())
        .containsExactly(
            "index.html",
            "courses/a.html",
            "courses/a/one.html",
            "courses/a/two.html",
            "courses/b.html",
            "courses/b/three.html");
  }

  @Test
  void theWayLeadsThroughAllLessonsAndBack() {
    assertThat(html("courses/a/one.html"))
        .contains("rel=\"next\" href=\"../../courses/a/two.html\"")
        .doesNotContain("rel=\"prev\"");
    assertThat(html("courses/a/two.html"))
        .contains("rel=\"prev\" href=\"../../courses/a/one.html\"")
        .contains("rel=\"next\" href=\"../../courses/b/three.html\"");
    assertThat(html("courses/b/three.html")).doesNotContain("rel=\"next\"");
  }

  @Test
  void titlesOfOthersAreText() {
    String html = html("courses/a.html");
    assertThat(html).contains("<h1>Course &lt;a&gt;</h1>").doesNotContain("<a>");
  }

  @Test
  void onlyWhatIsPublishedIsLedTo() {
    assertThat(html("courses/a.html")).doesNotContain("handouts/a.pdf");
    assertThat(html("courses/a/one.html")).doesNotContain("slides/");
    assertThat(
            SitePages.html(syllabus, Set.of(PublishFormat.values()), (_, _) -> Optional.empty())
                .get("courses/a.html"))
        .contains("../handouts/a.pdf");
  }

  @Test
  void allLinksLeadSomewhere() {
    SortedMap<String, String> pages = new TreeMap<>(pages(syllabus));
    var files = new java.util.HashSet<>(pages.keySet());
    files.addAll(Set.of(SitePaths.STYLE, SitePaths.SCRIPT, SitePaths.SEARCH_INDEX));
    assertThat(LinkChecker.check(pages, files)).isEmpty();
  }

  @Test
  void noScriptRunsButTheSitesOwn() {
    assertThat(html("index.html"))
        .contains("default-src 'none'", "script-src 'self' file:")
        .doesNotContain("unsafe-inline", "http:", "https:");
  }

  @Test
  void whatIsTaughtLeadsToItsStepAndWhatIsToComeIsNamed() {
    var topic =
        new CourseCoverage.Topic(
            CourseCoverage.TopicKind.SYSTEM,
            "The <engine>",
            List.of(
                new CourseCoverage.StepReference(LessonId.of("a/one"), 1, "S"),
                new CourseCoverage.StepReference(LessonId.of("elsewhere/x"), 2, "Not published")),
            List.of(LessonId.of("a/later")),
            new SourcePosition("coverage.yaml", 1));
    var courseCoverage =
        new CourseCoverage(
            List.of(LessonId.of("a/one"), LessonId.of("a/later")),
            List.of(new CourseCoverage.SourceText("t", "A text", List.of(topic))));
    var covered = new Syllabus(syllabus.courses(), courseCoverage);
    assertThat(pages(covered).get("coverage.html"))
        .contains(
            "The &lt;engine&gt;",
            "<a href=\"courses/a/one.html#step-1\">S</a>",
            "elsewhere/x, step 2: Not published",
            "to come: a/later")
        .doesNotContain("href=\"courses/elsewhere");
    assertThat(covered.plannedLessons("a")).containsExactly(LessonId.of("a/later"));
    assertThat(covered.plannedLessons("b")).isEmpty();
  }

  @Test
  void aCourseThatTellsItsSourcesHasAPageOfThem() {
    Syllabus.Course told = told(new Block.Heading(1, NotesFixtures.words("The *facts*")));
    Map<String, String> pages = pages(CourseFixtures.of(told, syllabus.courses().getLast()));
    assertThat(pages.get("sources/a.html"))
        .contains("<h2>The *facts*</h2>", "href=\"../courses/a.html\"");
    assertThat(pages.get("courses/a.html"))
        .contains("<a href=\"../sources/a.html\">Where the facts come from</a>");
    assertThat(pages.get("courses/b.html")).doesNotContain("sources/");
    assertThat(pages).doesNotContainKey("sources/b.html");
  }

  private Syllabus.Course told(Block... sources) {
    Syllabus.Course course = syllabus.courses().getFirst();
    return new Syllabus.Course(course.card(), course.lessons(), List.of(sources));
  }

  private static Map<String, String> pages(Syllabus syllabus) {
    return SitePages.html(syllabus, Set.of(), (_, _) -> Optional.empty());
  }

  private String html(String path) {
    return String.valueOf(pages(syllabus).get(path));
  }
}
