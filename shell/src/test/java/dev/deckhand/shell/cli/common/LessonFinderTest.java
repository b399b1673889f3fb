package dev.deckhand.shell.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class LessonFinderTest {

  private final LessonFinder finder =
      new LessonFinder(
          StubLibrary.of("containers/volumes", "containers/first-container", "kubernetes/volumes"));

  @Test
  void findsALessonByItsAddress() throws UserError {
    assertThat(finder.find("kubernetes/volumes").id()).hasToString("kubernetes/volumes");
  }

  @Test
  void findsALessonByItsOwnNameWhereOneAloneHasIt() throws UserError {
    assertThat(finder.find("first-container").id()).hasToString("containers/first-container");
  }

  @Test
  void asksWhichOneWhereTwoHaveTheName() {
    UserError notFound = unknown("volumes");
    assertThat(notFound.problem()).isEqualTo("More than one lesson is called \"volumes\".");
    assertThat(notFound.remedy()).isEqualTo("Say which: containers/volumes or kubernetes/volumes");
  }

  @Test
  void namesTheNearestAddress() {
    UserError notFound = unknown("containers/frist-container");
    assertThat(notFound.problem()).contains("\"containers/frist-container\"");
    assertThat(notFound.remedy()).contains("\"deckhand learn containers/first-container\"");
  }

  @Test
  void namesTheNearestNameWhereTheCourseIsLeftOut() {
    assertThat(unknown("first-contaner").remedy()).contains("\"deckhand learn first-container\"");
  }

  @Test
  void guessesNothingWhereNothingIsNear() {
    assertThat(unknown("xylophone").remedy()).isEqualTo("\"deckhand lessons\" lists them all.");
  }

  @Test
  void takesAnyTextForAName() {
    assertThat(unknown("").problem()).isEqualTo("There is no lesson \"\".");
    assertThat(unknown("a/b/c").problem()).isEqualTo("There is no lesson \"a/b/c\".");
  }

  private UserError unknown(String name) {
    return catchThrowableOfType(UserError.class, () -> finder.find(name));
  }
}
