package dev.deckhand.lesson.adoc.source;

import dev.deckhand.lesson.adoc.document.BlockNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The attributes in a block's brackets that AsciiDoc itself doesn't use.
 *
 * @param named as {@code within=60s}
 * @param options as {@code keep} in {@code %keep}
 * @param positional words after the language without a name, as {@code keep} in {@code
 *     [source.check,yaml,keep]}
 */
public record BlockAttributes(
    Map<String, String> named, Set<String> options, List<String> positional) {

  private static final Set<String> ASCIIDOC_ATTRIBUTES =
      Set.of(
          ("style language role title id options opts subs indent caption linenums reftext start"
                  + " attribute_entries cloaked-context")
              .split(" "));
  private static final Pattern POSITION = Pattern.compile("\\d{1,9}");
  private static final String OPTION = "-option";

  public BlockAttributes {
    named = Map.copyOf(named);
    options = Set.copyOf(options);
    positional = List.copyOf(positional);
  }

  public static BlockAttributes of(BlockNode node) {
    var named = new TreeMap<String, String>();
    var options = new TreeSet<String>();
    var loose = new TreeSet<String>();
    node.attributes()
        .forEach((name, text) -> {
          if (name.endsWith(OPTION)) {
            options.add(name.substring(0, name.length() - OPTION.length()));
          } else if (POSITION.matcher(name).matches()) {
            // the first two are style and language; the third may be linenums
            if (Integer.parseInt(name) > 2 && !text.equals("linenums") && !text.isBlank()) {
              loose.add(text);
            }
          } else if (!ASCIIDOC_ATTRIBUTES.contains(name)) {
            named.put(name, text);
          }
        });
    return new BlockAttributes(named, options, List.copyOf(loose));
  }
}
