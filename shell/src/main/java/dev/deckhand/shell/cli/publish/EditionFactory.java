package dev.deckhand.shell.cli.publish;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.publish.Edition;
import dev.deckhand.site.publish.HandoutEdition;
import dev.deckhand.site.publish.SlidesEdition;
import dev.deckhand.site.publish.WebEdition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What makes each format. */
final class EditionFactory {

  private final String program;
  private final CourseLibrary courseLibrary;

  /**
   * @param program which build of the program this is
   */
  EditionFactory(String program, CourseLibrary courseLibrary) {
    this.program = program;
    this.courseLibrary = courseLibrary;
  }

  /** The editions of several formats, which know of each other. */
  List<Edition> of(Set<PublishFormat> publishFormats) {
    return Arrays.stream(PublishFormat.values())
        .filter(publishFormats::contains)
        .map(publishFormat -> of(publishFormat, publishFormats))
        .toList();
  }

  private Edition of(PublishFormat publishFormat, Set<PublishFormat> publishFormats) {
    return switch (publishFormat) {
      case HTML -> new WebEdition(publishFormats, courseLibrary::picture);
      case PDF -> new HandoutEdition(program, courseLibrary::picture);
      case SLIDES -> new SlidesEdition(program, courseLibrary::picture);
    };
  }
}
