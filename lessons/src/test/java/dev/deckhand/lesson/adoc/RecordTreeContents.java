package dev.deckhand.lesson.adoc;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which records and which constants there are in a tree of records. */
record RecordTreeContents(Set<Class<?>> types, Set<Object> constants) {

  static RecordTreeContents of(Object root) {
    var recordTreeContents = new RecordTreeContents(new HashSet<>(), new HashSet<>());
    recordTreeContents.walk(root);
    return recordTreeContents;
  }

  private void walk(@Nullable Object value) {
    switch (value) {
      case Collection<?> many -> many.forEach(this::walk);
      case Map<?, ?> map -> map.values().forEach(this::walk);
      case Enum<?> constant -> constants.add(constant);
      case Record whole -> {
        types.add(whole.getClass());
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
          walk(read(part, whole));
        }
      }
      case null, default -> {}
    }
  }

  private static @Nullable Object read(RecordComponent part, Record whole) {
    try {
      return part.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException closed) {
      throw new LinkageError("a record can be read", closed);
    }
  }
}
