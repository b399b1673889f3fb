package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.SeatActivity.Look;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program writes, as the instructor gets it who looks on, and whoever comes later. */
@Timeout(120)
class OutputAttacksTest {

  @TempDir static Path folder;
  private static AttackedServer server;
  private static ControlSeat seat;
  private static RawWebSocket guest;
  private static String path;

  @BeforeAll
  static void start() throws Exception {
    server = AttackedServer.start(folder);
    seat = new ControlSeat(server);
    var ann = seat.ann().seat();
    path = "/instructor/terminal/" + ann;
    server.workshop().handle(new InstructorCommand.AskToLook(ann, true));
    server.workshop().handle(ann, new LearnerCommand.AllowLook());
    assertThat(Objects.requireNonNull(server.workshop().activities().get(ann)).look())
        .isEqualTo(Look.MAY_TYPE);
    guest = RawWebSocket.open(server.port(), seat.inaHeaders(), path);
    guest.awaitText("{\"access\":\"TYPES\"}");
  }

  @AfterAll
  static void stop() throws Exception {
    guest.close();
    seat.close();
    server.close();
  }

  static Stream<Attack> attacks() {
    return Attack.by("output");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void reachesNobodysTerminal(Attack attack) throws Exception {
    seat.remember();
    int already = guest.shownBytes().length();
    String text = "\r\nbefore-" + attack.id() + attack.data().path("output").asText();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (attack.data().path("split").asBoolean()) {
      for (byte one : bytes) {
        server.output(seat.ann().seat(), new byte[] {one});
      }
    } else {
      server.output(seat.ann().seat(), bytes);
    }
    String end = "after-" + attack.id();
    server.output(seat.ann().seat(), (end + "\r\n").getBytes(StandardCharsets.UTF_8));
    guest.awaitShown(end);
    String shown = guest.shownBytes().substring(already);

    assertThat(shown).contains("before-" + attack.id());
    assertThat(attack.texts("never")).allSatisfy(one -> assertThat(shown).doesNotContain(one));
    assertThat(attack.texts("passes")).allSatisfy(one -> assertThat(shown).contains(one));
    try (var later = RawWebSocket.open(server.port(), seat.inaHeaders(), path)) {
      later.awaitShown(end);
      String painted = later.shownBytes();
      assertThat(attack.texts("never")).allSatisfy(one -> assertThat(painted).doesNotContain(one));
    }
    seat.assertUnharmed();
  }
}
