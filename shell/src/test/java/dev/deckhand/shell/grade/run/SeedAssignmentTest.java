package dev.deckhand.shell.grade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedAssignmentTest {

  @Test
  void linesNameSubmissionsAndSeeds() throws SeedAssignment.InvalidLine {
    SeedAssignment seeds =
        SeedAssignment.parse(
            "submission,seed\r\n# the first group\r\n\r\nanna, 4711\r\nMiller, Ben,0\r\n");
    assertThat(seeds.bySubmission()).isEqualTo(Map.of("anna", 4711L, "Miller, Ben", 0L));
    assertThat(seeds.assigned("anna")).isEqualTo(OptionalLong.of(4711));
    assertThat(seeds.assigned("eve")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anna                | Line 1 isn't",
        "anna,               | Line 1 isn't",
        "anna,x              | Line 1 isn't",
        "anna,-1             | Line 1 isn't",
        "anna,1234567890     | Line 1 isn't",
        "',1'                | Line 1 isn't",
      })
  void otherLinesAreRefused(String text, String message) {
    assertThatThrownBy(() -> SeedAssignment.parse(text))
        .isInstanceOf(SeedAssignment.InvalidLine.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void twoSeedsForOneAreRefused() {
    assertThatThrownBy(() -> SeedAssignment.parse("anna,1\nben,2\nanna,1"))
        .hasMessage("Line 3 gives a second seed to one submission.");
  }

  @Test
  void aGradeStandsOnlyWithTheSeedOfTheList() throws SeedAssignment.InvalidLine {
    SeedAssignment seeds = SeedAssignment.parse("anna,1");
    assertThat(seeds.allows("anna", "1")).isTrue();
    assertThat(seeds.allows("anna", "2")).isFalse();
    assertThat(seeds.allows("anna", "")).isFalse();
    assertThat(seeds.allows("ben", "2")).isFalse();
    assertThat(SeedAssignment.NONE.allows("anna", "2")).isTrue();
  }
}
