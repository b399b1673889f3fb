package dev.deckhand.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecollectionTest {

  @Test
  void whatWasReachedInTheStepComesBack() {
    assertThat(
            of(
                new Deed.Began(1),
                new Deed.TookHint(1, 2),
                new Deed.Passed(1, StepOutcome.DONE),
                new Deed.Began(2),
                new Deed.TookHint(2, 1),
                new Deed.Answered(2, "q1", "no", false),
                new Deed.Answered(2, "q2", "yes", true),
                new Deed.Chose(2, "z1", Set.of(1), true),
                new Deed.Broke(2, "2.3"),
                new Deed.Typed(2, "sleep 9")))
        .isEqualTo(new Recollection(Set.of("q2"), Set.of("z1"), Set.of("2.3"), 1, "sleep 9"));
  }

  @Test
  void aCommandThatEndedIsNotUnfinished() {
    assertThat(of(new Deed.Began(1), new Deed.Typed(1, "ls"), new Deed.Ran(1, "ls", 0, "")))
        .isEqualTo(Recollection.NONE);
  }

  @Test
  void severalKillsInOneStepForgetNothing() {
    assertThat(
            of(
                new Deed.Began(1),
                new Deed.TookHint(1, 1),
                new Deed.Began(1),
                new Deed.Began(1),
                new Deed.TookHint(1, 2),
                new Deed.Resumed(1, true),
                new Deed.Answered(1, "q", "x", true),
                new Deed.Began(1)))
        .isEqualTo(new Recollection(Set.of("q"), Set.of(), Set.of(), 2, ""));
  }

  @Test
  void aNewLabAndAResetLeaveTheHintsAlone() {
    List<Deed> begun =
        List.of(
            new Deed.Began(1),
            new Deed.TookHint(1, 1),
            new Deed.Answered(1, "q", "x", true),
            new Deed.Broke(1, "1.1"),
            new Deed.Typed(1, "rm -rf x"));
    var hinted = new Recollection(Set.of(), Set.of(), Set.of(), 1, "");
    assertThat(of(begun, new Deed.Began(1), new Deed.Resumed(1, false))).isEqualTo(hinted);
    assertThat(of(begun, new Deed.WasReset(1))).isEqualTo(hinted);
  }

  private static Recollection of(Deed... deeds) {
    return Recollection.of(List.of(deeds));
  }

  private static Recollection of(List<Deed> begun, Deed... more) {
    var all = new java.util.ArrayList<>(begun);
    all.addAll(List.of(more));
    return Recollection.of(all);
  }
}
