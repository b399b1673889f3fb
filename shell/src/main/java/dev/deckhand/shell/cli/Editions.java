package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.Format;
import dev.deckhand.site.publish.Edition;
import dev.deckhand.site.publish.WebEdition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

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

  /** The formats that can be made, in their order. */
  static List<Format> offered() {
    return Arrays.stream(Format.values()).filter(format -> maker(format).isPresent()).toList();
  }

  /** The editions of several formats, which know of each other. */
  List<Edition> of(Set<Format> formats) {
    return Arrays.stream(Format.values())
        .filter(formats::contains)
        .flatMap(format -> maker(format).stream())
        .map(maker -> maker.edition(program, formats, library::picture))
        .toList();
  }

  private static Optional<Maker> maker(Format format) {
    return switch (format) {
      case HTML -> Optional.of(WebEdition::new);
      case PDF, SLIDES -> Optional.empty();
    };
  }

  /** Begins an edition. */
  private interface Maker {
    Edition edition(
        String program, Set<Format> formats, BiFunction<String, String, Optional<Png>> pictures);
  }
}
