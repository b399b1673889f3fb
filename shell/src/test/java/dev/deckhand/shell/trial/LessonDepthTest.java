package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.loop.LabLessonFixtures;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonDepthTest {

  private static final String OBSERVERS =
      "labs/src/main/java/dev/deckhand/lab/observe/cluster/ObjectObserver.java";

  private final Lesson pods = lesson("kubernetes/pods", "kubernetes/04-pods.adoc");
  private final Lesson services = lesson("kubernetes/services", "kubernetes/10-services.adoc");

  @Test
  void aChangedFileIsTestedInFullAndTheOthersBasically() {
    List<LessonDepth> depths =
        LessonDepth.byChange(
            List.of(pods, services),
            List.of("lessons/src/main/courses/kubernetes/10-services.adoc"),
            null);

    assertThat(depths).extracting(LessonDepth::full).containsExactly(false, true);
    assertThat(depths.get(1).reason()).isEqualTo("its file has changed");
  }

  @Test
  void aNameThatOnlyEndsAlikeIsAnotherFile() {
    assertThat(LessonDepth.byChange(List.of(pods), List.of("old-kubernetes/04-pods.adoc"), null))
        .extracting(LessonDepth::full)
        .containsExactly(false);
  }

  @Test
  void codeThatObservesItsSubjectsIsAReason() {
    assertThat(LessonDepth.byChange(List.of(pods), List.of(OBSERVERS), null).getFirst())
        .satisfies(depth -> {
          assertThat(depth.full()).isTrue();
          assertThat(depth.reason()).isEqualTo(OBSERVERS + " has changed, which judges its checks");
        });
  }

  @Test
  void codeThatObservesOthersIsNone() {
    String engine = OBSERVERS.replace("cluster", "engine");
    assertThat(LessonDepth.byChange(List.of(pods), List.of(engine, "README.md"), null))
        .extracting(LessonDepth::full)
        .containsExactly(false);
  }

  @Test
  void aRotationTestsEachLessonOnce() {
    List<Lesson> lessons =
        IntStream.rangeClosed(1, 23)
            .mapToObj(number -> lesson("c/lesson-" + number, "c/" + number + ".adoc"))
            .toList();

    List<String> inFull =
        IntStream.rangeClosed(1, 10)
            .boxed()
            .flatMap(k -> LessonDepth.byChange(lessons, List.of(), new Rotation(k, 10)).stream())
            .filter(LessonDepth::full)
            .map(depth -> depth.lesson().id().toString())
            .toList();

    assertThat(inFull)
        .containsExactlyInAnyOrderElementsOf(
            lessons.stream().map(lesson -> lesson.id().toString()).toList());
  }

  @Test
  void basicIsRedResetAndGreenOfTheStepsThatWereAskedFor() {
    var asked = new TrialSelection(Set.of(), Set.of(2), true);

    assertThat(new LessonDepth(pods, true, "").narrow(asked)).isEqualTo(asked);
    assertThat(new LessonDepth(pods, false, "").narrow(asked))
        .isEqualTo(
            new TrialSelection(
                Set.of(Rule.RED_BEFORE, Rule.RESET, Rule.GREEN_AFTER), Set.of(2), false));
  }

  private static Lesson lesson(String id, String file) {
    Lesson lesson =
        LabLessonFixtures.lesson(
            LabLessonFixtures.step(
                1,
                List.of(LabLessonFixtures.replicaCheck("1.1", 3)),
                LabLessonFixtures.script("", "scale 3"),
                List.of(),
                List.of()));
    return new Lesson(
        LessonId.of(id),
        lesson.title(),
        lesson.needs(),
        lesson.metadata(),
        lesson.intro(),
        lesson.steps(),
        file);
  }
}
