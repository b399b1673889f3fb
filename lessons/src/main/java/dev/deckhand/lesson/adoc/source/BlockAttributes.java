package dev.deckhand.lesson.adoc.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.asciidoctor.ast.StructuralNode;

/**
 * What an author wrote in a block's brackets, without what AsciiDoc itself reads there.
 *
 * @param named as {@code within=60s}
 * @param options as {@code keep} in {@code %keep}
 * @param positional words that stand alone behind the language, as {@code keep} in {@code
 *     [source.check,yaml,keep]}
 */
public record BlockAttributes(
    Map<String, String> named, Set<String> options, List<String> positional) {

  private static final Set<String> ASCIIDOC_ATTRIBUTES =
      Set.of(
          "style",
          "language",
          "role",
          "title",
          "id",
          "options",
          "opts",
          "subs",
          "indent",
          "caption",
          "linenums",
          "reftext",
          "start",
          "attribute_entries",
          "cloaked-context");
  private static final Pattern POSITION = Pattern.compile("\\d+");
  private static final String OPTION = "-option";

  public BlockAttributes {
    named = Map.copyOf(named);
    options = Set.copyOf(options);
    positional = List.copyOf(positional);
  }

  public static BlockAttributes of(StructuralNode node) {
    var named = new TreeMap<String, String>();
    var options = new TreeSet<String>();
    var loose = new TreeSet<String>();
    node.getAttributes()
        .forEach((name, value) -> {
          if (name.endsWith(OPTION)) {
            options.add(name.substring(0, name.length() - OPTION.length()));
          } else if (!ASCIIDOC_ATTRIBUTES.contains(name) && !POSITION.matcher(name).matches()) {
            named.put(name, Objects.toString(value, ""));
          } else if (isPositional(name, Objects.toString(value, ""))) {
            loose.add(Objects.toString(value, ""));
          }
        });
    return new BlockAttributes(named, options, List.copyOf(loose));
  }

  /** The first two are the style and the language, and the third may number the lines. */
  private static boolean isPositional(String position, String word) {
    return POSITION.matcher(position).matches()
        && !position.equals("1")
        && !position.equals("2")
        && !word.equals("linenums")
        && !word.isBlank();
  }
}
