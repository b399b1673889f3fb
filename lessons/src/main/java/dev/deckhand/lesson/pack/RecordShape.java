package dev.deckhand.lesson.pack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type, and how to create one from their values.
 *
 * @param places the place of each component, by its name
 */
record RecordShape(Constructor<?> constructor, List<Type> types, Map<String, Integer> places) {

  static RecordShape of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    var places = new HashMap<String, Integer>();
    for (int place = 0; place < components.length; place++) {
      places.put(components[place].getName(), place);
    }
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return new RecordShape(
          canonical,
          Arrays.stream(components).map(RecordComponent::getGenericType).toList(),
          places);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a type is one of several, and so written with its name. */
  static boolean isNamed(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
  }

  /** The place of a component; null if there's none of this name. */
  @Nullable Integer place(String name) {
    return places.get(name);
  }

  Type type(int place) {
    return types.get(place);
  }

  /** What components are that the JSON doesn't name. */
  @Nullable Object[] defaults() {
    return new @Nullable Object[types.size()];
  }

  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if the record refuses the values
   */
  Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
