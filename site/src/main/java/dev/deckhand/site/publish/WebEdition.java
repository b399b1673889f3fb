package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.render.Asset;
import dev.deckhand.site.render.Press;
import dev.deckhand.site.web.Address;
import dev.deckhand.site.web.Frame;
import dev.deckhand.site.web.Site;
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

  private final String program;
  private final Set<Format> formats;
  private final BiFunction<String, String, Optional<Png>> pictures;

  /**
   * @param program which build of the program this is
   * @param formats what is published besides, for pages to lead to
   * @param pictures by course and name
   */
  public WebEdition(
      String program, Set<Format> formats, BiFunction<String, String, Optional<Png>> pictures) {
    this.program = program;
    this.formats = Set.copyOf(formats);
    this.pictures = pictures;
  }

  @Override
  public List<Sheet> sheets(Syllabus syllabus) {
    Frame frame = Site.frame(syllabus);
    var sheets = new ArrayList<Sheet>();
    Site.pages(syllabus, formats).forEach(page -> sheets.add(page(page, frame)));
    sheets.add(text(Address.STYLE, Asset.STYLE.text() + Asset.SITE_STYLE.text()));
    sheets.add(text(Address.SCRIPT, script()));
    sheets.add(text(Address.SEARCH_INDEX, Site.searchIndex(syllabus)));
    return sheets;
  }

  /** Copying waits for the blocks that it puts buttons on. */
  private static String script() {
    return Asset.SITE.text()
        + "addEventListener(\"DOMContentLoaded\", () => {\n"
        + Asset.COPY.text()
        + "});\n";
  }

  private Sheet text(String path, String text) {
    return new Sheet(path, Key.of(List.of(text)), (file, _) -> Files.writeString(file, text));
  }

  private Sheet page(WebPage page, Frame frame) {
    if (page.adoc().isEmpty()) {
      return text(page.path(), frame.html(page, ""));
    }
    Key key = Key.begin().and(program).and(frame.html(page, "")).and(page.adoc());
    Shown.in(page.adoc())
        .forEach(
            name -> pictures.apply(page.course(), name).ifPresent(one -> key.and(one.bytes())));
    return new Sheet(page.path(), key.end(), (file, press) -> render(page, frame, file, press));
  }

  private void render(WebPage page, Frame frame, Path file, Press press) throws IOException {
    String body =
        press.pages().page(page.adoc(), name -> pictures.apply(page.course(), name)).body();
    Files.writeString(file, frame.html(page, body));
  }
}
