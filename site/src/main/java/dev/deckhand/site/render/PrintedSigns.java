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
public final class PrintedSigns {

  private static final int REPLACEMENT = 0xfffd;

  /** What every font of the theme falls back to: ours, and two that come with the converter. */
  private static final List<String> OURS = List.of("pdf/DejaVuSansMono.ttf");

  private static final Pattern THEIRS =
      Pattern.compile(
          "gems/asciidoctor-pdf-[^/]+/data/fonts/"
              + "(?:mplus1p-regular-fallback|notoemoji-subset)\\.ttf");

  private final BitSet signs;

  private PrintedSigns(BitSet signs) {
    this.signs = signs;
  }

  /** Reads the fonts. */
  public static PrintedSigns ofFonts() {
    var signs = new BitSet();
    try {
      for (String name : OURS) {
        try (InputStream font = PrintedSigns.class.getResourceAsStream(name)) {
          signs.or(FontSigns.of(java.util.Objects.requireNonNull(font, name).readAllBytes()));
        }
      }
      for (URL folder :
          Collections.list(PrintedSigns.class.getClassLoader().getResources("gems/"))) {
        if (folder.openConnection() instanceof JarURLConnection jar) {
          read(jar, signs);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new PrintedSigns(signs);
  }

  private static void read(JarURLConnection jar, BitSet signs) throws IOException {
    jar.setUseCaches(false);
    try (JarFile file = jar.getJarFile()) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (THEIRS.matcher(entry.getName()).matches()) {
          signs.or(FontSigns.of(file.getInputStream(entry).readAllBytes()));
        }
      }
    }
  }

  /** Whether it can be seen on a printed page. */
  public boolean has(int codePoint) {
    return signs.get(codePoint);
  }

  /** The same text with U+FFFD in place of each character that could not be seen. */
  public String seen(String text) {
    var seen = new StringBuilder(text.length());
    text.codePoints()
        // what chooses between two looks of the character before it is seen with that one
        .filter(sign -> has(sign) || !isVariation(sign))
        .map(sign -> sign == '\n' || has(sign) ? sign : REPLACEMENT)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isVariation(int sign) {
    return sign >= 0xfe00 && sign <= 0xfe0f;
  }
}
