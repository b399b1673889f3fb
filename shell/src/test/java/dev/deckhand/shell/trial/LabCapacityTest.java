package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabCapacityTest {

  private static final long GIB = 1L << 30;

  @Test
  void theFirstAlwaysHasRoom() {
    assertThat(LabCapacity.of(OptionalLong.of(0), 8).fits(9 * GIB, 0, 0)).isTrue();
    assertThat(LabCapacity.of(OptionalLong.empty(), 8).fits(GIB, 0, 0)).isTrue();
  }

  @Test
  void memoryBoundsTheRest() {
    LabCapacity space = LabCapacity.of(OptionalLong.of(4 * GIB), 8);
    assertThat(space.fits(GIB, 2 * GIB, 2)).isTrue();
    assertThat(space.fits(GIB, 3 * GIB, 3)).as("one gibibyte is the machine's own").isFalse();
  }

  @Test
  void whereNobodyKnowsTheMemoryOneRunsAfterAnother() {
    assertThat(LabCapacity.of(OptionalLong.empty(), 8).fits(1, 1, 1)).isFalse();
  }

  @Test
  void soDoCoresTwoLabsForEach() {
    LabCapacity space = LabCapacity.of(OptionalLong.of(100 * GIB), 2);
    assertThat(space.fits(GIB, GIB, 3)).isTrue();
    assertThat(space.fits(GIB, GIB, 4)).isFalse();
  }

  @Test
  void submissionsWaitMoreThanLessonsOnTrial() {
    OptionalLong memory = OptionalLong.of(100 * GIB);
    LabCapacity engines = LabCapacity.forGrading(memory, 2, needs(LabKind.DOCKER));
    assertThat(engines.fits(GIB, GIB, 11)).isTrue();
    assertThat(engines.fits(GIB, GIB, 12)).isFalse();
    assertThat(LabCapacity.working(2)).as("of which so many work").isEqualTo(4);
  }

  @Test
  void clustersAreBusyAlsoWhileASubmissionWaits() {
    LabCapacity clusters =
        LabCapacity.forGrading(OptionalLong.of(100 * GIB), 2, needs(LabKind.KUBERNETES));
    assertThat(clusters).isEqualTo(LabCapacity.of(OptionalLong.of(100 * GIB), 2));
  }

  @Test
  void memoryBoundsGradingToo() {
    LabCapacity space = LabCapacity.forGrading(OptionalLong.of(4 * GIB), 8, needs(LabKind.DOCKER));
    assertThat(space.fits(GIB, 2 * GIB, 2)).isTrue();
    assertThat(space.fits(GIB, 3 * GIB, 3)).isFalse();
    assertThat(LabCapacity.forGrading(OptionalLong.empty(), 8, needs()).fits(1, 1, 1)).isFalse();
  }

  @Test
  void aSharedClusterTakesItsRoomOnce() {
    LabCapacity space = LabCapacity.of(OptionalLong.of(4 * GIB), 8).withoutSharedClusters(2);
    assertThat(space.fits(LabCapacity.guestBytes(), 0, 1)).isTrue();
    assertThat(space.fits(2 * GIB, 0, 1)).isFalse();
    assertThat(LabCapacity.guestBytes()).isLessThan(taken(LabKind.KUBERNETES));
  }

  @Test
  void whoSaysANumberGetsIt() {
    assertThat(LabCapacity.ofCount(7).fits(50 * GIB, 300 * GIB, 6)).isTrue();
    assertThat(LabCapacity.ofCount(7).fits(1, 0, 7)).isFalse();
    assertThatThrownBy(() -> LabCapacity.ofCount(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClusterTakesMoreThanAnEngineAndBothTakeBoth() {
    long docker = taken(LabKind.DOCKER);
    long cluster = taken(LabKind.KUBERNETES);
    assertThat(cluster).isGreaterThan(docker);
    assertThat(taken(LabKind.DOCKER, LabKind.KUBERNETES)).isGreaterThan(cluster);
    assertThat(taken()).isPositive().isLessThan(docker);
  }

  private static long taken(LabKind... kinds) {
    return LabCapacity.requiredBytes(needs(kinds));
  }

  private static LabNeeds needs(LabKind... kinds) {
    return new LabNeeds(Set.of(kinds), List.of(), Set.of(), "default");
  }
}
