package dev.deckhand.shell.cli.notes;

import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The destination and formats of published notes.
 *
 * @param file the single file without its extension; null if each subject has its own file
 * @param folder the folder of these files; null for next to the notes
 */
record NotesDestination(@Nullable Path file, @Nullable Path folder, Set<NotesFormat> formats) {

  /**
   * Determines the destination from the command line.
   *
   * @param out a file if it has a known extension, otherwise a folder; null for none
   * @param formats if empty, the file's extension decides, or it is HTML
   */
  static NotesDestination of(
      @Nullable Path out, Set<NotesFormat> formats, List<NotesSubject> subjects) throws UserError {
    Optional<NotesFormat> ending = out == null ? Optional.empty() : extensionOf(out);
    if (out == null || ending.isEmpty() || Files.isDirectory(out)) {
      return new NotesDestination(
          null, out, formats.isEmpty() ? EnumSet.of(NotesFormat.HTML) : formats);
    }
    if (subjects.size() > 1) {
      throw new UserError(
          "The notes of " + subjects.size() + " can't go into one file, " + out + ".",
          "Name a folder for --out, or one lesson, one course or --all.");
    }
    if (!formats.isEmpty() && !formats.contains(ending.get())) {
      throw new UserError(
          out + " has the extension of " + ending.get().word() + ", but --format differs.",
          "Leave out --format, or give the file another extension.");
    }
    String name = String.valueOf(out.getFileName());
    Path stem =
        out.resolveSibling(name.substring(0, name.length() - ending.get().extension().length()));
    return new NotesDestination(stem, null, formats.isEmpty() ? EnumSet.of(ending.get()) : formats);
  }

  private static Optional<NotesFormat> extensionOf(Path out) {
    String name = String.valueOf(out.getFileName());
    return Arrays.stream(NotesFormat.values())
        .filter(format -> name.endsWith(format.extension()))
        .filter(format -> name.length() > format.extension().length())
        .findFirst();
  }

  /** The file of a subject. */
  Path of(NotesSubject subject, NotesFormat format, StateFolder state) {
    if (file != null) {
      return file.resolveSibling(file.getFileName() + format.extension());
    }
    if (folder != null) {
      return folder.resolve(subject.fileName() + format.extension());
    }
    Path beside =
        switch (subject) {
          case NotesSubject.LessonSubject(var lesson) -> state.notes(lesson.id());
          case NotesSubject.CourseSubject(var course) -> state.notes().resolve(course.id());
          case NotesSubject.AllNotes _ -> state.notes();
        };
    return beside.resolve("notes" + format.extension());
  }

  /** Whether files go next to the learner's notes, where they are replaced each time. */
  boolean isDefault() {
    return file == null && folder == null;
  }
}
