package dev.deckhand.site;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.site.notes.LessonNotes;
import dev.deckhand.site.notes.NotesComposer;
import java.time.ZoneOffset;
import java.util.List;

/** Notes to print, for tests of other packages. */
public final class PrintableNotesFixtures {

  private PrintableNotesFixtures() {}

  /** What may be in notes and would be something else anywhere else. */
  public static List<String> texts() {
    return HostileTexts.ALL;
  }

  /** A lesson's notes that hold all of it. */
  public static String hostile() {
    return new NotesComposer(ZoneOffset.UTC).of(HostileTexts.book()).adoc();
  }

  /** A lesson's notes with one command that wrote that. */
  public static String output(String output) {
    return notes(NotesFixtures.typed("cat x", 0, output));
  }

  /** A lesson's notes with one entry. */
  public static String notes(LessonNotes.Event entry) {
    return new NotesComposer(ZoneOffset.UTC)
        .of(
            NotesFixtures.of(
                new LessonNotes.Event(new JournalEvent.StepBegan(1), NotesFixtures.AT), entry))
        .adoc();
  }

  /** A course with one lesson that is under way. */
  public static String course() {
    return new NotesComposer(ZoneOffset.UTC)
        .of(
            PortfolioFixtures.one(
                "Ada",
                PortfolioFixtures.begun(
                    "kubernetes/deployments",
                    "Deployments",
                    3,
                    false,
                    NotesFixtures.of(
                        new LessonNotes.Event(new JournalEvent.StepBegan(1), NotesFixtures.AT),
                        NotesFixtures.typed("ls", 0, "a\n")))))
        .adoc();
  }
}
