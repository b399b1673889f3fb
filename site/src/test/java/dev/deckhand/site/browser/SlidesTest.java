package dev.deckhand.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.web.SitePaths;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The slides of all lessons, as they are shown. */
@Tag("browser")
@ExtendWith(PublishedSiteExtension.class)
class SlidesTest {

  @BeforeEach
  void whatWasBeforeIsForgotten(Browser browser) {
    browser.requests();
    browser.consoleErrors();
  }

  @AfterEach
  void nobodyElseWasAskedAndNothingWentWrong(Browser browser, PublishedSite site) {
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url ->
            url.startsWith(site.url(""))
                || url.startsWith("data:")
                || url.startsWith("about:blank"));
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void everySlideOfEveryLessonFitsTheScreen(Browser browser, PublishedSite site) {
    var tooLarge = new ArrayList<String>();
    for (Lesson lesson : site.syllabus().lessons()) {
      BrowserSlides browserSlides = BrowserSlides.open(browser, site, lesson.id());
      assertThat(browserSlides.slides()).isGreaterThan(lesson.steps().size());
      browserSlides.tooLarge().forEach(one -> tooLarge.add(lesson.id() + " " + one));
    }
    assertThat(tooLarge).isEmpty();
  }

  @Test
  void whatIsTooLargeIsFound(Browser browser, PublishedSite site) {
    BrowserSlides browserSlides = BrowserSlides.open(browser, site, PublishedSite.RICH);
    browser
        .driver()
        .executeScript(
            "Reveal.getSlides()[1].insertAdjacentHTML('beforeend', '<p>too much</p>'.repeat(20));"
                + "Reveal.getSlides()[2].insertAdjacentHTML('beforeend',"
                + " `<div style='white-space: pre'>${'wide '.repeat(60)}</div>`)");
    assertThat(browserSlides.tooLarge())
        .anyMatch(one -> one.startsWith("slide 2: P too much"))
        .anyMatch(one -> one.startsWith("slide 3: DIV wide"))
        .noneMatch(one -> one.startsWith("slide 1:"));
  }

  @Test
  void theTeacherHasNotesOfEachStepAndNobodyElseSeesThem(Browser browser, PublishedSite site) {
    for (Lesson lesson : site.syllabus().lessons()) {
      BrowserSlides browserSlides = BrowserSlides.open(browser, site, lesson.id());
      assertThat(browserSlides.notes("step"))
          .as(lesson.id().toString())
          .hasSameSizeAs(lesson.steps())
          .noneMatch(String::isBlank);
    }
    BrowserSlides rich = BrowserSlides.open(browser, site, PublishedSite.RICH);
    assertThat(String.join("\n", rich.notes("step")))
        .contains("For the instructor", "Draw the quay on the board", "Hint 1", "Solution");
    assertThat(rich.read())
        .noneMatch(text -> text.contains("Draw the quay on the board"))
        .noneMatch(text -> text.contains("Hint 1"));
    assertThat(browser.driver().executeScript("return Reveal.hasPlugin('notes')")).isEqualTo(true);
  }

  @Test
  void keysLeadFromTheFirstSlideToTheLastAndBack(Browser browser, PublishedSite site) {
    BrowserSlides browserSlides = BrowserSlides.open(browser, site, PublishedSite.RICH);
    for (int next = 1; next < browserSlides.slides(); next++) {
      browserSlides.press(next % 2 == 0 ? Keys.ARROW_RIGHT : Keys.SPACE);
      assertThat(browserSlides.current()).isEqualTo(next);
    }
    browserSlides.press(Keys.ARROW_RIGHT);
    assertThat(browserSlides.current()).isEqualTo(browserSlides.slides() - 1);
    browserSlides.press(Keys.ARROW_LEFT);
    assertThat(browserSlides.current()).isEqualTo(browserSlides.slides() - 2);
    browserSlides.press(Keys.HOME);
    assertThat(browserSlides.current()).isZero();
    browserSlides.press(Keys.END);
    browser.until(page -> page.url().endsWith("#/" + (browserSlides.slides() - 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "every-feature/harbour, title step typed look quiz debrief picture",
    "containers/first-container, title step predict typed look quiz debrief"
  })
  void everyKindOfSlideCanBeReadByEverybody(
      String lesson, String kinds, Browser browser, PublishedSite site) {
    BrowserSlides browserSlides = BrowserSlides.open(browser, site, LessonId.of(lesson));
    for (String kind : List.of(kinds.split(" ", -1))) {
      int slide = browserSlides.first(kind);
      assertThat(slide).as(kind).isNotNegative();
      browserSlides.show(slide);
      // the arrows, which reveal.js makes, are an aside within what it calls an application
      var axe = new AxeBuilder().exclude("aside.controls");
      assertThat(SiteAccessibilityTest.violations(browser, axe)).as(kind).isEmpty();
    }
    // axe tries to read the styles once more, which is not given to it
    browser.consoleErrors();
  }

  @Test
  void eachSlideIsAPageWhenPrinted(Browser browser, PublishedSite site) throws Exception {
    String address = site.url(SitePaths.slides(PublishedSite.RICH));
    BrowserSlides browserSlides = BrowserSlides.open(browser, address + "?print-pdf");
    // all pages come at once; just before, reveal.js holds the slides where nobody finds them
    browser.until(page -> !page.all(".pdf-page").isEmpty());
    assertThat(browser.all(".pdf-page")).hasSize(browserSlides.slides());
    Object printed =
        browser
            .driver()
            .executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    List<String> read = browserSlides.read();
    try (PDDocument document =
        Loader.loadPDF(Base64.getDecoder().decode(String.valueOf(printed)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(read.size());
      for (int page = 0; page < read.size(); page++) {
        var paper = PdfPage.of(document, page);
        assertThat(PdfPage.withoutSpaces(paper.text()))
            .startsWith(PdfPage.withoutSpaces(read.get(page)).substring(0, 5));
        assertThat(paper.linesOutside(30, 30)).as("page " + page).isEmpty();
      }
    }
  }
}
