package dev.deckhand.workshop.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.deckhand.workshop.client.ScriptedInstructor;
import dev.deckhand.workshop.client.ScriptedLearner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two learners with a cluster each, and a server that is killed in the middle. */
@Tag("docker")
@Timeout(600)
class WorkshopIT {

  private static final Duration LAB = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofMinutes(1);

  @TempDir Path state;

  private ServedWorkshop serve(int port) throws IOException {
    return ServedWorkshop.onLoopback(
        state, port, List.of("kubernetes", "--seats", "2", "--no-ssh"));
  }

  @Test
  void aLessonIsTakenThroughTheDeathOfTheServer() throws Exception {
    int port = ServedWorkshop.freePort();
    try (HttpClient http = HttpClient.newHttpClient()) {
      ServedWorkshop first = serve(port);
      ScriptedInstructor instructor = ScriptedInstructor.open(http, first.instructorLink());
      ScriptedLearner ann = ScriptedLearner.join(http, first.join(), first.code(), "Ann", "");
      ScriptedLearner ben = ScriptedLearner.join(http, first.join(), first.code(), "Ben", "");
      ScriptedLearner cleo = ScriptedLearner.join(http, first.join(), first.code(), "Cleo", "");
      try {
        ann.connect();
        ben.connect();
        takeFirstStep(ann);
        isConfined(ben);
        assertThatExceptionOfType(Exception.class)
            .as("who is in the queue has no terminal")
            .isThrownBy(cleo::connect);

        assertThat(instructor.command(Map.of("do", "broadcast", "text", "Break at ten")))
            .isEqualTo(200);
        ann.await("Your instructor says: Break at ten", ANSWER);
        assertThat(ben.command("raise-hand")).isEqualTo(200);

        ann.type("sleep 500\r");
        ann.await("sleep 500", ANSWER);
        first.kill();
        try (ServedWorkshop second = serve(port)) {
          assertThat(second.code()).isEqualTo(first.code());
          ann.connect();
          ann.await("cluster ready", LAB);
          ann.type("cat note; kubectl get nodes -l deck=upper -o name\r");
          ann.await("node/deckhand", ANSWER);
          assertThat(String.join("\n", ann.text())).contains("written before");
          ScriptedInstructor again = ScriptedInstructor.open(http, second.instructorLink());
          assertThat(again.export().toString()).contains("Ann", "Ben", "Cleo");
          assertThat(instructor.command(Map.of("do", "close-workshop"))).isEqualTo(200);
          ann.await(_ -> ann.isDisconnected(), "the end of the connection", ANSWER);
        }
      } finally {
        first.kill();
        Labs.removeAll(state);
      }
    }
  }

  private static void takeFirstStep(ScriptedLearner ann) throws InterruptedException {
    ann.await("anatomy 1/4 $", LAB);
    ann.type("kubectl label node deckhand deck=upper\r");
    ann.await("done: A node has the label", LAB);
    ann.type("echo written before >note\r");
  }

  private static void isConfined(ScriptedLearner ben) throws InterruptedException {
    ben.await("cluster ready", LAB);
    ben.type(
        "id -u; ls /work; ls -d /run/docker.sock /var/run/docker.sock; cat /sys/class/net/*/address\r");
    ben.await("64738", ANSWER);
    ben.await("cannot access '/var/run/docker.sock'", ANSWER);
    // the loopback device alone
    ben.await("00:00:00:00:00:00", ANSWER);
    assertThat(String.join("\n", ben.text())).doesNotContain("written before", "02:42:");
  }
}
