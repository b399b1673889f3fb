package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import java.io.IOException;
import java.util.List;

/** Which lesson to open for somebody who does not say. */
final class NextLesson {

  private final Journal journal;
  private final CourseLibrary courseLibrary;

  NextLesson(Journal journal, CourseLibrary courseLibrary) {
    this.journal = journal;
    this.courseLibrary = courseLibrary;
  }

  /**
   * The lesson that was last open and is not finished; else the first that is not; else the first.
   */
  LessonId find() throws IOException {
    List<JournalEntry> entries = journal.outline();
    List<LessonId> all = courseLibrary.lessons().stream().map(LessonCard::id).toList();
    if (!entries.isEmpty()) {
      LessonId last = entries.getLast().lesson();
      if (all.contains(last) && !finished(last, entries)) {
        return last;
      }
    }
    return all.stream().filter(id -> !finished(id, entries)).findFirst().orElseGet(all::getFirst);
  }

  private static boolean finished(LessonId id, List<JournalEntry> entries) {
    return LessonProgress.of(
            entries.stream().filter(journalEntry -> journalEntry.lesson().equals(id)).toList())
        .finished();
  }
}
