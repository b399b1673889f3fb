package dev.deckhand.site.web;

import static dev.deckhand.site.CourseFixtures.course;
import static dev.deckhand.site.CourseFixtures.lesson;
import static dev.deckhand.site.CourseFixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.render.PageRenderer;
import java.util.List;
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
    assertThat(SitePages.pages(syllabus, Set.of()))
        .extracting(WebPage::path)
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
    assertThat(page("courses/a/one.html").htmlAfter())
        .contains("rel=\"next\" href=\"../../courses/a/two.html\"")
        .doesNotContain("rel=\"prev\"");
    assertThat(page("courses/a/two.html").htmlAfter())
        .contains("rel=\"prev\" href=\"../../courses/a/one.html\"")
        .contains("rel=\"next\" href=\"../../courses/b/three.html\"");
    assertThat(page("courses/b/three.html").htmlAfter()).doesNotContain("rel=\"next\"");
  }

  @Test
  void titlesOfOthersAreText() {
    String html = html("courses/a.html");
    assertThat(html).contains("<h1>Course &lt;a&gt;</h1>").doesNotContain("<a>");
  }

  @Test
  void onlyWhatIsPublishedIsLedTo() {
    assertThat(html("courses/a.html")).doesNotContain("handouts/a.pdf");
    assertThat(page("courses/a/one.html").htmlBefore()).doesNotContain("slides/");
    WebPage both =
        SitePages.pages(
                syllabus, Set.of(PublishFormat.HTML, PublishFormat.PDF, PublishFormat.SLIDES))
            .get(1);
    assertThat(both.htmlBefore()).contains("../handouts/a.pdf");
  }

  @Test
  void allLinksOfThePagesThatNeedNoRenderingLeadSomewhere() {
    SortedMap<String, String> pages = new TreeMap<>();
    for (WebPage page : SitePages.pages(syllabus, Set.of())) {
      pages.put(page.path(), SitePages.template(syllabus).html(page, ""));
    }
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
    String html =
        SitePages.pages(covered, Set.of()).stream()
            .filter(page -> page.path().equals("coverage.html"))
            .map(WebPage::htmlBefore)
            .findFirst()
            .orElseThrow();
    assertThat(html)
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
    Syllabus.Course told = told("== The *facts*\n");
    List<WebPage> pages =
        SitePages.pages(CourseFixtures.of(told, syllabus.courses().getLast()), Set.of());
    WebPage sources = named(pages, "sources/a.html");
    assertThat(sources.adoc()).isEqualTo("== The *facts*\n");
    assertThat(sources.breadcrumbs()).contains("href=\"../courses/a.html\"");
    assertThat(named(pages, "courses/a.html").htmlBefore())
        .contains("<a href=\"../sources/a.html\">Where the facts come from</a>");
    assertThat(named(pages, "courses/b.html").htmlBefore()).doesNotContain("sources/");
    assertThat(pages).noneMatch(page -> page.path().equals("sources/b.html"));
  }

  @Test
  void sourcesAreRenderedAsTextThatIsNotBelieved() {
    try (var renderer = PageRenderer.start()) {
      for (String text : HostileTexts.ALL) {
        String adoc = "Before.\n\n" + text + "\n\nhttps://example.org/[A page]\n";
        List<WebPage> pages = SitePages.pages(CourseFixtures.of(told(adoc)), Set.of());
        WebPage page = named(pages, "sources/a.html");
        String body = renderer.render(page.adoc()).body();
        assertThat(new PageTemplate(false).html(page, body)).contains("Before.", body);
        assertThat(body)
            .doesNotContainIgnoringCase("<script", "href=\"javascript", "<img", "<iframe")
            .doesNotContain("root:x:0");
      }
    }
  }

  private Syllabus.Course told(String sources) {
    Syllabus.Course course = syllabus.courses().getFirst();
    return new Syllabus.Course(course.card(), course.lessons(), sources);
  }

  private static WebPage named(List<WebPage> pages, String path) {
    return pages.stream().filter(page -> page.path().equals(path)).findFirst().orElseThrow();
  }

  private WebPage page(String path) {
    return SitePages.pages(syllabus, Set.of()).stream()
        .filter(page -> page.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private String html(String path) {
    return SitePages.template(syllabus).html(page(path), "");
  }
}
