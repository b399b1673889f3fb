package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.Handout;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.web.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The handouts: a PDF file for each course, to be printed. */
public final class HandoutEdition implements Edition {

  private final String program;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program which build of the program this is
   * @param pictures by course and name
   */
  public HandoutEdition(String program, BiFunction<String, String, Optional<Png>> pictures) {
    this.program = program;
    this.pictures = pictures;
  }

  @Override
  public List<Sheet> sheets(Syllabus syllabus) {
    return syllabus.courses().stream().map(this::sheet).toList();
  }

  private Sheet sheet(Syllabus.Course course) {
    String adoc = Handout.adoc(course.card(), course.lessons());
    Key key = Key.begin().and(program).and(adoc);
    Shown.in(adoc)
        .forEach(name -> pictures.apply(course.id(), name).ifPresent(one -> key.and(one.bytes())));
    return new Sheet(
        Address.handout(course.id()),
        key.end(),
        (file, press) ->
            press.pdf().printWhole(adoc, name -> pictures.apply(course.id(), name), file));
  }
}
