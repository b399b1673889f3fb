package dev.deckhand.site.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The characters that the fonts of printed pages have a picture of. The converter prints nothing
 * that can be seen for any other, and says nothing.
 */
public final class PrintableCharacters {

  private static final int REPLACEMENT = 0xfffd;

  /** What every font of the theme falls back to: ours, and two that come with the converter. */
  private static final List<String> OWN_FONTS = List.of("pdf/DejaVuSansMono.ttf");

  private static final Pattern CONVERTER_FONTS =
      Pattern.compile(
          "gems/asciidoctor-pdf-[^/]+/data/fonts/"
              + "(?:mplus1p-regular-fallback|notoemoji-subset)\\.ttf");

  private final BitSet codePoints;

  private PrintableCharacters(BitSet signs) {
    this.codePoints = signs;
  }

  /** Reads the fonts. */
  public static PrintableCharacters load() {
    var signs = new BitSet();
    try {
      for (String name : OWN_FONTS) {
        try (InputStream font = PrintableCharacters.class.getResourceAsStream(name)) {
          signs.or(FontCharacters.of(java.util.Objects.requireNonNull(font, name).readAllBytes()));
        }
      }
      for (URL folder :
          Collections.list(PrintableCharacters.class.getClassLoader().getResources("gems/"))) {
        if (folder.openConnection() instanceof JarURLConnection jar) {
          read(jar, signs);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new PrintableCharacters(signs);
  }

  private static void read(JarURLConnection jar, BitSet signs) throws IOException {
    jar.setUseCaches(false);
    try (JarFile file = jar.getJarFile()) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (CONVERTER_FONTS.matcher(entry.getName()).matches()) {
          signs.or(FontCharacters.of(file.getInputStream(entry).readAllBytes()));
        }
      }
    }
  }

  /** Whether it can be seen on a printed page. */
  public boolean has(int codePoint) {
    return codePoints.get(codePoint);
  }

  /** The same text with U+FFFD in place of each character that could not be seen. */
  public String replaceUnprintable(String text) {
    var seen = new StringBuilder(text.length());
    text.codePoints()
        // what chooses between two looks of the character before it is seen with that one
        .filter(sign -> has(sign) || !isVariationSelector(sign))
        .map(sign -> sign == '\n' || has(sign) ? sign : REPLACEMENT)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isVariationSelector(int sign) {
    return sign >= 0xfe00 && sign <= 0xfe0f;
  }
}
