package dev.deckhand.lesson.adoc.header;

import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes in a file's header with their lines, which Asciidoctor doesn't provide.
 *
 * @param attributes in the header
 * @param belowHeader those below the empty line that ends the header
 * @param malformed lines that look like attributes but aren't
 */
public record HeaderAttributes(
    List<Attribute> attributes, List<Attribute> belowHeader, List<Attribute> malformed) {

  private static final Pattern ATTRIBUTE = Pattern.compile(":!?(\\w[\\w-]*)!?:(?:\\s+(.*?))?\\s*");

  private static final Pattern MALFORMED = Pattern.compile("\\s*(:?)([\\w-]+)\\s*(:?).*");

  /** The first line of the body that isn't prose. */
  private static final Pattern BODY = Pattern.compile("==+\\s.*|\\[.*|(?:----|\\.\\.\\.\\.|```).*");

  public HeaderAttributes {
    attributes = List.copyOf(attributes);
    belowHeader = List.copyOf(belowHeader);
    malformed = List.copyOf(malformed);
  }

  /** One attribute. */
  public record Attribute(String name, String value, int line) {}

  public static HeaderAttributes of(SourceFile file) {
    var entries = new ArrayList<Attribute>();
    var late = new ArrayList<Attribute>();
    var stray = new ArrayList<Attribute>();
    boolean titled = false;
    boolean ended = false;
    boolean goesOn = false;
    for (int number = 1; number <= file.lines().size(); number++) {
      String line = file.line(number);
      Matcher entry = ATTRIBUTE.matcher(line);
      if (goesOn) {
        goesOn = line.endsWith("\\");
      } else if (entry.matches()) {
        goesOn = line.endsWith("\\");
        String value = entry.group(2) == null ? "" : entry.group(2);
        (ended ? late : entries)
            .add(new Attribute(entry.group(1).toLowerCase(Locale.ROOT), value, number));
      } else if (line.isBlank()) {
        ended |= titled;
      } else if (ended && BODY.matcher(line).matches()) {
        break;
      } else if (!ended && titled) {
        addMalformed(line, number, stray);
      } else {
        titled |= line.startsWith("= ") || line.startsWith("# ");
      }
    }
    return new HeaderAttributes(entries, late, stray);
  }

  /** A line with a colon before or after its first word was meant as an attribute. */
  private static void addMalformed(String line, int number, List<Attribute> stray) {
    Matcher meant = MALFORMED.matcher(line);
    if (meant.matches() && !(meant.group(1) + meant.group(3)).isEmpty()) {
      stray.add(new Attribute(meant.group(2).toLowerCase(Locale.ROOT), line.strip(), number));
    }
  }

  public Optional<Attribute> attribute(String name) {
    // the last one wins, as in AsciiDoc
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .reduce((a, b) -> b);
  }

  public int lineOf(String name) {
    return attribute(name).map(Attribute::line).orElse(1);
  }
}
