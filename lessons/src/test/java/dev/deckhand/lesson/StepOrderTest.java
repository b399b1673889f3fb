package dev.deckhand.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.diagnostic.SourcePosition;
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
      drawn.add(StepOrder.random(3, random).written());
    }
    assertThat(drawn).hasSize(6);
  }

  @Test
  void theSameRandomnessDrawsTheSameOrder() {
    assertThat(StepOrder.random(9, new Random(1))).isEqualTo(StepOrder.random(9, new Random(1)));
  }

  @Test
  void placesAndNumbersAreEachOthersWayBack() {
    var order = new StepOrder(List.of(3, 1, 2));
    assertThat(List.of(order.numberAt(1), order.numberAt(2), order.numberAt(3)))
        .containsExactly(3, 1, 2);
    assertThat(List.of(order.positionOf(1), order.positionOf(2), order.positionOf(3)))
        .containsExactly(2, 3, 1);
    assertThat(order.numberAt(0)).isZero();
    assertThat(order.positionOf(4)).isEqualTo(4);
  }

  @Test
  void aLessonThatChangedKeepsTheOrderOfWhatIsStillThere() {
    var order = new StepOrder(List.of(3, 1, 2));
    assertThat(order.resizedTo(4).written()).containsExactly(3, 1, 2, 4);
    assertThat(order.resizedTo(2).written()).containsExactly(1, 2);
    assertThat(order.resizedTo(3)).isEqualTo(order);
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
            new LessonMetadata(List.of(), 1, "", StepOrderMode.DRAWN),
            List.of(),
            List.of(step(1), step(2), step(3)),
            "f");

    Lesson turned = written.withStepOrder(new StepOrder(List.of(3, 1, 2)));

    assertThat(turned.steps()).extracting(Step::number).containsExactly(1, 2, 3);
    assertThat(turned.steps()).extracting(Step::title).containsExactly("S3", "S1", "S2");
    assertThat(turned.steps())
        .extracting(step -> step.quizzes().getFirst().id())
        .containsExactly("3.z1", "1.z1", "2.z1");
    assertThat(turned.steps()).extracting(turned::writtenNumber).containsExactly(3, 1, 2);
    assertThat(turned.withStepOrder(new StepOrder(List.of(2, 3, 1)))).isEqualTo(written);
  }

  private static Step step(int number) {
    var position = new SourcePosition("f", number);
    var quiz =
        new Quiz(
            number + ".z1",
            "Q",
            List.of(
                new Quiz.Choice(List.of(), true, List.of()),
                new Quiz.Choice(List.of(), false, List.of())),
            position);
    return new Step(
        number,
        "S" + number,
        new StepContent(List.of()),
        new StepTasks(List.of(), List.of(), List.of(quiz), List.of()),
        ScriptSet.NONE,
        position);
  }
}
