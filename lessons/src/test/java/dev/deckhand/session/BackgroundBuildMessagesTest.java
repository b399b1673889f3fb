package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundBuildMessagesTest {

  private final SessionDriver sessionDriver =
      new SessionDriver(lesson(step(1, List.of(check("1.1", 2)), List.of())));

  @Test
  void whatIsBuiltInTheBackgroundIsShownUntilItEnds() {
    sessionDriver.send(new Message.BackgroundBuildChanged("Images 2/3: nginx:1.30", Instant.EPOCH));
    assertThat(sessionDriver.session.backgroundBuild()).isEqualTo("Images 2/3: nginx:1.30");
    sessionDriver.effects();
    sessionDriver.send(
        new Message.BackgroundBuildFailed("The disk is full.", "Go.", Instant.EPOCH));
    assertThat(sessionDriver.session.backgroundBuild()).isEmpty();
    assertThat(sessionDriver.displays())
        .containsExactly(
            new Display.Notice(Display.NoticeKind.IMAGES_NOT_BUILT, "The disk is full. Go."));
    sessionDriver.send(new Message.BackgroundBuildFinished(Instant.EPOCH));
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.Notice(Display.NoticeKind.IMAGES_BUILT, ""));
  }
}
