package dev.deckhand.shell.repl.complete;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which flags of a tool take the next word as their value.
 *
 * @param valued those that do in any command
 * @param exceptions by command, as in {@code top pod}: those that don't there
 */
record ToolFlags(Set<String> valued, Map<String, Set<String>> exceptions) {

  private static final Map<String, ToolFlags> READ = new ConcurrentHashMap<>();

  ToolFlags {
    valued = Set.copyOf(valued);
    exceptions = Map.copyOf(exceptions);
  }

  /** The flags of a tool, which are listed in a resource with its name; read once. */
  static ToolFlags of(String tool) {
    return READ.computeIfAbsent(tool, ToolFlags::read);
  }

  private static ToolFlags read(String tool) {
    var valued = new HashSet<String>();
    var exceptions = new HashMap<String, Set<String>>();
    for (String line : text(tool + ".flags").lines().toList()) {
      int colon = line.indexOf(": ");
      if (line.startsWith("-")) {
        valued.addAll(words(line));
      } else if (!line.startsWith("#") && colon > 0) {
        exceptions.put(line.substring(0, colon), Set.copyOf(words(line.substring(colon + 2))));
      }
    }
    return new ToolFlags(valued, exceptions);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(ToolFlags.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Whether a flag's value is the next word.
   *
   * @param positional the words before it that are no flags: the command and its arguments
   */
  boolean takesValue(String flag, List<String> positional) {
    if (!valued.contains(flag)) {
      return false;
    }
    for (int words = 1; words <= Math.min(2, positional.size()); words++) {
      String command = String.join(" ", positional.subList(0, words));
      if (exceptions.getOrDefault(command, Set.of()).contains(flag)) {
        return false;
      }
    }
    return true;
  }
}
