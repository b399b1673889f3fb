package dev.deckhand.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An enum constant that authors write in lower case, with hyphens. */
public interface Keyword {

  String name();

  /** The constant as authors write it. */
  default String keyword() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that a word names, if there is one. */
  static <E extends Enum<E> & Keyword> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.keyword().equals(word))
        .findFirst();
  }

  /** The words for all constants, in order. */
  static <E extends Enum<E> & Keyword> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Keyword::keyword).toList();
  }
}
