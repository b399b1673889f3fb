package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.lab.Console;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VigilTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofMillis(100);

  private final FakeLab lab = new FakeLab();
  private final Lookout lookout = new Lookout(lab, new Judge(new Expressions()));

  @Test
  void whatHoldsIsSeenAtOnce() throws InterruptedException {
    assertThat(after(List.of(Harbour.wants("1.1", 2)), "scale 2").held()).isTrue();
  }

  @Test
  void aFatalCheckThatBrokeOnTheWayStaysBroken() throws InterruptedException {
    Check fatal = Harbour.wants("1.1", 1, Check.Role.FATAL, Duration.ZERO);
    Lookout.Report report = after(List.of(fatal), "scale 0", "scale 1");
    assertThat(report.held()).isFalse();
    assertThat(report.checks()).singleElement().matches(state -> state.broken());
  }

  @Test
  void anInvariantThatWasMendedOnTheWayHolds() throws InterruptedException {
    Check kept = Harbour.wants("1.1", 1, Check.Role.KEEP, Duration.ZERO);
    assertThat(after(List.of(kept), "scale 0", "scale 1").held()).isTrue();
  }

  @Test
  void eachCheckHasItsOwnHoldTime() throws InterruptedException {
    Check longKept = Harbour.wants("1.1", 2, Check.Role.GOAL, Duration.ofMillis(300));
    Lookout.Report report = after(List.of(longKept, Harbour.wants("1.2", 2)), "scale 2");
    assertThat(report.held()).isTrue();
    assertThat(report.took()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whatDoesNotHoldIsGivenUpOnceNothingMoves() throws InterruptedException {
    Lookout.Report report = after(List.of(Harbour.wants("1.1", 2)), "scale 3");
    assertThat(report.held()).isFalse();
    assertThat(report.took()).isLessThan(WITHIN);
  }

  @Test
  void aStepWithoutChecksStillSeesWhatItsQuestionsLookAt() throws InterruptedException {
    assertThat(after(List.of()).held()).isTrue();
  }

  private Lookout.Report after(List<Check> checks, String... commands) throws InterruptedException {
    Script script = Harbour.script("", commands);
    Step step = Harbour.step(1, checks, script, List.of(), List.of());
    try (Vigil vigil = lookout.keep(step, lookout.look(step))) {
      for (String command : commands) {
        lab.run(command, Console.NONE);
      }
      return vigil.await(WITHIN, QUIET);
    }
  }
}
