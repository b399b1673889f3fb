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
 * What is known about the files of a compilation besides the lessons: where their attributes stand,
 * and which of them could not be read.
 */
final class LessonFileIndex {

  private final Map<String, HeaderAttributes> headers = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  void addHeader(SourceFile file) {
    headers.put(file.name(), HeaderAttributes.of(file));
  }

  /** Notes that there is a lesson of this address, and that nothing can be made of it. */
  void addUnreadable(String address) {
    unreadable.add(address);
  }

  /** Whether a lesson is missed for a reason that is told already. */
  boolean isUnreadable(String address) {
    return unreadable.contains(address);
  }

  /** Where an attribute stands in a lesson's header; the file alone where it does not. */
  SourcePosition placeOf(String attribute, Lesson lesson) {
    HeaderAttributes lines = headers.get(lesson.file());
    int line =
        lines == null
            ? 0
            : lines.attribute(attribute).map(HeaderAttributes.Attribute::line).orElse(0);
    return new SourcePosition(lesson.file(), line);
  }
}
