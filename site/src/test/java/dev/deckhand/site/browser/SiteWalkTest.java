package dev.deckhand.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.web.SitePaths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The parameters for site and browser come second, so that each test runs on each screen. */
@Tag("browser")
@ExtendWith(PublishedSiteExtension.class)
class SiteWalkTest {

  @AfterEach
  void nobodyElseWasAskedAndNothingWentWrong(Browser browser, PublishedSite site) {
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(site.url("")) || url.startsWith("data:"));
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theWayLeadsFromTheFirstPageThroughAllLessons(
      Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "light");
    browser.open(site.url(SitePaths.INDEX));
    assertThat(browser.title()).isEqualTo("Deckhand");
    browser.find(".card .lessons a").click();
    var walked = new ArrayList<String>();
    walked.add(browser.title());
    while (!browser.all(".turn [rel=next]").isEmpty()) {
      assertThat(browser.overflowWidth()).as(browser.url()).isNotPositive();
      browser.find(".turn [rel=next]").click();
      walked.add(browser.title());
    }
    List<String> titles = site.syllabus().lessons().stream().map(Lesson::title).toList();
    assertThat(walked).usingElementComparator(SiteWalkTest::alike).isEqualTo(titles);
    browser.find(".turn [rel=prev]").click();
    assertThat(alike(browser.title(), titles.get(titles.size() - 2))).isZero();
    browser.find(".crumbs a").click();
    assertThat(browser.title()).isEqualTo("Deckhand");
  }

  @ParameterizedTest
  @EnumSource
  void aLessonCanBeFollowedToItsEnd(
      Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "dark");
    Lesson lesson = site.syllabus().lessons().getFirst();
    browser.open(site.url(SitePaths.lesson(lesson.id())));
    int steps = lesson.steps().size();
    assertThat(browser.all(".contents a")).hasSize(steps);
    for (int number = 1; number <= steps; number++) {
      browser.click(browser.find(".contents li:nth-child(" + number + ") a"));
      WebElement heading = browser.find("h2#step-" + number);
      browser.until(page -> page.shows(heading));
      assertThat(heading.getText()).startsWith(number + ". ");
    }
    assertThat(browser.all(".checks .title"))
        .isNotEmpty()
        .allMatch(title -> title.getText().equals("What you should see"));
    for (String folded : List.of("hint", "solution", "debrief")) {
      WebElement fold = browser.find("details." + folded);
      WebElement content = fold.findElement(By.cssSelector(".content"));
      assertThat(content.isDisplayed()).as(folded).isFalse();
      browser.click(fold.findElement(By.tagName("summary")));
      browser.until(_ -> content.isDisplayed());
    }
    assertThat(browser.overflowWidth()).isNotPositive();
  }

  @ParameterizedTest
  @EnumSource
  void aSearchLeadsToTheStep(Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "light");
    Lesson lesson = site.syllabus().lessons().getLast();
    String title = lesson.steps().getLast().title();
    browser.open(site.url(SitePaths.course(site.syllabus().courses().getFirst().id())));
    WebElement field = browser.find("#site-search");
    field.sendKeys(title + " " + lesson.title());
    browser.until(page -> !page.all(".found li a").isEmpty());
    assertThat(browser.find(".found .count").getText()).contains("found");
    assertThat(browser.overflowWidth()).isNotPositive();
    field.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.until(page -> page.url().contains("#step-"));
    String id = lesson.id() + ".html#step-" + lesson.steps().getLast().number();
    assertThat(browser.url()).endsWith("courses/" + id);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNowhereIsNotFound(Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "dark");
    browser.open(site.url(SitePaths.INDEX));
    browser.find("#site-search").sendKeys("qxzzyqx");
    browser.until(page -> page.find(".found .count").getText().equals("Nothing found."));
    browser.find("#site-search").sendKeys(Keys.ESCAPE);
    assertThat(browser.find(".found").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aCommandIsCopiedWithoutItsPrompt(
      Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "light");
    browser.open(site.url(SitePaths.INDEX));
    WebElement button = browser.find(".command button.copy");
    button.click();
    browser.until(_ -> button.getText().equals("Copied"));
    WebElement field = browser.find("#site-search");
    field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(field.getDomProperty("value")).isEqualTo("./deckhand");
  }

  @ParameterizedTest
  @EnumSource
  void theChoiceOfColoursIsKept(
      Browser.ScreenSize screenSize, Browser browser, PublishedSite site) {
    browser.resize(screenSize, "dark");
    browser.open(site.url(SitePaths.INDEX));
    WebElement button = browser.find("button.theme");
    assertThat(button.getText()).isEqualTo("Light");
    String dark = browser.find("body").getCssValue("background-color");
    button.click();
    browser.find(".card h2 a").click();
    assertThat(browser.find("button.theme").getText()).isEqualTo("Dark");
    assertThat(browser.find("body").getCssValue("background-color")).isNotEqualTo(dark);
    browser.find("button.theme").click();
    assertThat(browser.find("body").getCssValue("background-color")).isEqualTo(dark);
  }

  /** A page may show other quotes than are written. */
  private static int alike(String one, String other) {
    return one.replace('’', '\'').compareTo(other.replace('’', '\''));
  }
}
