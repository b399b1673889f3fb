package dev.deckhand.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A page in one file: its style is inside, and it asks nobody for anything.
 *
 * @param title plain text
 * @param language as in BCP 47
 * @param body HTML of the allowed kind
 */
public record NotesPage(String title, String language, String body) {

  /** Returns the whole page. */
  public String html() {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
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
    </body>
    </html>
    """
        .formatted(language, Allowed.escaped(title), style(), Allowed.escaped(title), body);
  }

  /**
   * Writes the page, whole or not at all: a reader sees the old one or the new one.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    var draft = Files.createTempFile(folder, ".notes", ".html");
    try {
      Files.writeString(draft, html());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String style() {
    try (var css = NotesPage.class.getResourceAsStream("notes.css")) {
      return new String(
          Objects.requireNonNull(css, "notes.css is part of the program").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
