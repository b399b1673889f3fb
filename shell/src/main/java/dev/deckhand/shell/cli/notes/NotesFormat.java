package dev.deckhand.shell.cli.notes;

import java.util.Arrays;
import java.util.Iterator;

/** What notes are published as. */
enum NotesFormat {
  /** One page, for a browser. */
  HTML("html"),
  /** To print, or to hand in. */
  PDF("pdf");

  private final String word;

  NotesFormat(String word) {
    this.word = word;
  }

  /** As it is written on the command line. */
  String word() {
    return word;
  }

  /** The end of a file's name. */
  String extension() {
    return "." + word;
  }

  /** The formats' words, for help and completion. */
  static final class FormatCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(NotesFormat::word).iterator();
    }
  }
}
