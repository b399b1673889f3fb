package dev.deckhand.shell.cli.common;

import dev.deckhand.lesson.CourseCard;
import java.util.Iterator;

/** The ids of all courses, for completion. */
public record CourseIdCandidates(CommandContext context) implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return context.library().courses().stream().map(CourseCard::id).iterator();
  }
}
