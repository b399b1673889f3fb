package dev.deckhand.shell.cli;

import dev.deckhand.lesson.CourseCard;
import java.util.Iterator;

/** The courses that there are, for completion. */
record CourseNames(Ports ports) implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ports.library().courses().stream().map(CourseCard::id).iterator();
  }
}
