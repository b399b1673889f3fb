package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of the list that are one request. */
@Timeout(120)
class RequestAttacksTest {

  @TempDir static Path folder;
  private static AttackedServer server;
  private static ControlSeat seat;

  @BeforeAll
  static void start() throws Exception {
    server = AttackedServer.start(folder);
    seat = new ControlSeat(server);
  }

  @AfterAll
  static void stop() throws Exception {
    seat.close();
    server.close();
  }

  static Stream<Attack> attacks() {
    return Attack.by("request");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedAndChangesNothing(Attack attack) throws Exception {
    seat.remember();
    String answer = sent(attack, Map.of());

    assertThat(attack.numbers("answers")).as(answer).contains(Requests.status(answer));
    assertThat(attack.texts("always")).allSatisfy(text -> assertThat(answer).contains(text));
    assertThat(filled(attack.texts("never")))
        .allSatisfy(text -> assertThat(answer).doesNotContain(text));
    if (!attack.data().path("mayKnow").asBoolean()) {
      assertThat(answer).doesNotContain(seat.secrets());
    }
    seat.assertUnharmed();

    if (attack.data().has("without")) {
      String harmless = sent(attack, texts(attack));
      assertThat(attack.numbers("then")).as(harmless).contains(Requests.status(harmless));
      assertThat(filled(attack.texts("thenAlways")))
          .allSatisfy(text -> assertThat(harmless).contains(text));
    }
    // so many wrong words within a minute would be too many
    server.clock().move(Duration.ofMinutes(2));
  }

  private static String sent(Attack attack, Map<String, String> replaced) throws Exception {
    return Requests.send(
        server.port(), Requests.written(attack.data().path("request"), seat, replaced));
  }

  private static List<String> filled(List<String> texts) {
    return texts.stream().map(text -> Requests.filled(text, seat)).toList();
  }

  private static Map<String, String> texts(Attack attack) {
    var texts = new LinkedHashMap<String, String>();
    attack
        .data()
        .path("without")
        .properties()
        .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
    return texts;
  }
}
