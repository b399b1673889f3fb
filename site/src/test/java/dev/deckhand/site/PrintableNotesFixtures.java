package dev.deckhand.site;

import dev.deckhand.site.notes.LessonNotes;
import dev.deckhand.site.notes.LessonNotesDocument;
import dev.deckhand.site.notes.PortfolioDocument;
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
    return new LessonNotesDocument(ZoneOffset.UTC).adoc(HostileTexts.book());
  }

  /** A lesson's notes with one command that wrote that. */
  public static String output(String output) {
    return new LessonNotesDocument(ZoneOffset.UTC)
        .adoc(
            NotesFixtures.of(
                new LessonNotes.StepStarted(1, NotesFixtures.AT),
                NotesFixtures.typed("cat x", 0, output)));
  }

  /** A course with one lesson that is under way. */
  public static String course() {
    return new PortfolioDocument(ZoneOffset.UTC)
        .adoc(
            PortfolioFixtures.one(
                "Ada",
                PortfolioFixtures.begun(
                    "kubernetes/deployments",
                    "Deployments",
                    3,
                    false,
                    NotesFixtures.of(
                        new LessonNotes.StepStarted(1, NotesFixtures.AT),
                        NotesFixtures.typed("ls", 0, "a\n")))));
  }
}
