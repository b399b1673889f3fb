package dev.deckhand.site.render;

import dev.deckhand.lesson.Png;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;

/**
 * Turns AsciiDoc into pages. Creating one starts JRuby, which takes seconds; a page then takes
 * milliseconds. For one thread at a time.
 */
public final class PageRenderer implements AutoCloseable {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final String DEFAULT_TITLE = "Notes";
  private static final String DEFAULT_LANGUAGE = "en";

  private final Asciidoctor asciidoctor;

  /** A renderer on an Asciidoctor that runs. */
  PageRenderer(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /** Starts a renderer. */
  public static PageRenderer start() {
    return new PageRenderer(Asciidoctor.Factory.create());
  }

  /**
   * Renders one document, which may not include others, and whose raw HTML is not believed.
   *
   * @throws MalformedHtmlException if it holds raw HTML that is not well-formed
   */
  public HtmlPage render(String adoc) {
    return render(adoc, _ -> Optional.empty());
  }

  /**
   * Renders one document that may show pictures.
   *
   * @param pictures by the names under which it shows them
   * @throws MalformedHtmlException if it holds raw HTML that is not well-formed
   */
  public HtmlPage render(String adoc, Function<String, Optional<Png>> pictures) {
    var options =
        Options.builder()
            .safe(SafeMode.SECURE)
            .backend("html5")
            .standalone(false)
            .attributes(Attributes.builder().attribute("htmlsyntax", "xml").build())
            .build();
    Document document = asciidoctor.load(adoc, options);
    var title =
        HtmlSanitizer.text(Objects.requireNonNullElse(document.getDoctitle(), DEFAULT_TITLE));
    var language = String.valueOf(document.getAttribute("lang", DEFAULT_LANGUAGE));
    return new HtmlPage(
        title,
        LANGUAGE.matcher(language).matches() ? language : DEFAULT_LANGUAGE,
        HtmlSanitizer.sanitize(String.valueOf(document.convert()), pictures),
        false);
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
