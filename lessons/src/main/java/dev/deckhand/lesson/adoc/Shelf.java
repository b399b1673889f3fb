package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Lesson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the files of a compilation besides the lessons: where their attributes stand,
 * and which of them could not be read.
 */
final class Shelf {

  private final Map<String, HeaderLines> headers = new HashMap<>();
  private final Set<String> unread = new HashSet<>();

  void header(SourceFile file) {
    headers.put(file.name(), HeaderLines.of(file));
  }

  /** Notes that there is a lesson of this address, and that nothing can be made of it. */
  void unread(String address) {
    unread.add(address);
  }

  /** Whether a lesson is missed for a reason that is told already. */
  boolean isUnread(String address) {
    return unread.contains(address);
  }

  /** Where an attribute stands in a lesson's header; the file alone where it does not. */
  Place of(String attribute, Lesson lesson) {
    HeaderLines lines = headers.get(lesson.file());
    int line = lines == null ? 0 : lines.entry(attribute).map(HeaderLines.Entry::line).orElse(0);
    return new Place(lesson.file(), line);
  }
}
