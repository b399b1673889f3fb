package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.PageAsset;
import dev.deckhand.site.web.SearchIndex;
import dev.deckhand.site.web.SitePages;
import dev.deckhand.site.web.SitePaths;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The site: a page for each course and each lesson, and their shared assets. */
public final class WebEdition implements Edition {

  private final Set<PublishFormat> publishFormats;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param publishFormats the formats that are published, for links between them
   * @param pictures by course and name
   */
  public WebEdition(
      Set<PublishFormat> publishFormats, BiFunction<String, String, Optional<Png>> pictures) {
    this.publishFormats = Set.copyOf(publishFormats);
    this.pictures = pictures;
  }

  @Override
  public List<PublicationFile> files(Syllabus syllabus) {
    var publicationFiles = new ArrayList<PublicationFile>();
    SitePages.html(syllabus, publishFormats, pictures)
        .forEach((path, html) -> publicationFiles.add(text(path, html)));
    publicationFiles.add(
        text(SitePaths.STYLE, PageAsset.STYLE.text() + PageAsset.SITE_STYLE.text()));
    publicationFiles.add(text(SitePaths.SCRIPT, script()));
    publicationFiles.add(text(SitePaths.SEARCH_INDEX, SearchIndex.script(syllabus)));
    return publicationFiles;
  }

  /** The copy script adds buttons to blocks, so it waits until they exist. */
  private static String script() {
    return PageAsset.SITE_SCRIPT.text()
        + "addEventListener(\"DOMContentLoaded\", () => {\n"
        + PageAsset.COPY_SCRIPT.text()
        + "});\n";
  }

  private static PublicationFile text(String path, String text) {
    return new PublicationFile(
        path, ContentHasher.of(List.of(text)), (file, _) -> Files.writeString(file, text));
  }
}
