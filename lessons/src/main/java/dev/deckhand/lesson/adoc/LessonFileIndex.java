package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.adoc.header.HeaderAttributes;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An index of the compiled files: the lines of their header attributes, and which of them can't be
 * read.
 */
final class LessonFileIndex {

  private final Map<String, HeaderAttributes> headers = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  void addHeader(SourceFile file) {
    headers.put(file.name(), HeaderAttributes.of(file));
  }

  /** Records a lesson that can't be read. */
  void addUnreadable(String address) {
    unreadable.add(address);
  }

  /** Whether a lesson exists but can't be read, which is already reported. */
  boolean isUnreadable(String address) {
    return unreadable.contains(address);
  }

  /** The place of an attribute in a lesson's header; the file if it has none. */
  SourcePosition placeOf(String attribute, Lesson lesson) {
    HeaderAttributes lines = headers.get(lesson.file());
    int line =
        lines == null
            ? 0
            : lines.attribute(attribute).map(HeaderAttributes.Attribute::line).orElse(0);
    return new SourcePosition(lesson.file(), line);
  }
}
