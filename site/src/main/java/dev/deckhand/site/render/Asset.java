package dev.deckhand.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A file that is part of the program, and goes into pages. */
enum Asset {
  STYLE("page.css"),
  COPY("copy.js");

  private final String file;

  Asset(String file) {
    this.file = file;
  }

  String text() {
    try (var stream = Asset.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file + " is part of the program").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The hash by which a Content-Security-Policy lets it through. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
