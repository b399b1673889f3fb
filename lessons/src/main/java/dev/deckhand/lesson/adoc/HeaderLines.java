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
 */
record HeaderLines(List<Entry> entries, List<Entry> late) {

  private static final Pattern ENTRY = Pattern.compile(":!?(\\w[\\w-]*)!?:(?:\\s+(.*?))?\\s*");

  HeaderLines {
    entries = List.copyOf(entries);
    late = List.copyOf(late);
  }

  /** One attribute. */
  record Entry(String name, String value, int line) {}

  static HeaderLines of(SourceFile file) {
    var entries = new ArrayList<Entry>();
    var late = new ArrayList<Entry>();
    boolean titled = false;
    boolean ended = false;
    for (int number = 1; number <= file.lines().size(); number++) {
      String line = file.line(number);
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        String value = entry.group(2) == null ? "" : entry.group(2);
        (ended ? late : entries)
            .add(new Entry(entry.group(1).toLowerCase(Locale.ROOT), value, number));
      } else if (line.isBlank()) {
        ended |= titled;
      } else if (ended && !line.startsWith("//")) {
        break;
      } else {
        titled |= line.startsWith("= ") || line.startsWith("# ");
      }
    }
    return new HeaderLines(entries, late);
  }

  Optional<Entry> entry(String name) {
    // the last one wins, as in AsciiDoc
    return entries.stream().filter(entry -> entry.name().equals(name)).reduce((a, b) -> b);
  }

  int lineOf(String name) {
    return entry(name).map(Entry::line).orElse(1);
  }
}
