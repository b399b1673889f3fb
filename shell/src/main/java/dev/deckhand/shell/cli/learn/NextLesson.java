package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import java.io.IOException;
import java.util.List;

/** Chooses the lesson to open if none is named. */
final class NextLesson {

  private final Journal journal;
  private final CourseLibrary courseLibrary;

  NextLesson(Journal journal, CourseLibrary courseLibrary) {
    this.journal = journal;
    this.courseLibrary = courseLibrary;
  }

  /**
   * Returns the last opened lesson if it isn't finished, else the first unfinished one, else the
   * first one.
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
