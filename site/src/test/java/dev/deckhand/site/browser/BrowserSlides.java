package dev.deckhand.site.browser;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.web.SitePaths;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The slides of a lesson, in a browser. */
record BrowserSlides(Browser browser) {

  /** What stands on a slide and is not on the screen, or larger than what it is in. */
  private static final String TOO_LARGE =
      """
      const found = [];
      Reveal.getSlides().forEach((slide, number) => {
        Reveal.slide(number);
        for (const one of slide.querySelectorAll("*")) {
          const box = one.getBoundingClientRect();
          if (one.closest("aside") || box.width === 0) continue;
          const out = box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
          const inner = getComputedStyle(one).display !== "inline" && one.scrollWidth > one.clientWidth + 1;
          if (out || inner) found.push(`slide ${number + 1}: ${one.tagName} ${one.textContent.slice(0, 60)}`);
        }
      });
      return found;
      """;

  static BrowserSlides open(Browser browser, PublishedSite site, LessonId lesson) {
    return open(browser, site.url(SitePaths.slides(lesson)));
  }

  static BrowserSlides open(Browser browser, String url) {
    browser.resizeToProjector();
    // an address that differs behind its hash alone is not loaded
    browser.open("about:blank");
    browser.open(url);
    browser.until(page ->
        Boolean.TRUE.equals(
            page.driver()
                .executeScript("return typeof Reveal !== 'undefined' && Reveal.isReady()")));
    return new BrowserSlides(browser);
  }

  List<String> tooLarge() {
    return texts(TOO_LARGE);
  }

  int slides() {
    return number("return Reveal.getTotalSlides()");
  }

  /** From 0. */
  int current() {
    return number("return Reveal.getIndices().h");
  }

  void show(int slide) {
    browser.driver().executeScript("Reveal.slide(arguments[0])", slide);
  }

  /** The first slide of a kind, from 0; -1 where there is none. */
  int first(String role) {
    return number(
        "return Reveal.getSlides().findIndex(one => one.classList.contains(arguments[0]))", role);
  }

  /** The notes of all slides of a kind, in their order. */
  List<String> notes(String role) {
    return texts(
        "return Reveal.getSlides().filter(one => one.classList.contains(arguments[0]))"
            + ".map(one => one.querySelector('aside.notes')?.textContent ?? '')",
        role);
  }

  /** What whoever listens can read, of all slides. */
  List<String> read() {
    return texts(
        """
        return Reveal.getSlides().map(slide => {
          const seen = slide.cloneNode(true);
          seen.querySelectorAll("aside.notes").forEach(one => one.remove());
          return seen.textContent;
        })
        """);
  }

  void press(Keys key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  private int number(String script, Object... arguments) {
    Object number = browser.driver().executeScript(script, arguments);
    return ((Number) java.util.Objects.requireNonNull(number)).intValue();
  }

  private List<String> texts(String script, Object... arguments) {
    return browser.driver().executeScript(script, arguments) instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : List.of();
  }
}
