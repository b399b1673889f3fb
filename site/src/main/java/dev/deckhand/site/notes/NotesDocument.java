package dev.deckhand.site.notes;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.page.HtmlPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A learner's notes, ready to be written in any format.
 *
 * @param title plain text
 * @param contents whether it begins with a table of contents
 */
public record NotesDocument(String title, boolean contents, List<NotesPart> parts) {
  public NotesDocument {
    parts = List.copyOf(parts);
  }

  /** Returns it as AsciiDoc, with pictures named by course and file. */
  public String adoc() {
    return AsciidocNotesWriter.write(this);
  }

  /**
   * Returns it as a page.
   *
   * @param pictures by the names under which the notes show them: course and file
   */
  public HtmlPage page(Function<String, Optional<Png>> pictures) {
    return new HtmlNotesWriter(pictures).write(this);
  }
}
