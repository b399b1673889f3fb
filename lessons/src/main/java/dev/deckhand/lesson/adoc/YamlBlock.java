package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.asciidoctor.ast.StructuralNode;

/**
 * A check or a question as it stands in the file.
 *
 * @param place of the block
 * @param firstLine the line of the text's first line
 * @param attributes that the author gave the block, without those of AsciiDoc itself
 * @param options that the author gave it, as {@code keep} in {@code %keep}
 */
record YamlBlock(
    String text, Place place, int firstLine, Map<String, String> attributes, Set<String> options) {

  private static final Set<String> OF_ASCIIDOC =
      Set.of("style", "language", "role", "title", "id", "options", "opts", "subs", "indent");
  private static final Pattern POSITION = Pattern.compile("\\d+");
  private static final String OPTION = "-option";

  YamlBlock {
    attributes = Map.copyOf(attributes);
    options = Set.copyOf(options);
  }

  static YamlBlock of(StructuralNode node, SourceFile file, Ledger ledger) {
    var attributes = new LinkedHashMap<String, String>();
    var options = new TreeSet<String>();
    node.getAttributes()
        .forEach((name, value) -> {
          if (name.endsWith(OPTION)) {
            options.add(name.substring(0, name.length() - OPTION.length()));
          } else if (!OF_ASCIIDOC.contains(name) && !POSITION.matcher(name).matches()) {
            attributes.put(name, String.valueOf(value));
          }
        });
    return new YamlBlock(
        String.join("\n", Lines.source(node)),
        ledger.at(Lines.of(node)),
        Lines.ofContent(node, file),
        attributes,
        options);
  }
}
