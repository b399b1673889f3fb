package dev.deckhand.shell.repl.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a tool: positional ones, and flags with their values.
 *
 * @param positional in order
 * @param flags the last value of each flag that takes one, by the flag as typed
 * @param openFlag the flag whose value is at the cursor; empty for none
 * @param current the cursor's word, without a flag and {@code =}
 * @param prefix the part of the cursor's word before the value, such as {@code --output=}
 */
record ToolArguments(
    List<String> positional,
    Map<String, String> flags,
    String openFlag,
    String current,
    String prefix) {

  ToolArguments {
    positional = List.copyOf(positional);
    flags = Map.copyOf(flags);
  }

  /**
   * Separates positional arguments from flags.
   *
   * @param words the words before the cursor's, without the tool's name
   * @param toolFlags says which flags have their value in the next word
   */
  static ToolArguments of(List<String> words, String current, ToolFlags toolFlags) {
    var positional = new ArrayList<String>();
    var flags = new LinkedHashMap<String, String>();
    String open = "";
    for (String word : words) {
      if (!open.isEmpty()) {
        flags.put(open, word);
        open = "";
      } else if (word.startsWith("-") && word.length() > 1) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          flags.put(word.substring(0, equals), word.substring(equals + 1));
        } else if (toolFlags.takesValue(word, positional)) {
          open = word;
        }
      } else {
        positional.add(word);
      }
    }
    int equals = current.indexOf('=');
    if (open.isEmpty() && current.startsWith("--") && equals > 0) {
      return new ToolArguments(
          positional,
          flags,
          current.substring(0, equals),
          current.substring(equals + 1),
          current.substring(0, equals + 1));
    }
    return new ToolArguments(positional, flags, open, current, "");
  }

  /** The value of a flag by any of its names; empty if it wasn't typed. */
  String value(String... names) {
    for (String name : names) {
      String value = flags.get(name);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  /** The positional argument at an index; empty if there is none. */
  String positionalAt(int at) {
    return at < positional.size() ? positional.get(at) : "";
  }

  /** Puts the prefix back before suggested values. */
  List<Suggestion> withPrefix(List<Suggestion> values) {
    return prefix.isEmpty()
        ? values
        : values.stream()
            .map(one -> new Suggestion(prefix + one.value(), one.description(), one.complete()))
            .toList();
  }

  boolean isFlag() {
    return openFlag.isEmpty() && current.startsWith("-");
  }
}
