package dev.deckhand.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepOrderTest {

  @Test
  void everyOrderIsDrawnSoonerOrLater() {
    var random = new Random(7);
    Set<List<Integer>> drawn = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      drawn.add(StepOrder.drawn(3, random).written());
    }
    assertThat(drawn).hasSize(6);
  }

  @Test
  void theSameRandomnessDrawsTheSameOrder() {
    assertThat(StepOrder.drawn(9, new Random(1))).isEqualTo(StepOrder.drawn(9, new Random(1)));
  }

  @Test
  void placesAndNumbersAreEachOthersWayBack() {
    var order = new StepOrder(List.of(3, 1, 2));
    assertThat(List.of(order.writtenAt(1), order.writtenAt(2), order.writtenAt(3)))
        .containsExactly(3, 1, 2);
    assertThat(List.of(order.placeOf(1), order.placeOf(2), order.placeOf(3)))
        .containsExactly(2, 3, 1);
    assertThat(order.writtenAt(0)).isZero();
    assertThat(order.placeOf(4)).isEqualTo(4);
  }

  @Test
  void aLessonThatChangedKeepsTheOrderOfWhatIsStillThere() {
    var order = new StepOrder(List.of(3, 1, 2));
    assertThat(order.fitted(4).written()).containsExactly(3, 1, 2, 4);
    assertThat(order.fitted(2).written()).containsExactly(1, 2);
    assertThat(order.fitted(3)).isEqualTo(order);
  }

  @Test
  void whatLeavesAStepOutIsNoOrder() {
    assertThatThrownBy(() -> new StepOrder(List.of(1, 1, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no order of 3 steps: [1, 1, 3]");
  }

  @Test
  void stepsAreNumberedAsTheyComeAndKeepTheIdsOfTheirQuizzes() {
    var written =
        new Lesson(
            LessonId.of("a/b"),
            "T",
            LabNeeds.NONE,
            List.of(),
            1,
            "",
            Ordering.DRAWN,
            List.of(),
            List.of(step(1), step(2), step(3)),
            "f");

    Lesson turned = written.inOrder(new StepOrder(List.of(3, 1, 2)));

    assertThat(turned.steps()).extracting(Step::number).containsExactly(1, 2, 3);
    assertThat(turned.steps()).extracting(Step::title).containsExactly("S3", "S1", "S2");
    assertThat(turned.steps())
        .extracting(step -> step.quizzes().getFirst().id())
        .containsExactly("3.z1", "1.z1", "2.z1");
    assertThat(turned.inOrder(new StepOrder(List.of(2, 3, 1)))).isEqualTo(written);
  }

  private static Step step(int number) {
    var place = new Place("f", number);
    var quiz =
        new Quiz(
            number + ".z1",
            "Q",
            List.of(
                new Quiz.Choice(List.of(), true, List.of()),
                new Quiz.Choice(List.of(), false, List.of())),
            place);
    return new Step(
        number,
        "S" + number,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(quiz),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        place);
  }
}
