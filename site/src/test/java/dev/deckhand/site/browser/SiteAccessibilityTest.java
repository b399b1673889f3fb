package dev.deckhand.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.web.SitePaths;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
@ExtendWith(PublishedSiteExtension.class)
class SiteAccessibilityTest {

  // colours do not depend on the width, nor the layout on the colours: two pairs show all there is
  @ParameterizedTest
  @CsvSource({"PHONE, light", "DESKTOP, dark"})
  void everyKindOfPageCanBeReadByEverybody(
      Browser.ScreenSize screenSize, String colours, Browser browser, PublishedSite site) {
    browser.resize(screenSize, colours);
    for (String path : kinds(site.syllabus())) {
      browser.open(site.url(path));
      browser.driver().executeScript("localStorage.clear()");
      browser.open(site.url(path));
      assertThat(violations(browser)).as(path).isEmpty();
      if (!browser.all("details:not([open])").isEmpty()) {
        browser
            .driver()
            .executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(violations(browser)).as(path + ", all folds open").isEmpty();
      }
    }
  }

  static List<String> violations(Browser browser) {
    return violations(browser, new AxeBuilder());
  }

  static List<String> violations(Browser browser, AxeBuilder axe) {
    return axe.analyze(browser.driver()).getViolations().stream()
        .map(SiteAccessibilityTest::words)
        .toList();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  private static List<String> kinds(Syllabus syllabus) {
    Stream<String> sources =
        syllabus.courses().stream()
            .filter(course -> !course.sources().isEmpty())
            .map(course -> SitePaths.sources(course.id()))
            .limit(1);
    return Stream.concat(
            Stream.of(
                SitePaths.INDEX,
                SitePaths.COVERAGE,
                SitePaths.course(syllabus.courses().getFirst().id()),
                SitePaths.lesson(syllabus.lessons().getFirst().id()),
                SitePaths.lesson(PublishedSite.RICH)),
            sources)
        .toList();
  }
}
