package dev.deckhand.shell.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class LessonFinderTest {

  private final LessonFinder finder =
      new LessonFinder(
          StubLibrary.of("containers/volumes", "containers/first-container", "kubernetes/volumes"));

  @Test
  void findsALessonByItsAddress() throws LessonFinder.NotFound {
    assertThat(finder.find("kubernetes/volumes").id()).hasToString("kubernetes/volumes");
  }

  @Test
  void findsALessonByItsOwnNameWhereOneAloneHasIt() throws LessonFinder.NotFound {
    assertThat(finder.find("first-container").id()).hasToString("containers/first-container");
  }

  @Test
  void asksWhichOneWhereTwoHaveTheName() {
    LessonFinder.NotFound notFound = unknown("volumes");
    assertThat(notFound.what()).isEqualTo("More than one lesson is called \"volumes\".");
    assertThat(notFound.next()).isEqualTo("Say which: containers/volumes or kubernetes/volumes");
  }

  @Test
  void namesTheNearestAddress() {
    LessonFinder.NotFound notFound = unknown("containers/frist-container");
    assertThat(notFound.what()).contains("\"containers/frist-container\"");
    assertThat(notFound.next()).contains("\"deckhand learn containers/first-container\"");
  }

  @Test
  void namesTheNearestNameWhereTheCourseIsLeftOut() {
    assertThat(unknown("first-contaner").next()).contains("\"deckhand learn first-container\"");
  }

  @Test
  void guessesNothingWhereNothingIsNear() {
    assertThat(unknown("xylophone").next()).isEqualTo("\"deckhand lessons\" lists them all.");
  }

  @Test
  void takesAnyTextForAName() {
    assertThat(unknown("").what()).isEqualTo("There is no lesson \"\".");
    assertThat(unknown("a/b/c").what()).isEqualTo("There is no lesson \"a/b/c\".");
  }

  private LessonFinder.NotFound unknown(String name) {
    return catchThrowableOfType(LessonFinder.NotFound.class, () -> finder.find(name));
  }
}
