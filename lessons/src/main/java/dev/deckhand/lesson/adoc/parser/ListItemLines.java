package dev.deckhand.lesson.adoc.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the lines of a list's item: how far it goes depends on what is in it. For one use. */
final class ListItemLines {

  static final Pattern LITERAL = RubyPattern.of("^([ \\t]+.*)$");

  private final LineReader reader;
  private final boolean terms;
  private final Sibling sibling;
  private final List<Buffered> buffer = new ArrayList<>();
  private Continuation continuation = Continuation.INACTIVE;
  private boolean nested;
  private boolean hasText;
  private int detached = -1;

  private enum Continuation {
    INACTIVE,
    ACTIVE,
    FROZEN
  }

  /** A line, and whether it's a continuation, or stands for one. */
  private record Buffered(String text, boolean continuation) {}

  private static final Buffered PLACEHOLDER = new Buffered("", true);

  ListItemLines(LineReader reader, boolean terms, Sibling sibling, boolean hasText) {
    this.reader = reader;
    this.terms = terms;
    this.sibling = sibling;
    this.hasText = hasText;
  }

  List<String> read() {
    for (String line = reader.read(); line != null; line = reader.read()) {
      if (sibling.matches(line)) {
        reader.unread(line);
        break;
      }
      String rest = accept(line);
      if (rest != null) {
        if (!rest.isEmpty()) {
          reader.unread(rest);
        }
        break;
      }
    }
    if (detached >= 0) {
      buffer.set(detached, PLACEHOLDER);
    }
    trimEnd();
    return buffer.stream().map(Buffered::text).toList();
  }

  private void trimEnd() {
    while (!buffer.isEmpty()) {
      Buffered last = buffer.getLast();
      if (last.continuation()) {
        buffer.removeLast();
        return;
      }
      if (!last.text().isEmpty()) {
        return;
      }
      buffer.removeLast();
    }
  }

  /** Takes a line; not null at the end of the item: the line to put back, or nothing. */
  private @Nullable String accept(String line) {
    boolean continues = line.equals(LineReader.CONTINUATION);
    Buffered before = buffer.isEmpty() ? null : buffer.getLast();
    if (before != null && before.continuation()) {
      if (continuation == Continuation.INACTIVE) {
        continuation = Continuation.ACTIVE;
        hasText = true;
        if (!nested) {
          buffer.set(buffer.size() - 1, PLACEHOLDER);
        }
      }
      if (continues) {
        if (continuation != Continuation.FROZEN) {
          continuation = Continuation.FROZEN;
          buffer.add(new Buffered(line, true));
        }
        return null;
      }
    }
    Delimiter delimiter = Delimiter.of(line);
    if (delimiter != null) {
      if (continuation != Continuation.ACTIVE) {
        return line;
      }
      add(line);
      reader.readUntil(delimiter.terminator(), false).forEach(this::add);
      add(delimiter.terminator());
      continuation = Continuation.INACTIVE;
      return null;
    }
    if (terms
        && continuation != Continuation.ACTIVE
        && MetadataParser.ATTRIBUTE_LINE.matcher(line).find()) {
      throw new UnsupportedMarkupException("attributes in a list of terms");
    }
    if (continuation == Continuation.ACTIVE && !line.isEmpty()) {
      acceptAttached(line);
      return null;
    }
    if (before != null && before.text().isEmpty()) {
      return acceptAfterBlank(line);
    }
    if (continues) {
      hasText = true;
      buffer.add(new Buffered(line, true));
      return null;
    }
    if (!line.isEmpty()) {
      hasText = true;
    }
    noteNested(line);
    add(line);
    return null;
  }

  private void acceptAttached(String line) {
    if (LITERAL.matcher(line).find()) {
      addLiteral(line);
      continuation = Continuation.INACTIVE;
    } else if (MetadataParser.TITLE.matcher(line).find()
        || MetadataParser.ATTRIBUTE_LINE.matcher(line).find()
        || MetadataParser.ENTRY.matcher(line).find()) {
      add(line);
    } else {
      noteNested(line);
      add(line);
      continuation = Continuation.INACTIVE;
    }
  }

  private @Nullable String acceptAfterBlank(String first) {
    String line = first;
    if (line.isEmpty()) {
      if (reader.skipBlankLines() < 0) {
        return "";
      }
      line = reader.read();
      if (line == null) {
        return "";
      }
      if (sibling.matches(line)) {
        return line;
      }
    }
    if (line.equals(LineReader.CONTINUATION)) {
      detached = buffer.size();
      buffer.add(new Buffered(line, true));
    } else if (!hasText) {
      if (!nested) {
        buffer.removeLast();
      }
      add(line);
      hasText = true;
    } else if (ListMarkers.nested(line, false) != null) {
      add(line);
      nested = true;
      noteTerm(line, ListMarkers.nested(line, false));
    } else if (LITERAL.matcher(line).find()) {
      addLiteral(line);
    } else {
      return line;
    }
    return null;
  }

  private void addLiteral(String line) {
    reader.unread(line);
    reader.readParagraph(true, false, other -> terms && sibling.matches(other)).forEach(this::add);
  }

  private void noteNested(String line) {
    String list = ListMarkers.nested(line, nested);
    if (list != null) {
      nested = true;
      noteTerm(line, list);
    }
  }

  private void noteTerm(String line, @Nullable String list) {
    if ("dlist".equals(list) && !ListMarkers.hasDefinition(line)) {
      hasText = false;
    }
  }

  private void add(String line) {
    buffer.add(new Buffered(line, false));
  }
}
