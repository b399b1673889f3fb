package dev.deckhand.workshop.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.web.browser.NeedsBrowser;
import dev.deckhand.workshop.web.browser.TestBrowser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.TimeoutException;

/** Two learners and their instructor, each in a browser of their own, take a lesson with labs. */
@NeedsBrowser
@Tag("docker")
@Timeout(600)
class WorkshopBrowserIT {

  private static final Duration LONG_LOSS = Duration.ofSeconds(60);

  @TempDir Path state;
  private TestBrowser ann;
  private TestBrowser ben;
  private TestBrowser ina;

  @BeforeEach
  void startBrowsers() {
    ann = TestBrowser.start();
    ben = TestBrowser.start();
    ina = TestBrowser.start();
    for (TestBrowser one : List.of(ann, ben, ina)) {
      one.resize(TestBrowser.Screen.DESKTOP, "light");
    }
  }

  @AfterEach
  void stopBrowsers() throws Exception {
    for (TestBrowser one : List.of(ann, ben, ina)) {
      one.close();
    }
    Labs.removeAll(state);
  }

  private ServedWorkshop serve(int port) throws IOException {
    return ServedWorkshop.onLoopback(
        state, port, List.of("kubernetes", "--seats", "2", "--stuck-after", "2", "--no-ssh"));
  }

  @Test
  void aLessonIsTakenThroughLostNetworksAndTheDeathOfTheServer() throws Exception {
    int port = ServedWorkshop.freePort();
    ServedWorkshop first = serve(port);
    try (var annsNetwork = new NetworkCut(port);
        var bensNetwork = new NetworkCut(port)) {
      join(ann, annsNetwork, first.code(), "Ann");
      join(ben, bensNetwork, first.code(), "Ben");
      ina.open(first.instructorLink());
      ina.visible("#seats tr");
      shows(ann, "anatomy 1/4 $");
      shows(ben, "anatomy 1/4 $");

      getStuck(ben);
      type(ben, "echo before-the-loss\n");
      shows(ben, "before-the-loss\n");
      long lost = System.nanoTime();
      bensNetwork.cut();

      holdAndHelp();
      saveAll();
      loseForMoments(annsNetwork);
      letGo();

      // Ben's network is away for longer than the server waits for a silent browser
      TimeUnit.NANOSECONDS.sleep(LONG_LOSS.toNanos() - (System.nanoTime() - lost));
      assertThat(terminalState(ben)).isEqualTo("lost");
      bensNetwork.restore();
      isBack(ben, "before-the-loss");
      ina.until(one -> one.text("#attention").contains("A node has the label"));

      first.kill();
      ann.until(one -> terminalState(one).equals("lost"));
      ServedWorkshop second = serve(port);
      try {
        isBack(ann, "anatomy 2/4 $");
        type(ann, "kubectl get nodes -l deck=upper -o name; cat note\n");
        shows(ann, "node/deckhand");
        shows(ann, "written before\n");
        exports();
        for (TestBrowser one : List.of(ann, ben, ina)) {
          assertThat(one.consoleErrors())
              .as(
                  "complaints but those of a lost network, and of slides that a lesson doesn't have")
              .allMatch(text ->
                  text.contains("WebSocket")
                      || text.contains("net::ERR_")
                      || text.contains("/instructor/slides/"));
        }
      } finally {
        second.close();
      }
    } finally {
      first.kill();
    }
  }

  private static void join(TestBrowser browser, NetworkCut network, String code, String name) {
    browser.open(URI.create("http://127.0.0.1:" + network.port() + "/"));
    browser.type("#code", code);
    browser.type("#name", name);
    browser.click("#go");
    browser.until(one -> terminalState(one).equals("open"));
  }

  private static String terminalState(TestBrowser browser) {
    List<String> states =
        browser.all("#terminal").stream()
            .map(one -> Objects.requireNonNullElse(one.getDomAttribute("data-state"), ""))
            .toList();
    return states.isEmpty() ? "" : states.getFirst();
  }

  private static void shows(TestBrowser browser, String text) {
    try {
      browser.until(one -> (one.terminal() + "\n").contains(text));
    } catch (TimeoutException never) {
      throw new AssertionError(text + " isn't shown:\n" + browser.terminal(), never);
    }
  }

  private static void type(TestBrowser browser, String text) {
    browser.find("#screen .xterm-helper-textarea").sendKeys(text);
  }

  private static void getStuck(TestBrowser browser) {
    type(browser, "check\n");
    shows(browser, "deck");
  }

  /** The terminal is connected again, and shows what it showed before. */
  private static void isBack(TestBrowser browser, String text) {
    browser.until(one -> terminalState(one).equals("open"));
    shows(browser, text);
  }

  private void holdAndHelp() {
    ina.type("#hold-step", "1");
    ina.click("#hold-form button");
    ann.until(one -> one.find("#held").isDisplayed());
    ann.click("#hand");
    ina.until(one -> one.text("#attention").contains("Hand up"));

    ina.click("#attention li.hand button");
    ina.visible("#hint");
    ina.type("#hint", "The label belongs to a node");
    ina.click("#hint-form button");
    ann.until(one -> one.text("#newest").contains("The label belongs to a node"));
    ina.click("#ask-type");
    ann.click("#look-allow");
    ina.click("#look-open");
    ina.until(one -> "open".equals(one.find("#look-terminal").getDomAttribute("data-state")));
    ina.find("#look-screen .xterm-helper-textarea")
        .sendKeys("kubectl label node deckhand deck=upper\n");
    shows(ann, "done: A node has the label");
    ina.click("#look-close");
    ann.click("#look-stop");
    ann.until(one -> !one.find("#looked-at").isDisplayed());
  }

  private void loseForMoments(NetworkCut network) throws InterruptedException {
    network.cut();
    type(ann, "echo written before >note; echo during-the-loss\n");
    TimeUnit.SECONDS.sleep(3);
    network.restore();
    shows(ann, "during-the-loss\n");
    isBack(ann, "during-the-loss");
  }

  private void letGo() {
    type(ann, "answer containerd\n");
    type(ann, "next\n");
    ann.until(one -> one.terminal().split("is holding the class", -1).length > 2);
    ina.click("#release");
    ann.until(one -> !one.find("#held").isDisplayed());
    type(ann, "next\n");
    shows(ann, "anatomy 2/4 $");
  }

  private void exports() {
    assertThat(fetched("/instructor/export.csv")).startsWith("name,seat,").contains("Ann,", "Ben,");
    assertThat(fetched("/instructor/export.json")).contains("\"Ann\"", "\"Ben\"");
  }

  private String fetched(String path) {
    return ina.string("return fetch('" + path + "').then(answer => answer.text())");
  }

  /** For people to look at, in target/screens. */
  private void saveAll() throws IOException {
    // the widest first: a terminal that gets narrower cuts off what is shown
    for (TestBrowser.Screen screen : List.of(TestBrowser.Screen.values()).reversed()) {
      for (TestBrowser one : List.of(ann, ina)) {
        one.resize(screen, "light");
        String name = (one == ann ? "lab-learner-" : "lab-instructor-") + screen;
        one.until(page -> page.overflowWidth() <= 0);
        one.save(name);
      }
    }
    ann.resize(TestBrowser.Screen.DESKTOP, "light");
    ina.resize(TestBrowser.Screen.DESKTOP, "light");
  }
}
