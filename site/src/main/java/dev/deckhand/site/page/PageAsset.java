package dev.deckhand.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A resource of the program that goes into pages. */
public enum PageAsset {
  /** The style of every page. */
  STYLE("page.css"),
  /** Buttons that copy commands. */
  COPY_SCRIPT("copy.js"),
  /** The additional style of the site's pages. */
  SITE_STYLE("site.css"),
  /** The switch between dark and light, and the search. */
  SITE_SCRIPT("site.js");

  private final String file;

  PageAsset(String file) {
    this.file = file;
  }

  /** Its text. */
  public String text() {
    try (var stream = PageAsset.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file + " is part of the program").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Its hash, for a Content-Security-Policy. */
  String policyHash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
