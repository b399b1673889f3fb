package dev.deckhand.workshop.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatActivity.Look;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.screen.KeptScreen;
import dev.deckhand.workshop.web.EchoTerminal;
import dev.deckhand.workshop.web.FakeWorkshop;
import dev.deckhand.workshop.web.WebFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;

/** What learners and instructors do, in a real browser. */
@NeedsBrowser
@Timeout(300)
class WorkshopWalkTest {

  private static TestBrowser browser;

  private WebFixture fixture;

  @BeforeAll
  static void startBrowser() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stopBrowser() {
    browser.close();
  }

  @BeforeEach
  void start() throws IOException {
    fixture = new WebFixture();
    browser.forget();
    browser.resize(TestBrowser.Screen.DESKTOP, "light");
  }

  @AfterEach
  void stop() {
    // no page of this test asks the next test's server
    browser.open("about:blank");
    fixture.close();
  }

  private EchoTerminal join() {
    browser.open(fixture.address("/#" + FakeWorkshop.CODE));
    browser.type("#name", "Ada");
    browser.click("#go");
    browser.until(one -> one.terminal().contains("learner@lab"));
    browser.until(one -> "open".equals(one.find("#terminal").getAttribute("data-state")));
    return fixture.workshop().echo("Ada");
  }

  private static void type(CharSequence... keys) {
    browser.find(".xterm-helper-textarea").sendKeys(keys);
  }

  @Test
  void aLearnerTypesAndSeesTheAnswer() {
    EchoTerminal terminal = join();
    type("echo h\u00e4llo", Keys.ENTER);
    browser.until(one -> one.terminal().contains("echo h\u00e4llo\n"));
    assertThat(terminal.typed()).isEqualTo("echo h\u00e4llo\r");
    assertThat(browser.driver().getTitle()).startsWith("Your first container");
    assertThat(browser.driver().getCurrentUrl()).endsWith("/seat");
    // the terminal has been fitted to the window
    browser.until(_ -> !terminal.sizes().isEmpty());
    assertThat(terminal.columns()).isGreaterThan(60);
  }

