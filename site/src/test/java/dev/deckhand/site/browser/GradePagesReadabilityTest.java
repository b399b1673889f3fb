package dev.deckhand.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.site.GradeFixtures;
import dev.deckhand.site.grade.ClassGradePage;
import dev.deckhand.site.grade.LearnerGradePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of grades: valid, and readable by everybody on every screen. */
@Tag("browser")
@ExtendWith(PublishedSiteExtension.class)
class GradePagesReadabilityTest {

  @TempDir private Path folder;

  @Test
  void everyPageIsValidHtml() throws Exception {
    for (var page : pages().entrySet()) {
      assertThat(SiteValidityTest.complaints(page.getValue())).as(page.getKey()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, light", "PHONE, dark", "DESKTOP, light", "DESKTOP, dark"})
  void everyPageCanBeReadByEverybody(Browser.ScreenSize screenSize, String colours, Browser browser)
      throws IOException {
    browser.resize(screenSize, colours);
    for (var page : pages().entrySet()) {
      Path file = Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
      browser.requests();
      browser.open(file.toUri().toString());

      assertThat(SiteAccessibilityTest.violations(browser)).as(page.getKey()).isEmpty();
      // a page that's too wide makes the window of a phone wider: what counts is its screen
      assertThat((Long) browser.driver().executeScript("return document.body.scrollWidth"))
          .as(page.getKey())
          .isLessThanOrEqualTo(screenSize == Browser.ScreenSize.PHONE ? 390 : 1280);
      assertThat(browser.all("main, main > *"))
          .allSatisfy(element ->
              assertThat(element.getDomProperty("scrollWidth"))
                  .as("%s of %s", element.getTagName(), page.getKey())
                  .satisfiesAnyOf(
                      width -> assertThat(width).isEqualTo(element.getDomProperty("clientWidth")),
                      _ -> assertThat(element.getTagName()).isEqualTo("table")));
      assertThat(browser.consoleErrors()).isEmpty();
      assertThat(browser.requests()).allMatch(url -> url.startsWith("file:"));
    }
  }

  private static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    var facts = GradeFixtures.facts("deployment.apps/web created\n");
    pages.put("mixed", LearnerGradePage.of(GradeFixtures.mixed("grace"), facts).html());
    pages.put("passed", LearnerGradePage.of(GradeFixtures.passed("ada"), facts).html());
    pages.put("undecided", LearnerGradePage.of(GradeFixtures.undecided("linus"), facts).html());
    pages.put(
        "class",
        ClassGradePage.of(
                "Deployments",
                GradeFixtures.forty(),
                List.of("ada and ben have the same seed, 4711."))
            .html());
    return pages;
  }
}
