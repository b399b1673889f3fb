package dev.deckhand.shell.junit;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test suite in JUnit's XML format.
 *
 * @param took how long all of it took
 * @param properties in the order in which they're written
 */
public record JUnitSuite(
    String name, Duration took, Map<String, String> properties, List<JUnitCase> cases) {
  public JUnitSuite {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    cases = List.copyOf(cases);
  }

  /** How many of its cases have a result of a type. */
  long count(Class<? extends JUnitCase.Result> type) {
    return cases.stream().filter(one -> type.isInstance(one.result())).count();
  }
}
