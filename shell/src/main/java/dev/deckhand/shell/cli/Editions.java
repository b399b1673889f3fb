package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Library;
import dev.deckhand.site.Format;
import dev.deckhand.site.publish.Edition;
import dev.deckhand.site.publish.HandoutEdition;
import dev.deckhand.site.publish.SlidesEdition;
import dev.deckhand.site.publish.WebEdition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What makes each format. */
final class Editions {

  private final String program;
  private final Library library;

  /**
   * @param program which build of the program this is
   */
  Editions(String program, Library library) {
    this.program = program;
    this.library = library;
  }

  /** The editions of several formats, which know of each other. */
  List<Edition> of(Set<Format> formats) {
    return Arrays.stream(Format.values())
        .filter(formats::contains)
        .map(format -> of(format, formats))
        .toList();
  }

  private Edition of(Format format, Set<Format> formats) {
    return switch (format) {
      case HTML -> new WebEdition(program, formats, library::picture);
      case PDF -> new HandoutEdition(program, library::picture);
      case SLIDES -> new SlidesEdition(program, library::picture);
    };
  }
}
