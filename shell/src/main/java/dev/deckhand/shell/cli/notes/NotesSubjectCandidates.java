package dev.deckhand.shell.cli.notes;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.shell.cli.common.CommandContext;
import java.util.Iterator;
import java.util.stream.Stream;

/** The courses and lessons with notes, for completion. */
public record NotesSubjectCandidates(CommandContext context) implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.concat(
            context.library().courses().stream().map(CourseCard::id),
            context.library().lessons().stream().map(card -> card.id().toString()))
        .iterator();
  }
}
