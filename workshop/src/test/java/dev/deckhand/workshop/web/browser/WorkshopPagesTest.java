package dev.deckhand.workshop.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatActivity.Look;
import dev.deckhand.workshop.web.FakeWorkshop;
import dev.deckhand.workshop.web.WebFixture;
import dev.deckhand.workshop.web.WebSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each page in each state, on each screen: readable for everybody, and nothing beyond its edge. */
@NeedsBrowser
@Timeout(300)
class WorkshopPagesTest {

  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"PHONE, light", "TABLET, dark", "DESKTOP, light", "DESKTOP, dark"})
  void everyPageCanBeReadByEverybody(TestBrowser.Screen screen, String colours) throws Exception {
    try (var fixture = new WebFixture(3, WebSettings.on("127.0.0.1", 0, FakeWorkshop.CODE))) {
      browser.forget();
      browser.resize(screen, colours);
      String name = screen.name().toLowerCase(Locale.ROOT) + "-" + colours;
      browser.open(fixture.address("/"));
      browser.until(one -> one.text("#course").contains("Docker"));
      look("join-" + name);
      browser.click("#go");
      look("join-mistake-" + name);
      seat(fixture, name);
      instructor(fixture, name);
      queue(fixture, name);
      browser.open(fixture.address("/nowhere"));
      look("nowhere-" + name);
    }
  }

  private static void seat(WebFixture fixture, String name) throws IOException {
    FakeWorkshop workshop = fixture.workshop();
    browser.type("#code", "BLUE otter 42");
    browser.type("#name", "Ada Lovelace");
    browser.click("#go");
    browser.until(one -> one.terminal().contains("learner@lab"));
    var ada = workshop.seatOf("Ada Lovelace");
    workshop
        .echo(ada)
        .output(
            "docker ps\r\n\u001b[1mCONTAINER ID   IMAGE        STATUS\u001b[0m\r\n4f1c2d9a7b3e   nginx:1.29"
                + "   \u001b[32mUp 3 minutes\u001b[0m\r\n\u001b[38;2;255;140;60mtrue colour\u001b[0m \u001b[31mred\u001b[0m"
                + " \u001b[34mblue\u001b[0m \u001b[90mgrey\u001b[0m\r\n\u001b[32mlearner@lab\u001b[0m:~$ ");
    browser.until(one -> one.terminal().contains("true colour"));
    look("seat-joined-" + name);
    browser.click("#joined-close");
    workshop.progress(ada, 3, Optional.empty());
    workshop.apply(
        new RoomEvent.TimerStarted(Instant.now().plusSeconds(600), Duration.ofMinutes(10)));
    workshop.apply(new RoomEvent.ClassHeld(4));
    workshop.apply(new RoomEvent.HandRaised(ada));
    workshop.apply(
        new RoomEvent.HintPushed(
            Optional.of(ada), "Look at the ports once more: which side is which?"));
    workshop.look(ada, Look.ASKED_TO_TYPE);
    browser.visible("#look");
    browser.visible("#newest");
    look("seat-asked-" + name);
    workshop.look(ada, Look.MAY_TYPE);
    browser.visible("#looked-at");
    browser.click("#newest-close");
    look("seat-" + name);
    for (String dialog : List.of("menu", "messages", "help")) {
      browser.run("document.getElementById(arguments[0] + '-dialog').showModal()", dialog);
      look("seat-" + dialog + "-" + name);
      browser.run("document.getElementById(arguments[0] + '-dialog').close()", dialog);
    }
    if (!browser.all("#tab-lesson").isEmpty() && browser.find("#tab-lesson").isDisplayed()) {
      browser.click("#tab-lesson");
      look("seat-lesson-" + name);
    }
    workshop.apply(new RoomEvent.ClassReleased());
  }

  private static void instructor(WebFixture fixture, String name) throws Exception {
    FakeWorkshop workshop = fixture.workshop();
    for (String learner : List.of("Grace Hopper", "Barbara <b>Liskov</b>", "Edsger", "Margaret")) {
      workshop.join(FakeWorkshop.CODE, learner, "", "");
    }
    workshop.progress(
        workshop.seatOf("Grace Hopper"),
        4,
        Optional.of(
            new SeatActivity.StuckCheck(
                4,
                "The container answers on port 8080",
                "Nothing listens at 127.0.0.1:8080. The container web publishes port 80 as 8081.",
                Instant.now().minusSeconds(430))));
    workshop.apply(new RoomEvent.ClassHeld(4));
    browser.open(fixture.address("/instructor"));
    browser.until(one -> one.text("#redeem-text").contains("isn't the instructor's"));
    look("instructor-refused-" + name);
    browser.open(fixture.address("/instructor#" + FakeWorkshop.KEY));
    browser.driver().navigate().refresh();
    browser.until(one -> one.all("#seats tr").size() == 5);
    assertThat(browser.driver().getCurrentUrl()).doesNotContain(FakeWorkshop.KEY);
    look("instructor-" + name);
    browser.click("#attention li.stuck button");
    look("instructor-seat-" + name);
    browser.run("document.getElementById('seat-dialog').close()");
    browser.click("[data-seat='" + workshop.seatOf("Ada Lovelace") + "']");
    browser.click("#look-open");
    browser.until(one -> "open".equals(one.find("#look-terminal").getAttribute("data-state")));
    look("instructor-look-" + name);
    browser.click("#look-close");
    browser.open(fixture.address("/instructor/projector"));
    browser.visible("#address");
    look("projector-" + name);
  }

  private static void queue(WebFixture fixture, String name) throws IOException {
    browser.forget();
    browser.open(fixture.address("/#" + FakeWorkshop.CODE));
    browser.type("#name", "Late");
    browser.click("#go");
    browser.until(one -> one.text("#place").equals("You are number 3"));
    look("queue-" + name);
    fixture
        .workshop()
        .handle(new InstructorCommand.RemoveSeat(fixture.workshop().seatOf("Edsger")));
    browser.until(one -> one.text("#place").equals("You are number 2"));
  }

  private static void look(String name) throws IOException {
    browser.save(name);
    // the lesson of these tests has a script and a style that are refused, and one page doesn't
    // exist
    assertThat(browser.consoleErrors())
        .as(name)
        .allMatch(error -> error.contains("/assets/lesson.js") || error.contains("/nowhere"));
    List<String> violations =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .map(WorkshopPagesTest::words)
                .toList();
    assertThat(violations).as(name).isEmpty();
    // what axe does isn't allowed to the page
    browser.consoleErrors();
    assertThat(browser.overflowWidth()).as(name).isLessThanOrEqualTo(0);
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().getFirst().getHtml()
        + " "
        + rule.getNodes().getFirst().getTarget();
  }
}
