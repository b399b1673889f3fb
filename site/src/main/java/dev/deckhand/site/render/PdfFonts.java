package dev.deckhand.site.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that PDF files are printed with. The converter prints nothing for a character that they
 * lack, and does not say so.
 */
final class PdfFonts {

  static final String THEME_FOLDER = "uri:classloader:/dev/deckhand/site/render/pdf";
  private static final String THEME = "deckhand-theme.yml";
  private static final int REPLACEMENT = 0xfffd;

  /** What every font of the theme falls back to: ours, and two that come with the converter. */
  private static final List<String> OWN_FONTS = List.of("pdf/DejaVuSansMono.ttf");

  private static final Pattern CONVERTER_FONTS =
      Pattern.compile(
          "gems/asciidoctor-pdf-[^/]+/data/fonts/"
              + "(?:mplus1p-regular-fallback|notoemoji-subset)\\.ttf");

  private final List<CmapLookup> shipped;
  private final SystemFonts systemFonts;

  private PdfFonts(List<CmapLookup> shipped, SystemFonts systemFonts) {
    this.shipped = shipped;
    this.systemFonts = systemFonts;
  }

  /** Reads which characters our fonts and the converter's have. */
  static PdfFonts load(SystemFonts systemFonts) {
    var shipped = new ArrayList<CmapLookup>();
    try {
      for (String name : OWN_FONTS) {
        try (InputStream font = PdfFonts.class.getResourceAsStream(name)) {
          shipped.add(characters(Objects.requireNonNull(font, name).readAllBytes()));
        }
      }
      for (URL folder : Collections.list(PdfFonts.class.getClassLoader().getResources("gems/"))) {
        if (folder.openConnection() instanceof JarURLConnection jar) {
          read(jar, shipped);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new PdfFonts(shipped, systemFonts);
  }

  private static void read(JarURLConnection jar, List<CmapLookup> shipped) throws IOException {
    jar.setUseCaches(false);
    try (JarFile file = jar.getJarFile()) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (CONVERTER_FONTS.matcher(entry.getName()).matches()) {
          shipped.add(characters(file.getInputStream(entry).readAllBytes()));
        }
      }
    }
  }

  private static CmapLookup characters(byte[] font) throws IOException {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      return parsed.getUnicodeCmapLookup();
    }
  }

  /** Whether our fonts or the converter's have it. */
  boolean has(int codePoint) {
    return has(shipped, codePoint);
  }

  private static boolean has(List<CmapLookup> fonts, int codePoint) {
    return fonts.stream().anyMatch(font -> font.getGlyphId(codePoint) != 0);
  }

  /**
   * A text, and the fonts that print it.
   *
   * @param text with U+FFFD in place of each character that no font has
   * @param themeFolder where the theme with these fonts is
   * @param fontFolders where they are
   */
  record PrintableText(String text, String themeFolder, String fontFolders) {}

  /**
   * Makes a text printable.
   *
   * @param folder where fonts of the system are put, if the text needs any
   */
  PrintableText printable(String text, Path folder) throws IOException {
    Set<Integer> missing =
        text.codePoints()
            .filter(point -> point != '\n' && !isVariationSelector(point) && !has(point))
            .boxed()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<byte[]> found = systemFonts.covering(missing);
    var fonts = new ArrayList<>(shipped);
    for (byte[] font : found) {
      fonts.add(characters(font));
    }
    String shown = replaceUnprintable(text, fonts);
    if (found.isEmpty()) {
      return unchanged(shown);
    }
    writeTheme(found, folder);
    return new PrintableText(shown, folder.toString(), THEME_FOLDER + ";GEM_FONTS_DIR;" + folder);
  }

  /** Returns a text unchanged, with our fonts and the converter's. */
  static PrintableText unchanged(String text) {
    return new PrintableText(text, THEME_FOLDER, THEME_FOLDER + ";GEM_FONTS_DIR");
  }

  private static String replaceUnprintable(String text, List<CmapLookup> fonts) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        // it only selects a variant of the character before it
        .filter(point -> !isVariationSelector(point) || has(fonts, point))
        .map(point -> point == '\n' || has(fonts, point) ? point : REPLACEMENT)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isVariationSelector(int point) {
    return point >= 0xfe00 && point <= 0xfe0f;
  }

  /**
   * Puts fonts into a folder, beside a copy of the theme in which they are the last to fall back
   * to.
   */
  private static void writeTheme(List<byte[]> fonts, Path folder) throws IOException {
    var names = new ArrayList<String>();
    var catalog = new StringBuilder();
    for (byte[] font : fonts) {
      String name = "System " + names.size();
      String file = "system-" + names.size() + ".ttf";
      Files.write(folder.resolve(file), font);
      names.add(name);
      catalog.append("    ").append(name).append(":\n");
      for (String style : List.of("normal", "bold", "italic", "bold_italic")) {
        catalog.append("      ").append(style).append(": ").append(file).append('\n');
      }
    }
    try (InputStream theme = PdfFonts.class.getResourceAsStream("pdf/" + THEME)) {
      String text =
          new String(Objects.requireNonNull(theme, THEME).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve(THEME),
          text.replace("  fallbacks: [", catalog + "  fallbacks: [")
              .replace("Noto Emoji]", "Noto Emoji, " + String.join(", ", names) + "]"));
    }
  }
}
