package dev.deckhand.lesson.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.version.VersionConstraint.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionConstraintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >=1.29        | 1.29.0  | FITS
          >=1.29        | 1.28.99 | TOO_OLD
          >=1.29        | 1.100.0 | FITS
          >=1.29        | 2.0.0   | FITS
          >1.29         | 1.29.5  | TOO_OLD
          >1.29         | 1.30.0  | FITS
          >1.29.5       | 1.29.5  | TOO_OLD
          >1.29.5       | 1.29.6  | FITS
          <=1.29        | 1.29.5  | FITS
          <=1.29        | 1.30.0  | TOO_NEW
          <1.29         | 1.28.9  | FITS
          <1.29         | 1.29.0  | TOO_NEW
          =1.29         | 1.29.5  | FITS
          =1.29         | 1.28.0  | TOO_OLD
          =1.29         | 1.30.0  | TOO_NEW
          >=26, <29     | 28.5.2  | FITS
          >=26, <29     | 29.0.0  | TOO_NEW
          >=26,<29      | 20.10.24 | TOO_OLD
          """)
  void versionIsComparedWithAsManyNumbersAsAreWritten(String text, String version, Fit fit) {
    assertThat(constraint(text).fit(version(version))).isEqualTo(fit);
  }

  /** A tag such as 28-dind names no minor version: a lesson isn't refused for what isn't known. */
  @ParameterizedTest
  @CsvSource({"28,FITS", "27,TOO_OLD", "29,TOO_NEW", "28.3,FITS", "28.2,TOO_OLD"})
  void partlyKnownVersionIsRefusedOnlyIfNoneThatBeginsSoFits(String version, Fit fit) {
    assertThat(constraint(">=28.3, <29").fit(version(version))).isEqualTo(fit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.29",
        ">= ",
        "=>1.29",
        "~1.29",
        ">=1.29 <2",
        ">=1.29,",
        ",>=1",
        ">=1.2.3.4",
        ">=v1.29",
        ">=1.x",
        ">=1234567",
        "==1"
      })
  void whatIsNoConstraintIsNotRead(String text) {
    assertThat(VersionConstraint.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >=1.29              | true
          >=1.29, <=1.29      | true
          >=1.29.3, <1.29.4   | true
          >=1.30, <1.30       | false
          >1.29, <1.30        | false
          =1.29, =1.30        | false
          <0                  | false
          <0.0.1              | true
          """)
  void constraintThatNoVersionMeetsIsFound(String text, boolean satisfiable) {
    assertThat(constraint(text).isSatisfiable()).isEqualTo(satisfiable);
  }

  @Test
  void constraintIsShownAsAuthorsWriteIt() {
    assertThat(constraint(">= 1.29 ,<2")).hasToString(">=1.29, <2");
  }

  @ParameterizedTest
  @CsvSource({
    "v1.37.2-k3s1,1.37.2",
    "28-dind,28",
    "26.1.5+dfsg1,26.1.5",
    "v4.3.2+g1234,4.3.2",
    "20.10,20.10",
    "0,0"
  })
  void versionIsReadFromTags(String tag, String version) {
    assertThat(ToolVersion.find(tag)).map(ToolVersion::toString).contains(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "dind", "", "20261129", "-1"})
  void tagWithoutAVersionHasNone(String tag) {
    assertThat(ToolVersion.find(tag)).isEmpty();
  }

  private static VersionConstraint constraint(String text) {
    return VersionConstraint.parse(text).orElseThrow();
  }

  private static ToolVersion version(String text) {
    return ToolVersion.find(text).orElseThrow();
  }
}
