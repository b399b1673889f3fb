package dev.deckhand.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class LessonFinderTest {

  private final LessonFinder finder =
      new LessonFinder(
          Shelf.of("containers/volumes", "containers/first-container", "kubernetes/volumes"));

  @Test
  void findsALessonByItsAddress() throws LessonFinder.Unknown {
    assertThat(finder.find("kubernetes/volumes").id()).hasToString("kubernetes/volumes");
  }

  @Test
  void findsALessonByItsOwnNameWhereOneAloneHasIt() throws LessonFinder.Unknown {
    assertThat(finder.find("first-container").id()).hasToString("containers/first-container");
  }

  @Test
  void asksWhichOneWhereTwoHaveTheName() {
    LessonFinder.Unknown unknown = unknown("volumes");
    assertThat(unknown.what()).isEqualTo("More than one lesson is called \"volumes\".");
    assertThat(unknown.next()).isEqualTo("Say which: containers/volumes or kubernetes/volumes");
  }

  @Test
  void namesTheNearestAddress() {
    LessonFinder.Unknown unknown = unknown("containers/frist-container");
    assertThat(unknown.what()).contains("\"containers/frist-container\"");
    assertThat(unknown.next()).contains("\"deckhand learn containers/first-container\"");
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

  private LessonFinder.Unknown unknown(String name) {
    return catchThrowableOfType(LessonFinder.Unknown.class, () -> finder.find(name));
  }
}
