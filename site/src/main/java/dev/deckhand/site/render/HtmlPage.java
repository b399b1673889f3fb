package dev.deckhand.site.render;

import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A page in one file: its style is inside, and it asks nobody for anything.
 *
 * @param title plain text
 * @param language as in BCP 47
 * @param body HTML of the allowed kind
 * @param copyButtons whether its commands have a button that copies them, for readers with scripts
 *     on
 */
public record HtmlPage(String title, String language, String body, boolean copyButtons) {

  /** The same page, with a button to copy on each block of commands. */
  public HtmlPage withCopyButtons() {
    return new HtmlPage(title, language, body, true);
  }

  /** Returns the whole page. */
  public String html() {
    var script = copyButtons ? PageAsset.COPY_SCRIPT.text() : "";
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s
    </main>
    %s</body>
    </html>
    """
        .formatted(
            language,
            policy(),
            HtmlSanitizer.escaped(title),
            PageAsset.STYLE.text(),
            HtmlSanitizer.escaped(title),
            body,
            copyButtons ? "<script>" + script + "</script>\n" : "");
  }

  /** No script runs but our own, whatever else the page may hold. */
  private String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'"
        + "; img-src data:"
        + (copyButtons ? "; script-src '" + PageAsset.COPY_SCRIPT.policyHash() + "'" : "");
  }

  /**
   * Writes the page, whole or not at all: a reader sees the old one or the new one.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, html());
  }
}
