package dev.deckhand.check.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a node in an object: {@code spec.containers[nginx].image}.
 *
 * @param step the name of a field, or the merge key or index of an element
 */
public record FieldPath(@Nullable FieldPath parent, String step, boolean isElement, int depth) {
  public static final FieldPath ROOT = new FieldPath(null, "", false, 0);

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  public FieldPath field(String name) {
    return new FieldPath(this, name, false, depth + 1);
  }

  public FieldPath element(String label) {
    return new FieldPath(this, label, true, depth + 1);
  }

  /** The names of the fields on the path, outermost first, without elements. */
  public List<String> fields() {
    var names = new ArrayList<String>();
    steps().stream().filter(path -> !path.isElement).forEach(path -> names.add(path.step));
    return names;
  }

  private Deque<FieldPath> steps() {
    var steps = new ArrayDeque<FieldPath>();
    for (FieldPath path = this; path.parent != null; path = path.parent) {
      steps.addFirst(path);
    }
    return steps;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (FieldPath path : steps()) {
      String name = ValueFormatter.sanitize(path.step);
      if (path.isElement) {
        text.append('[').append(name).append(']');
      } else if (!PLAIN_NAME.matcher(name).matches()) {
        text.append("[\"").append(name).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(name);
      }
    }
    return text.toString();
  }
}
