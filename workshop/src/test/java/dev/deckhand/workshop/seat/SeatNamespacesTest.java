package dev.deckhand.workshop.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatNamespacesTest {

  private static final LessonId PODS = new LessonId("kubernetes", "pods");
  private static final LessonId SERVICES = new LessonId("kubernetes", "services");

  @TempDir Path folder;

  private SeatNamespaces namespaces(long seed) {
    return new SeatNamespaces(folder, new Random(seed));
  }

  @Test
  void aNameIsKeptUntilItIsGivenUp() {
    String name = namespaces(1).current(PODS, "pier-dev");

    assertThat(name).matches("pier-dev-[a-z0-9]{5}");
    assertThat(namespaces(2).current(PODS, "pier-dev")).isEqualTo(name);
    assertThat(namespaces(2).current(SERVICES, "kiosk-dev")).startsWith("kiosk-dev-");

    namespaces(2).giveUp(PODS);

    assertThat(namespaces(3).current(PODS, "pier-dev")).isNotEqualTo(name);
  }

  @Test
  void aServerThatIsStartedAgainKnowsWhetherANameWasUsed() {
    namespaces(1).current(PODS, "pier-dev");
    assertThat(namespaces(1).isUsed(PODS)).isFalse();

    namespaces(1).use(PODS);

    assertThat(namespaces(2).isUsed(PODS)).isTrue();
    assertThat(namespaces(2).isUsed(SERVICES)).isFalse();
    namespaces(2).giveUp(PODS);
    assertThat(namespaces(2).isUsed(PODS)).isFalse();
  }

  @Test
  void aNameIsADnsLabel() {
    assertThat(namespaces(1).current(PODS, "a-" + "b".repeat(61))).hasSize(63);
  }
}
