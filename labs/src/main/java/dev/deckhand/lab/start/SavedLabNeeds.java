package dev.deckhand.lab.start;

import dev.deckhand.lesson.LabNeeds;
import java.util.Collection;
import java.util.List;

/**
 * What a lab was started for, so that another process can tell whether it fits a lesson.
 *
 * @param form increases whenever older labs can't be taken over
 */
record SavedLabNeeds(
    int form, List<String> labs, List<String> images, List<String> abilities, String namespace) {

  private static final int FORM = 1;

  static SavedLabNeeds of(LabNeeds needs) {
    return new SavedLabNeeds(
        FORM,
        sorted(needs.labs()),
        List.copyOf(needs.images()),
        sorted(needs.abilities()),
        needs.namespace());
  }

  private static List<String> sorted(Collection<?> all) {
    return all.stream().map(String::valueOf).sorted().toList();
  }
}
