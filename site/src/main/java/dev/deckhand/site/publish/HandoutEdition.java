package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.document.Handout;
import dev.deckhand.site.web.SitePaths;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The handouts: a PDF file for each course, to be printed. */
public final class HandoutEdition implements Edition {

  private final String programFingerprint;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program identifies the build of the program: see {@link ProgramFingerprint}
   * @param pictures by course and name
   */
  public HandoutEdition(String program, BiFunction<String, String, Optional<Png>> pictures) {
    this.programFingerprint = program;
    this.pictures = pictures;
  }

  @Override
  public List<PublicationFile> files(Syllabus syllabus) {
    return syllabus.courses().stream().map(this::file).toList();
  }

  private PublicationFile file(Syllabus.Course course) {
    String adoc = Handout.adoc(course.card(), course.lessons());
    Function<String, Optional<Png>> own = name -> pictures.apply(course.id(), name);
    return new PublicationFile(
        SitePaths.handout(course.id()),
        ContentHasher.of(programFingerprint, adoc, own),
        (file, renderers) -> renderers.pdf().renderComplete(adoc, own, file));
  }
}