  @Test
  void whatWasTypedStaysWhereSomethingIsWrong() {
    browser.open(fixture.address("/"));
    browser.type("#code", "wrong");
    browser.type("#name", "Ada");
    browser.click("#go");
    browser.until(one -> one.text("#problem").contains("That isn't this workshop's code."));
    assertThat(browser.find("#name").getAttribute("value")).isEqualTo("Ada");
    assertThat(browser.find("#code").getAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  void whoComesBackOnAnotherDeviceTypesTheReturnKey() {
    join();
    type("before");
    browser.until(one -> one.terminal().contains("before"));
    String key = fixtureKey();
    browser.forget();
    browser.open(fixture.address("/#" + FakeWorkshop.CODE));
    browser.type("#name", "ada");
    browser.click("#go");
    browser.visible("#return-key");
    assertThat(browser.text("#problem")).contains("Somebody has this name already.");
    browser.type("#return-key", key);
    browser.click("#go");
    browser.until(one -> one.terminal().contains("before"));
  }

  private static String fixtureKey() {
    browser.click("#menu");
    String key = browser.text("#return-key-shown");
    browser.click("#menu-dialog [data-close]");
    return key;
  }

  @Test
  void aServerThatComesBackShowsTheScreenAsItWas() throws IOException {
    EchoTerminal terminal = join();
    type("one");
    browser.until(one -> one.terminal().contains("one"));
    fixture.stopServer();
    browser.until(one -> "lost".equals(one.find("#terminal").getAttribute("data-state")));
    assertThat(browser.text("#terminal-notice")).contains("What you type now isn't sent.");
    type("lost");
    terminal.output(" while you were away");
    fixture.startServer();
    browser.until(one -> "open".equals(one.find("#terminal").getAttribute("data-state")));
    browser.until(one -> one.terminal().contains("one while you were away"));
    type(" two");
    browser.until(one -> one.terminal().contains("one while you were away two"));
    assertThat(terminal.typed()).isEqualTo("one two");
    assertThat(browser.find("#terminal-notice").isDisplayed()).isFalse();
    // the rest of the page has noticed as well
    fixture.workshop().apply(new RoomEvent.ClassHeld(2));
    browser.until(one -> one.text("#held").contains("step 2"));
    browser.until(one -> !one.find("#offline").isDisplayed());
  }

  @Test
  void thePageNamesTheNamespaceThatTheLearnerHasNow() {
    String onPage =
        "return document.getElementById('lesson').shadowRoot.getElementById('namespace')?.textContent";
    fixture.workshop().setNamespace("web-dev-first");
    join();
    browser.until(one -> one.string(onPage).equals("web-dev-first"));
    browser.run("document.getElementById('lesson').scrollTop = 200");
    fixture.workshop().setNamespace("web-dev-second");
    browser.until(one -> one.string(onPage).equals("web-dev-second"));
    assertThat(browser.string("return document.getElementById('lesson').scrollTop"))
        .startsWith("200");
  }

  @Test
  void twoTabsShowOneTerminal() {
    EchoTerminal terminal = join();
    String first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    try {
      browser.open(fixture.address("/seat"));
      browser.until(one -> one.terminal().contains("learner@lab"));
      browser.until(one -> "open".equals(one.find("#terminal").getAttribute("data-state")));
      type("from the second");
      browser.until(one -> one.terminal().contains("from the second"));
    } finally {
      browser.driver().close();
      browser.driver().switchTo().window(first);
    }
    browser.until(one -> one.terminal().contains("from the second"));
    type(", from the first");
    browser.until(one -> one.terminal().contains("from the second, from the first"));
    assertThat(terminal.typed()).isEqualTo("from the second, from the first");
  }

  @Test
  void aFloodIsShownAndKeysAreStillHeard() {
    EchoTerminal terminal = join();
    terminal.output(("0123456789".repeat(7) + "\r\n").repeat(20_000));
    terminal.output("the end");
    browser.until(one -> one.terminal().contains("the end"));
    type("still here");
    browser.until(one -> one.terminal().contains("the endstill here"));
    assertThat(terminal.viewers()).isOne();
    new Actions(browser.driver())
        .scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(browser.find("#screen")), 0, -600)
        .perform();
    browser.until(one ->
        Boolean.TRUE.equals(
            one.run(
                "const { viewportY, baseY } = deckhandTerminal.term.buffer.active;"
                    + "return viewportY < baseY")));
  }

  /** xterm.js restores a cursor that was saved before the screen scrolled one line higher. */
  @Test
  void theOutputAboveAStatusLineIsAllShown() {
    EchoTerminal terminal = join();
    browser.until(_ -> !terminal.sizes().isEmpty());
    int rows = terminal.rows();
    var kept = new KeptScreen(terminal.columns(), rows);
    var output = new StringBuilder("filler\r\n".repeat(2 * rows));
    for (int i = 1; i <= 9; i++) {
      output.append(drawnAgain(rows, i));
    }
    byte[] bytes = (output + "the end").getBytes(StandardCharsets.UTF_8);
    terminal.output(new String(kept.take(bytes, 0, bytes.length), StandardCharsets.UTF_8));
    browser.until(one -> one.terminal().contains("the end"));
    assertThat(kept.text()).contains("line 8", "line 9", "the end");
    assertThat(browser.terminal().lines().map(String::stripTrailing))
        .containsSubsequence("line 1", "line 2", "line 7", "line 8", "line 9", "the end");
  }

  /** As JLine writes it: the status line goes, a line is written, and the status line is back. */
  private static String drawnAgain(int rows, int line) {
    return """
    \0337\033[1;%1$dr\0338\0337\033[%1$d;1H\033[K\0338line %2$d\r
    \0337\033[%1$d;1H\r
    \033[1;%3$dr\0338\033[A\0337\033[%1$d;1Hstatus\0338\
    """
        .formatted(rows, line, rows - 1);
  }

  @Test
  void keysThatBrowsersKeepHaveSubstitutes() {
    EchoTerminal terminal = join();
    type(Keys.chord(Keys.ALT, "w"));
    type(Keys.chord(Keys.CONTROL, "c"));
    browser.click("#show-keys");
    browser.click("#key-row button[aria-label='Escape']");
    browser.click("#key-row button[aria-label='Control, for the next key']");
    type("d");
    browser.until(_ -> terminal.typed().equals("\u0017\u0003\u001b\u0004"));
  }

  @Test
  void pastingWorksWhereScriptsMayNotReadTheClipboard() {
    EchoTerminal terminal = join();
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
    browser.click("#paste");
    browser.visible("#paste-text");
    browser.type("#paste-text", "ls -l");
    browser.click("#paste-send");
    browser.until(_ -> terminal.typed().equals("ls -l"));
    // and from there back: select all, copy, paste into the same field
    browser.run("deckhandTerminal.term.selectAll()");
    browser.click("#copy");
    browser.click("#paste");
    browser.visible("#paste-text").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.find("#paste-text").getAttribute("value")).contains("ls -l");
  }

  @Test
  void aCommandOfTheLessonIsWrittenIntoTheTerminal() {
    EchoTerminal terminal = join();
    browser.until(one ->
        Boolean.TRUE.equals(
            one.run(
                "const button = [...document.getElementById('lesson').shadowRoot"
                    + ".querySelectorAll('.tools button')].find(one => one.textContent === 'Type it');"
                    + "button?.click(); return button !== undefined")));
    browser.until(_ -> terminal.typed().equals("docker ps --all"));
    assertThat(browser.driver().getTitle()).doesNotContain("attacked");
    assertThat(
            browser.string(
                "return document.getElementById('lesson').shadowRoot.querySelectorAll('script,[onclick],[style]').length"))
        .isEqualTo("0");
  }

