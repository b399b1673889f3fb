package dev.deckhand.shell.cli.notes;

import java.util.Arrays;
import java.util.Iterator;

/** A format of published notes. */
enum NotesFormat {
  /** One page, for a browser. */
  HTML("html"),
  /** To print, or to hand in. */
  PDF("pdf");

  private final String word;

  NotesFormat(String word) {
    this.word = word;
  }

  /** Its name on the command line. */
  String word() {
    return word;
  }

  /** The file extension. */
  String extension() {
    return "." + word;
  }

  /** The names of the formats, for help and completion. */
  static final class FormatCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(NotesFormat::word).iterator();
    }
  }
}
