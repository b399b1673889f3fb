package dev.deckhand.site.publish;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.document.Slides;
import dev.deckhand.site.render.SlideAsset;
import dev.deckhand.site.web.SitePaths;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The slides: a file for each lesson, and the assets that all of them load. */
public final class SlidesEdition implements Edition {

  private static final String ASSETS = "reveal";

  private final String programFingerprint;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program identifies the build of the program: see {@link ProgramFingerprint}
   * @param pictures by course and name
   */
  public SlidesEdition(String program, BiFunction<String, String, Optional<Png>> pictures) {
    this.programFingerprint = program;
    this.pictures = pictures;
  }

  @Override
  public List<PublicationFile> files(Syllabus syllabus) {
    var publicationFiles = new ArrayList<PublicationFile>();
    syllabus.lessons().forEach(lesson -> publicationFiles.add(file(lesson)));
    for (SlideAsset asset : SlideAsset.values()) {
      publicationFiles.add(
          new PublicationFile(
              "slides/" + ASSETS + "/" + asset.place(),
              ContentHasher.of(asset.bytes()),
              (file, _) -> Files.write(file, asset.bytes())));
    }
    return publicationFiles;
  }

  private PublicationFile file(Lesson lesson) {
    String adoc = Slides.adoc(lesson);
    Function<String, Optional<Png>> own = name -> pictures.apply(lesson.id().course(), name);
    return new PublicationFile(
        SitePaths.slides(lesson.id()),
        ContentHasher.of(programFingerprint, adoc, own),
        (file, renderers) ->
            Files.writeString(file, renderers.slides().render(adoc, "../" + ASSETS, own)));
  }
}