  @Test
  void closingTheTabAsksFirst() {
    join();
    assertThat(
            browser.run(
                "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event);"
                    + "return event.defaultPrevented"))
        .isEqualTo(true);
  }

  @Test
  void aHandIsRaisedAndALookAllowedAndStopped() {
    join();
    SeatId ada = fixture.workshop().seatOf("Ada");
    browser.click("#hand");
    browser.until(one -> one.text("#hand").contains("Your hand is up"));
    fixture.workshop().look(ada, Look.ASKED_TO_SEE);
    browser.click("#look-allow");
    browser.until(one -> one.text("#looked-at").contains("may see your terminal now"));
    browser.click("#look-stop");
    browser.until(one -> !one.find("#looked-at").isDisplayed());
    browser.click("#hand");
    browser.until(one -> one.text("#hand").contains("Raise hand"));
    assertThat(fixture.workshop().commands())
        .containsExactly(
            new LearnerCommand.RaiseHand(),
            new LearnerCommand.AllowLook(),
            new LearnerCommand.DenyLook(),
            new LearnerCommand.LowerHand());
  }

  @Test
  void leavingAsksAndThenLeaves() {
    join();
    browser.click("#menu");
    browser.click("#leave");
    browser.click("dialog[open] button.danger");
    browser.until(one -> one.all("#join").size() == 1);
    assertThat(fixture.workshop().commands()).containsExactly(new LearnerCommand.Leave());
    assertThat(browser.driver().manage().getCookies()).isEmpty();
  }

  @Test
  void aSeatThatIsTakenAwayIsSaid() {
    EchoTerminal terminal = join();
    fixture.workshop().handle(new InstructorCommand.RemoveSeat(fixture.workshop().seatOf("Ada")));
    browser.until(one -> one.text("dialog[open]").contains("This seat is closed"));
    assertThat(terminal.viewers()).isZero();
  }

  @Test
  void aBrowserThatKeepsNoCookiesIsToldWhy() {
    try (var strict = TestBrowser.startWithoutCookies()) {
      strict.open(fixture.address("/#" + FakeWorkshop.CODE));
      strict.type("#name", "Ada");
      strict.click("#go");
      strict.until(one -> one.text("#problem").contains("doesn't keep this site's cookie"));
    }
  }

  @Test
  void aBrowserWithoutStorageWorks() {
    browser
        .driver()
        .executeCdpCommand(
            "Page.addScriptToEvaluateOnNewDocument",
            Map.of(
                "source",
                "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
                    + " Object.defineProperty(window, name, { get() { throw new Error('no storage'); } });"));
    EchoTerminal terminal = join();
    type("works");
    browser.until(_ -> terminal.typed().equals("works"));
  }

  @Test
  void theInstructorHelps() throws Exception {
    fixture.workshop().join(FakeWorkshop.CODE, "Grace", "", "");
    SeatId grace = fixture.workshop().seatOf("Grace");
    browser.open(fixture.address("/instructor#" + FakeWorkshop.KEY));
    browser.visible("#slides");
    browser.click("[data-seat='" + grace + "']");
    browser.click("#ask-type");
    browser.until(one -> one.text("#seat-look").contains("hasn't answered yet"));
    fixture.workshop().handle(grace, new LearnerCommand.AllowLook());
    browser.click("#look-open");
    browser.until(one -> "open".equals(one.find("#look-terminal").getAttribute("data-state")));
    browser.find("#look-screen .xterm-helper-textarea").sendKeys("docker ps");
    browser.until(_ -> fixture.workshop().echo(grace).typed().equals("docker ps"));
    fixture.workshop().handle(grace, new LearnerCommand.DenyLook());
    browser.until(one -> one.text("#look-notice").contains("no longer"));
    browser.click("#look-close");
    browser.type("#message", "A break of ten minutes");
    browser.click("#message-form button[value='broadcast']");
    browser.until(one -> one.text("#sent").contains("A break of ten minutes"));
    browser.type("#hold-step", "2");
    browser.click("#hold-form button");
    browser.until(one -> one.text("#held").contains("held at step 2"));
    browser.click("[data-seat='" + grace + "']");
    browser.click("#remove");
    browser.click("dialog[open] button.danger");
    browser.until(one -> one.all("#seats tr").isEmpty());
    assertThat(fixture.workshop().room().present()).isEmpty();
  }

  @Test
  void theDividerMovesByKeys() {
    join();
    int before = browser.find("#lesson").getSize().getWidth();
    browser.find("#divider").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    browser.until(one -> one.find("#lesson").getSize().getWidth() < before - 50);
    new Actions(browser.driver())
        .clickAndHold(browser.find("#divider"))
        .moveByOffset(300, 0)
        .release()
        .perform();
    browser.until(one -> one.find("#lesson").getSize().getWidth() > before + 50);
  }
}
