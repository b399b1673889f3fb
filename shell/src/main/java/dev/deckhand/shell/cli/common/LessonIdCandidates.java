package dev.deckhand.shell.cli.common;

import java.util.Iterator;

/** The ids of all lessons, for completion. */
public record LessonIdCandidates(CommandContext context) implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return context.library().lessons().stream().map(card -> card.id().toString()).iterator();
  }
}
