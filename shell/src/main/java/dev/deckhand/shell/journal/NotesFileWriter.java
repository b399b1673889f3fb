package dev.deckhand.shell.journal;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.notes.NotesComposer;
import dev.deckhand.site.notes.NotesDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Writes the notes of lessons as AsciiDoc files, from the journal. */
public final class NotesFileWriter {

  private final Journal journal;
  private final StateFolder state;
  private final NotesComposer composer;

  public NotesFileWriter(Journal journal, StateFolder state, ZoneId zone) {
    this.journal = journal;
    this.state = state;
    this.composer = new NotesComposer(zone);
  }

  /** The notes of a lesson as AsciiDoc. */
  public String adoc(Lesson lesson) throws IOException {
    return document(lesson).adoc();
  }

  /** The notes of a lesson, for any format. */
  public NotesDocument document(Lesson lesson) throws IOException {
    return composer.of(LessonNotesReader.of(lesson, journal.entries(lesson.id())));
  }

  /** Writes the notes of a lesson, whole or not at all; returns the file. */
  public Path write(Lesson lesson) throws IOException {
    Path file = state.notes(lesson.id()).resolve("notes.adoc");
    AtomicFile.write(file, adoc(lesson));
    return file;
  }
}
