package dev.deckhand.site.render;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The fonts that are installed on this machine, for characters that ours lack. Of each font only
 * the glyphs that are needed are taken, so a PDF file does not grow by a font of 20 MB.
 *
 * @param files finds the font files; asked only when a character is missing
 */
record SystemFonts(Supplier<List<File>> files) {

  /** The tables of TrueType outlines, which can be embedded in a PDF file. */
  private static final List<String> OUTLINES = List.of("glyf", "loca");

  private static final Pattern VARIANT =
      Pattern.compile("(?i)bold|black|italic|oblique|condensed|light|thin");

  /** The fonts in the folders that this system keeps them in. */
  static SystemFonts installed() {
    return new SystemFonts(() ->
        new FontFileFinder()
            .find().stream()
                .map(File::new)
                .sorted(Comparator.comparing(SystemFonts::isVariant).thenComparing(File::getPath))
                .toList());
  }

  /** Bold and slanted fonts are used only if no regular font has a character. */
  private static boolean isVariant(File file) {
    return VARIANT.matcher(file.getName()).find();
  }

  /**
   * Returns fonts that together have as many of these characters as the installed fonts have.
   *
   * @param missing code points
   */
  List<byte[]> covering(Set<Integer> missing) {
    var rest = new LinkedHashSet<>(missing);
    var subsets = new ArrayList<byte[]>();
    for (File file : rest.isEmpty() ? List.<File>of() : files.get()) {
      if (rest.isEmpty()) {
        break;
      }
      take(file, rest, subsets);
    }
    return subsets;
  }

  /** Takes what a file has of the rest. Unreadable files are skipped. */
  private static void take(File file, Set<Integer> rest, List<byte[]> subsets) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".ttc")) {
        try (var collection = new TrueTypeCollection(file)) {
          collection.processAllFonts(font -> take(font, rest, subsets));
        }
      } else if (name.endsWith(".ttf")) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
          take(font, rest, subsets);
        }
      }
    } catch (IOException | RuntimeException unusable) {
      // a damaged font must not stop printing
    }
  }

  private static void take(TrueTypeFont font, Set<Integer> rest, List<byte[]> subsets)
      throws IOException {
    if (!font.getTableMap().keySet().containsAll(OUTLINES) || !mayBeEmbedded(font)) {
      return;
    }
    CmapLookup cmap = font.getUnicodeCmapLookup();
    var found = new LinkedHashSet<Integer>();
    rest.stream().filter(point -> cmap.getGlyphId(point) != 0).forEach(found::add);
    if (!found.isEmpty()) {
      var subset = new TTFSubsetter(font);
      found.forEach(subset::add);
      // a font without a space can't be used
      subset.add(' ');
      var bytes = new ByteArrayOutputStream();
      subset.writeToStream(bytes);
      subsets.add(bytes.toByteArray());
      rest.removeAll(found);
    }
  }

  /** Whether the font's maker allows it to be embedded, and in parts. */
  private static boolean mayBeEmbedded(TrueTypeFont font) throws IOException {
    OS2WindowsMetricsTable metrics = font.getOS2Windows();
    int refused =
        OS2WindowsMetricsTable.FSTYPE_RESTRICTED
            | OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING
            | OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY;
    return metrics == null || (metrics.getFsType() & refused) == 0;
  }
}
