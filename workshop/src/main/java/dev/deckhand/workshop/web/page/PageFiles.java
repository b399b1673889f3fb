package dev.deckhand.workshop.web.page;

import dev.deckhand.site.page.PageAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that pages consist of, read once. Only what is named here exists; a path in a request
 * never becomes a path of a file.
 */
public final class PageFiles {

  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String PAGE = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "js",
          JAVASCRIPT,
          "mjs",
          JAVASCRIPT,
          "css",
          STYLE,
          "html",
          PAGE,
          "txt",
          TEXT,
          "svg",
          "image/svg+xml");

  private static final String[] ASSETS = {
    "base.css",
    "join.css",
    "seat.css",
    "terminal.css",
    "lesson-pane.css",
    "instructor.css",
    "shared.js",
    "events.js",
    "join.js",
    "seat.js",
    "lesson.js",
    "instructor.js",
    "instructor-seats.js",
    "projector.js",
    "terminal.js",
    "terminal-keys.js",
    "terminal-policy.js",
    "icon.svg",
    "hand.svg",
    "eye.svg",
    "vendor/xterm.mjs",
    "vendor/xterm.css",
    "vendor/xterm-license.txt",
    "vendor/addon-fit.mjs",
    "vendor/addon-fit-license.txt"
  };

  /** The style of lessons is the site's. */
  private static final String LESSON_STYLE = "lesson.css";

  private static final String[] PAGES = {
    "join.html", "seat.html", "instructor.html", "projector.html", "not-found.html"
  };

  private final Map<String, PageFile> assets = read(ASSETS);
  private final Map<String, PageFile> pages = read(PAGES);
  private final PageFile lessonStyle =
      file(LESSON_STYLE, PageAsset.STYLE.text().getBytes(StandardCharsets.UTF_8));

  /** A file. */
  public static final class PageFile {

    private final String type;
    private final String tag;
    private final byte[] bytes;

    private PageFile(String type, String tag, byte[] bytes) {
      this.type = type;
      this.tag = tag;
      this.bytes = bytes;
    }

    /** Its content type. */
    public String type() {
      return type;
    }

    /** What names its content, in quotes. */
    public String tag() {
      return tag;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** A script, a style or a picture by its name below {@code /assets/}. */
  public Optional<PageFile> asset(String name) {
    return Optional.ofNullable(name.equals(LESSON_STYLE) ? lessonStyle : assets.get(name));
  }

  /** A page by the name of its file. */
  public PageFile page(String name) {
    PageFile page = pages.get(name);
    if (page == null) {
      throw new IllegalArgumentException("there's no page " + name);
    }
    return page;
  }

  private static Map<String, PageFile> read(String... names) {
    return Stream.of(names).collect(Collectors.toUnmodifiableMap(name -> name, PageFiles::read));
  }

  private static PageFile read(String name) {
    try (var stream = PageFiles.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is part of the program");
      }
      return file(name, stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static PageFile file(String name, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), TEXT);
      String tag = '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, 12)) + '"';
      return new PageFile(type, tag, bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
