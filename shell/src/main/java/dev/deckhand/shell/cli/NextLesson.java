package dev.deckhand.shell.cli;

import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.Progress;
import java.io.IOException;
import java.util.List;

/** Which lesson to open for somebody who does not say. */
final class NextLesson {

  private final Journal journal;
  private final Library library;

  NextLesson(Journal journal, Library library) {
    this.journal = journal;
    this.library = library;
  }

  /**
   * The lesson that was last open and is not finished; else the first that is not; else the first.
   */
  LessonId find() throws IOException {
    List<Entry> entries = journal.outline();
    List<LessonId> all = library.lessons().stream().map(LessonCard::id).toList();
    if (!entries.isEmpty()) {
      LessonId last = entries.getLast().lesson();
      if (all.contains(last) && !finished(last, entries)) {
        return last;
      }
    }
    return all.stream().filter(id -> !finished(id, entries)).findFirst().orElseGet(all::getFirst);
  }

  private static boolean finished(LessonId id, List<Entry> entries) {
    return Progress.of(entries.stream().filter(entry -> entry.lesson().equals(id)).toList())
        .finished();
  }
}
