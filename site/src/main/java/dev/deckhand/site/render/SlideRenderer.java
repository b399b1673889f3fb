package dev.deckhand.site.render;

import dev.deckhand.lesson.Png;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/**
 * Turns AsciiDoc into slides that run in a browser. Pictures are part of the file; all else that it
 * loads is {@link SlideAsset}. For one thread at a time.
 */
public final class SlideRenderer {

  private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]*)\"");

  private static final String CHARSET = "<meta charset=\"utf-8\">";

  /**
   * Nothing is asked of another host. reveal.js writes scripts and styles into its pages, and
   * frames with the slides into the speaker's window; {@code file:} is there for browsers to which
   * two files are never of one origin.
   */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none';"
          + " form-action 'none'; img-src data:; frame-src 'self' file:;"
          + " style-src 'self' file: 'unsafe-inline'; script-src 'self' file: 'unsafe-inline'\">";

  private static final Pattern VIEWPORT = Pattern.compile("<meta name=\"viewport\"[^>]*>");

  /** Allows readers to zoom. */
  private static final String ZOOMABLE_VIEWPORT =
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

  private final Asciidoctor asciidoctor;

  /**
   * @param asciidoctor not closed by this renderer
   */
  SlideRenderer(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /**
   * Returns the HTML of one document.
   *
   * @param assets the address of the folder with {@link SlideAsset}, seen from the slides
   * @param pictures by the names under which the document shows them
   * @throws IncompleteDocumentException if a picture is missing, or the converter complains
   */
  public String render(String adoc, String assets, Function<String, Optional<Png>> pictures) {
    try (var asciidoctorLog = AsciidoctorLog.attach(asciidoctor)) {
      String html = withHeaders(asciidoctor.convert(adoc, options(assets)));
      var missing = new ArrayList<>(asciidoctorLog.warnings());
      String whole =
          PICTURE
              .matcher(html)
              .replaceAll(found -> Matcher.quoteReplacement(image(found, pictures, missing)));
      if (!missing.isEmpty()) {
        throw new IncompleteDocumentException(missing);
      }
      return whole;
    }
  }

  private static Options options(String assets) {
    return Options.builder()
        .safe(SafeMode.SECURE)
        .backend("revealjs")
        .standalone(true)
        .attributes(
            Attributes.builder()
                .attribute("revealjsdir", assets)
                .attribute("revealjs_customtheme", assets + "/" + SlideAsset.STYLE.place())
                .build())
        .build();
  }

  private static String withHeaders(String html) {
    return VIEWPORT
        .matcher(html.replace(CHARSET, CHARSET + POLICY))
        .replaceFirst(Matcher.quoteReplacement(ZOOMABLE_VIEWPORT));
  }

  private static String image(
      MatchResult found, Function<String, Optional<Png>> pictures, List<String> missing) {
    Optional<Png> picture = pictures.apply(found.group(1));
    if (picture.isEmpty()) {
      missing.add("the picture " + found.group(1) + " is not there");
      return found.group();
    }
    return "<img src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(picture.get().bytes())
        + "\"";
  }
}
