package dev.deckhand.shell.submission;

import dev.deckhand.shell.submission.archive.PrintableName;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A learner's YAML file that is a mapping, read as far as its nodes: no object is made from a tag,
 * and scalars keep the text as it's written, so that {@code 0644} and {@code yes} stay what they
 * are. What isn't as expected is left out, with a remark that has the place.
 */
final class YamlMapping {

  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 50;

  private final String file;
  private final MappingNode node;
  private final WorkRemarks remarks;

  private YamlMapping(String file, MappingNode node, WorkRemarks remarks) {
    this.file = file;
    this.node = node;
    this.remarks = remarks;
  }

  /**
   * A value, and where it is.
   *
   * @param line counted from 1
   */
  record Value(String key, Node node, int line) {}

  /** Reads a file; empty, with a remark, if it isn't a mapping. */
  static Optional<YamlMapping> read(String name, SubmittedFile file, WorkRemarks remarks) {
    if (file.size() > MAX_BYTES) {
      remarks.add(name + " is left out: it may have at most " + MAX_BYTES / 1024 + " KiB.");
      return Optional.empty();
    }
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_BYTES);
    try {
      Node root = new Yaml(options).compose(new StringReader(file.text()));
      return switch (root) {
        case null -> Optional.empty();
        case MappingNode mapping -> Optional.of(new YamlMapping(name, mapping, remarks));
        default -> {
          remarks.add(name, line(root), "this must be a list of keys and values; it's left out.");
          yield Optional.empty();
        }
      };
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      remarks.add(
          name, mark == null ? 1 : mark.getLine() + 1, "this isn't YAML; the file is left out.");
      return Optional.empty();
    } catch (YAMLException broken) {
      remarks.add(name + " is left out: it can't be read as YAML.");
      return Optional.empty();
    }
  }

  /**
   * The values by their keys, in the order of the file. If a key is there twice, the last counts.
   */
  Map<String, Value> values() {
    return values(node);
  }

  private Map<String, Value> values(MappingNode mapping) {
    var values = new LinkedHashMap<String, Value>();
    var seen = new HashSet<String>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        remarks.add(file, line, "this key isn't a word or a number; it's left out.");
        continue;
      }
      String name = key.getValue().strip();
      if (!seen.add(name)) {
        remarks.add(file, line, quoted(name) + " is there more than once; the last one counts.");
      }
      values.put(name, new Value(name, tuple.getValueNode(), line(tuple.getValueNode())));
    }
    return values;
  }

  /** A value that is a mapping itself; empty, with a remark, for another. */
  Map<String, Value> mapping(Value value) {
    if (value.node() instanceof MappingNode inner) {
      return values(inner);
    }
    remark(value, "must have keys and values");
    return Map.of();
  }

  /** A text, number or other plain value as it's written; null, with a remark, for another. */
  @Nullable String text(Value value) {
    if (value.node() instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      String text = scalar.getValue().strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    remark(value, "must have a text or a number");
    return null;
  }

  /** A whole number; empty, with a remark, for another. */
  OptionalLong number(Value value) {
    if (value.node() instanceof ScalarNode scalar) {
      try {
        return OptionalLong.of(Long.parseLong(scalar.getValue().strip()));
      } catch (NumberFormatException other) {
        // the remark says so
      }
    }
    remark(value, "must have a whole number");
    return OptionalLong.empty();
  }

  /** A number, a list of numbers, or numbers with commas; none, with a remark, for another. */
  List<Integer> numbers(Value value) {
    List<? extends Node> items =
        value.node() instanceof SequenceNode list ? list.getValue() : List.of(value.node());
    var numbers = new ArrayList<Integer>();
    for (Node item : items) {
      if (!(item instanceof ScalarNode scalar) || !addAll(scalar.getValue(), numbers)) {
        remark(value, "must have a number or a list of numbers");
        return List.of();
      }
    }
    return numbers;
  }

  private static boolean addAll(String text, List<Integer> numbers) {
    for (String word : text.strip().split("[,\\s]+", -1)) {
      if (!word.matches("\\d{1,4}")) {
        return false;
      }
      numbers.add(Integer.valueOf(word));
    }
    return true;
  }

  /** Whether a value is a list. */
  static boolean isList(Value value) {
    return value.node() instanceof SequenceNode;
  }

  /** Notes that a value is left out. */
  void remark(Value value, String why) {
    note(value, why + "; it's left out.");
  }

  /** Notes something about a value that counts. */
  void note(Value value, String what) {
    remarks.add(file, value.line(), quoted(value.key()) + " " + what);
  }

  private static String quoted(String key) {
    return PrintableName.quoted(key);
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
