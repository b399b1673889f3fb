package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.lint.Remedies;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML with the line of each node, and collects findings. */
final class YamlFieldReader {

  private static final int MAX_LENGTH = 512 * 1024;
  private static final int MAX_DEPTH = 10;

  private final String file;
  private final List<LintFinding> lintFindings;

  YamlFieldReader(String file, List<LintFinding> lintFindings) {
    this.file = file;
    this.lintFindings = lintFindings;
  }

  /** The document; empty, with a finding, if it isn't YAML. */
  Optional<Node> parse(String yaml) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MAX_LENGTH);
    try {
      Optional<Node> root = Optional.ofNullable(new Yaml(options).compose(new StringReader(yaml)));
      if (root.isEmpty()) {
        lintFindings.add(
            LintFinding.error(
                new SourcePosition(file, 0), "The file is empty.", "Begin with \"curriculum:\"."));
      }
      return root;
    } catch (MarkedYAMLException fault) {
      Mark mark = fault.getProblemMark();
      lintFindings.add(
          LintFinding.error(
              new SourcePosition(file, mark == null ? 0 : mark.getLine() + 1),
              "This is no YAML: " + fault.getProblem() + ".",
              "Look at the indentation and the quotes above it."));
    } catch (YAMLException fault) {
      lintFindings.add(
          LintFinding.error(
              new SourcePosition(file, 0),
              "This is no YAML: " + fault.getMessage() + ".",
              "Mend it."));
    }
    return Optional.empty();
  }

  /** The fields of a map. Unknown fields are errors, unless no known ones are given. */
  Fields fieldsOf(Node node, Set<String> known) {
    var fields = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode map)) {
      error(node, "Here should be fields.", "Write them as \"name: value\".");
      return new Fields(fields);
    }
    for (var tuple : map.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!known.isEmpty() && !known.contains(key)) {
        error(
            tuple.getKeyNode(),
            "Nobody reads the field \"" + key + "\".",
            Remedies.suggest(key, new TreeSet<>(known)));
      } else if (fields.putIfAbsent(key, tuple.getValueNode()) != null) {
        error(tuple.getKeyNode(), "The field \"" + key + "\" stands twice.", "Write it once.");
      }
    }
    return new Fields(fields);
  }

  /** The items of a list; a single value counts as a list of one. */
  List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** A value's text; empty, with a finding, if it isn't text. */
  String text(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    error(node, "Here should be a word or a line.", "Write it, in quotes if it has \": \" in it.");
    return "";
  }

  void error(Node node, String message, String remedy) {
    lintFindings.add(LintFinding.error(placeOf(node), message, remedy));
  }

  SourcePosition placeOf(Node node) {
    return new SourcePosition(file, node.getStartMark().getLine() + 1);
  }

  /** The fields of a map, by name. */
  final class Fields {

    private final Map<String, Node> fields;

    private Fields(Map<String, Node> fields) {
      this.fields = fields;
    }

    Map<String, Node> all() {
      return fields;
    }

    Optional<Node> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    String text(String name) {
      return get(name).map(YamlFieldReader.this::text).orElse("");
    }
  }
}
