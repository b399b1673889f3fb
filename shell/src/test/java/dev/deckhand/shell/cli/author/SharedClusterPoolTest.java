package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.shell.cli.common.StubLibrary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedClusterPoolTest {

  @Test
  void whoKeepsToANamespaceShares() {
    Lesson pods = lesson("c/pods", "pier", Tenancy.SHARED);
    Lesson jobs = lesson("c/jobs", "quay", Tenancy.SHARED);
    Lesson nodes = lesson("c/nodes", "deck", Tenancy.OWN);

    assertThat(SharedClusterPool.groupsToShare(List.of(pods, nodes, jobs)))
        .containsExactly(List.of(pods, jobs));
  }

  @Test
  void whoNeedsOtherAbilitiesHasAnotherCluster() {
    Lesson pods = lesson("c/pods", "pier", Tenancy.SHARED);
    Lesson jobs = lesson("c/jobs", "quay", Tenancy.SHARED);
    Lesson names = lesson("c/names", "deck", Tenancy.SHARED, Ability.DNS);
    Lesson doors = lesson("c/doors", "gate", Tenancy.SHARED, Ability.DNS);

    assertThat(SharedClusterPool.groupsToShare(List.of(pods, names, jobs, doors)))
        .containsExactly(List.of(pods, jobs), List.of(names, doors));
  }

  @Test
  void noTwoOfAClusterHaveOneNamespace() {
    Lesson pods = lesson("c/pods", "pier", Tenancy.SHARED);
    Lesson jobs = lesson("c/jobs", "pier", Tenancy.SHARED);
    Lesson sets = lesson("c/sets", "quay", Tenancy.SHARED);

    assertThat(SharedClusterPool.groupsToShare(List.of(pods, jobs, sets)))
        .containsExactly(List.of(pods, sets));
  }

  @Test
  void whoWouldBeAloneHasALabOfItsOwn() {
    assertThat(SharedClusterPool.groupsToShare(List.of(lesson("c/pods", "pier", Tenancy.SHARED))))
        .isEmpty();
  }

  private static Lesson lesson(String id, String namespace, Tenancy tenancy, Ability... abilities) {
    var needs =
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(abilities), namespace, tenancy);
    Lesson blank = StubLibrary.of(id).lesson(LessonId.of(id)).orElseThrow();
    return new Lesson(
        blank.id(),
        blank.title(),
        needs,
        LessonMetadata.NONE,
        blank.intro(),
        blank.steps(),
        blank.file());
  }
}
