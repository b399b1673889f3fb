package dev.deckhand.lesson.adoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes that stand in a file's header, with their lines, which Asciidoctor does not tell.
 *
 * @param entries in the header
 * @param late those that an empty line cut off from it
 * @param stray lines among them that are no attributes, by what stands in them
 */
record HeaderLines(List<Entry> entries, List<Entry> late, List<Entry> stray) {

  private static final Pattern ENTRY = Pattern.compile(":!?(\\w[\\w-]*)!?:(?:\\s+(.*?))?\\s*");

  private static final Pattern STRAY = Pattern.compile("\\s*(:?)([\\w-]+)\\s*(:?).*");

  /** What a lesson begins with once its header is over, and what is no text any more. */
  private static final Pattern BODY = Pattern.compile("==+\\s.*|\\[.*|(?:----|\\.\\.\\.\\.|```).*");

  HeaderLines {
    entries = List.copyOf(entries);
    late = List.copyOf(late);
    stray = List.copyOf(stray);
  }

  /** One attribute. */
  record Entry(String name, String value, int line) {}

  static HeaderLines of(SourceFile file) {
    var entries = new ArrayList<Entry>();
    var late = new ArrayList<Entry>();
    var stray = new ArrayList<Entry>();
    boolean titled = false;
    boolean ended = false;
    boolean goesOn = false;
    for (int number = 1; number <= file.lines().size(); number++) {
      String line = file.line(number);
      Matcher entry = ENTRY.matcher(line);
      if (goesOn) {
        goesOn = line.endsWith("\\");
      } else if (entry.matches()) {
        goesOn = line.endsWith("\\");
        String value = entry.group(2) == null ? "" : entry.group(2);
        (ended ? late : entries)
            .add(new Entry(entry.group(1).toLowerCase(Locale.ROOT), value, number));
      } else if (line.isBlank()) {
        ended |= titled;
      } else if (ended && BODY.matcher(line).matches()) {
        break;
      } else if (!ended && titled) {
        stray(line, number, stray);
      } else {
        titled |= line.startsWith("= ") || line.startsWith("# ");
      }
    }
    return new HeaderLines(entries, late, stray);
  }

  /** A line with a colon about its first word was meant as an attribute. */
  private static void stray(String line, int number, List<Entry> stray) {
    Matcher meant = STRAY.matcher(line);
    if (meant.matches() && !(meant.group(1) + meant.group(3)).isEmpty()) {
      stray.add(new Entry(meant.group(2).toLowerCase(Locale.ROOT), line.strip(), number));
    }
  }

  Optional<Entry> entry(String name) {
    // the last one wins, as in AsciiDoc
    return entries.stream().filter(entry -> entry.name().equals(name)).reduce((a, b) -> b);
  }

  int lineOf(String name) {
    return entry(name).map(Entry::line).orElse(1);
  }
}
