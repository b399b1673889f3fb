package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.render.AsciidoctorRenderers;
import dev.deckhand.site.render.PageAsset;
import dev.deckhand.site.web.PageTemplate;
import dev.deckhand.site.web.SitePages;
import dev.deckhand.site.web.SitePaths;
import dev.deckhand.site.web.WebPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The site: a page for each course and each lesson, with what all of them share. */
public final class WebEdition implements Edition {

  private final String programFingerprint;
  private final Set<PublishFormat> publishFormats;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program which build of the program this is
   * @param publishFormats what is published besides, for pages to lead to
   * @param pictures by course and name
   */
  public WebEdition(
      String program,
      Set<PublishFormat> publishFormats,
      BiFunction<String, String, Optional<Png>> pictures) {
    this.programFingerprint = program;
    this.publishFormats = Set.copyOf(publishFormats);
    this.pictures = pictures;
  }

  @Override
  public List<PublicationFile> files(Syllabus syllabus) {
    PageTemplate pageTemplate = SitePages.template(syllabus);
    var publicationFiles = new ArrayList<PublicationFile>();
    SitePages.pages(syllabus, publishFormats)
        .forEach(page -> publicationFiles.add(page(page, pageTemplate)));
    publicationFiles.add(
        text(SitePaths.STYLE, PageAsset.STYLE.text() + PageAsset.SITE_STYLE.text()));
    publicationFiles.add(text(SitePaths.SCRIPT, script()));
    publicationFiles.add(text(SitePaths.SEARCH_INDEX, SitePages.searchIndex(syllabus)));
    return publicationFiles;
  }

  /** Copying waits for the blocks that it puts buttons on. */
  private static String script() {
    return PageAsset.SITE_SCRIPT.text()
        + "addEventListener(\"DOMContentLoaded\", () => {\n"
        + PageAsset.COPY_SCRIPT.text()
        + "});\n";
  }

  private PublicationFile text(String path, String text) {
    return new PublicationFile(
        path, ContentHasher.of(List.of(text)), (file, _) -> Files.writeString(file, text));
  }

  private PublicationFile page(WebPage page, PageTemplate pageTemplate) {
    if (page.adoc().isEmpty()) {
      return text(page.path(), pageTemplate.html(page, ""));
    }
    ContentHasher contentHasher =
        ContentHasher.create()
            .add(programFingerprint)
            .add(pageTemplate.html(page, ""))
            .add(page.adoc());
    PictureReferences.find(page.adoc())
        .forEach(name ->
            pictures.apply(page.course(), name).ifPresent(one -> contentHasher.add(one.bytes())));
    return new PublicationFile(
        page.path(),
        contentHasher.hash(),
        (file, asciidoctorRenderers) -> render(page, pageTemplate, file, asciidoctorRenderers));
  }

  private void render(
      WebPage page, PageTemplate pageTemplate, Path file, AsciidoctorRenderers asciidoctorRenderers)
      throws IOException {
    String body =
        asciidoctorRenderers
            .pages()
            .render(page.adoc(), name -> pictures.apply(page.course(), name))
            .body();
    Files.writeString(file, pageTemplate.html(page, body));
  }
}
