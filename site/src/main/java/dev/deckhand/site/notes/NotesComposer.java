package dev.deckhand.site.notes;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.site.notes.Portfolio.LessonWork;
import dev.deckhand.site.text.PluralFormatter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Composes documents of a learner's notes. The same notes give the same document. Immutable. */
public final class NotesComposer {

  private final DateTimeFormatter day;

  /**
   * @param zone where the learner is, for dates
   */
  public NotesComposer(ZoneId zone) {
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Returns the notes of a lesson. */
  public NotesDocument of(LessonNotes notes) {
    var parts = new ArrayList<NotesPart>();
    parts.add(summary(notes));
    parts.addAll(new StepNotes(notes, 1, "step-").parts());
    return new NotesDocument(notes.lesson().title(), false, parts);
  }

  private NotesPart summary(LessonNotes notes) {
    String when = startTimes(notes).map(at -> ", " + day.format(at)).findFirst().orElse("");
    return new NotesPart.Line(
        "summary",
        "Notes"
            + by(notes.learner())
            + when
            + ". "
            + count(notes, StepNotes::isDone)
            + " of "
            + PluralFormatter.of(notes.lesson().steps().size(), "step")
            + " done, "
            + PluralFormatter.of(commands(notes), "command")
            + ", "
            + PluralFormatter.of(count(notes, JournalEvent.HintGiven.class::isInstance), "hint")
            + (count(notes, JournalEvent.LessonFinished.class::isInstance) > 0
                ? ". Finished."
                : "."));
  }

  /** What happened twice, in one step, counts once. */
  private static long count(LessonNotes notes, Predicate<JournalEvent> kind) {
    return notes.events().stream().map(LessonNotes.Event::event).filter(kind).distinct().count();
  }

  private static long commands(LessonNotes notes) {
    return notes.events().stream()
        .filter(each -> each.event() instanceof JournalEvent.CommandFinished)
        .count();
  }

  private static String by(String learner) {
    return learner.isBlank() ? "" : " by " + learner;
  }

  private static Stream<Instant> startTimes(LessonNotes notes) {
    return notes.events().stream()
        .filter(each -> each.event() instanceof JournalEvent.StepBegan)
        .map(LessonNotes.Event::at);
  }

  /**
   * Returns the notes of one course or several: contents, how far the learner came, and the notes
   * of each lesson.
   */
  public NotesDocument of(Portfolio portfolio) {
    var parts = new ArrayList<NotesPart>();
    parts.add(new NotesPart.Section(1, "progress", "Progress"));
    parts.add(summary(portfolio));
    portfolio
        .courses()
        .forEach(course -> parts.add(ProgressTable.of(course, NotesComposer::anchor)));
    boolean several = portfolio.courses().size() > 1;
    for (Portfolio.Course course : portfolio.courses()) {
      if (several) {
        parts.add(new NotesPart.Section(1, "course-" + course.id(), course.title()));
      }
      course.lessons().forEach(work -> parts.addAll(lesson(work, several ? 2 : 1)));
    }
    return new NotesDocument(portfolio.title(), true, parts);
  }

  private NotesPart summary(Portfolio portfolio) {
    List<LessonWork> begun = portfolio.begun();
    List<Instant> days =
        begun.stream()
            .flatMap(work -> Stream.ofNullable(work.notes()).flatMap(NotesComposer::startTimes))
            .sorted()
            .toList();
    String when = "";
    if (!days.isEmpty()) {
      String first = day.format(days.getFirst());
      String last = day.format(days.getLast());
      when = first.equals(last) ? ", " + first : ", " + first + " to " + last;
    }
    return new NotesPart.Line(
        "summary",
        "Notes"
            + by(portfolio.learner())
            + when
            + ". "
            + PluralFormatter.of(begun.size(), "lesson")
            + " begun, "
            + begun.stream().filter(LessonWork::finished).count()
            + " finished; "
            + ProgressTable.time(ProgressTable.totalTime(begun))
            + " of work, long pauses left out.");
  }

  private static List<NotesPart> lesson(LessonWork work, int level) {
    LessonNotes notes = work.notes();
    if (notes == null) {
      return List.of();
    }
    var parts = new ArrayList<NotesPart>();
    parts.add(new NotesPart.Section(level, anchor(work), work.title()));
    parts.add(
        new NotesPart.Line(
            "summary",
            work.stepsDone()
                + " of "
                + PluralFormatter.of(work.steps(), "step")
                + " done, "
                + PluralFormatter.of(work.hints(), "hint")
                + ", "
                + ProgressTable.time(work.time())
                + (work.finished() ? ". Finished." : ".")));
    parts.addAll(new StepNotes(notes, level + 1, anchor(work) + "-step-").parts());
    return parts;
  }

  /** The characters of an id are valid in an anchor, except the separator. */
  private static String anchor(LessonWork work) {
    return work.id().course() + "_" + work.id().lesson();
  }
}
