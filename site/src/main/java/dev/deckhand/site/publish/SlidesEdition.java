package dev.deckhand.site.publish;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.Slides;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.render.SlideAsset;
import dev.deckhand.site.web.Address;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The slides: a file for each lesson, with what all of them load once. */
public final class SlidesEdition implements Edition {

  private static final String ASSETS = "reveal";

  private final String program;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program which build of the program this is
   * @param pictures by course and name
   */
  public SlidesEdition(String program, BiFunction<String, String, Optional<Png>> pictures) {
    this.program = program;
    this.pictures = pictures;
  }

  @Override
  public List<Sheet> sheets(Syllabus syllabus) {
    var sheets = new ArrayList<Sheet>();
    syllabus.lessons().forEach(lesson -> sheets.add(sheet(lesson)));
    for (SlideAsset asset : SlideAsset.values()) {
      sheets.add(
          new Sheet(
              "slides/" + ASSETS + "/" + asset.place(),
              Key.of(asset.bytes()),
              (file, _) -> Files.write(file, asset.bytes())));
    }
    return sheets;
  }

  private Sheet sheet(Lesson lesson) {
    String course = lesson.id().course();
    String adoc = Slides.adoc(lesson);
    Key key = Key.begin().and(program).and(adoc);
    Shown.in(adoc)
        .forEach(name -> pictures.apply(course, name).ifPresent(one -> key.and(one.bytes())));
    return new Sheet(
        Address.slides(lesson.id()),
        key.end(),
        (file, press) ->
            Files.writeString(
                file,
                press.slides().slides(adoc, "../" + ASSETS, name -> pictures.apply(course, name))));
  }
}
