package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.observe.Observer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Looks at the learner's files.
 *
 * @param workspace nothing outside of this folder is read, also not through links
 */
public record FileProbe(Path workspace) implements Observer<WorkspaceFile> {

  /** Only the beginning of a larger file is read. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 50;

  /** A file that doesn't exist is an object with {@code exists: false}. */
  @Override
  public Observation observe(WorkspaceFile subject) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("path", subject.path());
    try {
      Path file = workspace.resolve(subject.path()).normalize();
      fields.put("exists", Files.exists(file) && isInside(file));
      if (Files.isRegularFile(file) && isInside(file)) {
        String content = content(file);
        fields.put("content", content);
        fields.putAll(yaml(content));
      }
    } catch (IOException unreadable) {
      fields.putIfAbsent("exists", false);
    }
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  @Override
  public List<String> causes(WorkspaceFile subject) {
    Path file = workspace.resolve(subject.path()).normalize();
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      if (!isInside(file)) {
        return List.of("\"" + subject.path() + "\" leads out of the workspace: it is not read.");
      }
      if (Files.isDirectory(file)) {
        return List.of("\"" + subject.path() + "\" is a folder.");
      }
      return yaml(content(file)).get("yamlError") instanceof String problem
          ? List.of("\"" + subject.path() + "\" is not YAML: " + problem + ".")
          : List.of();
    } catch (IOException unreadable) {
      return List.of("\"" + subject.path() + "\" cannot be read.");
    }
  }

  private boolean isInside(Path file) throws IOException {
    return file.toRealPath().startsWith(workspace.toRealPath());
  }

  private static String content(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    }
  }

  /** The file's YAML documents, or the reason why it isn't YAML. */
  private static Map<String, Object> yaml(String content) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_BYTES);
    options.setAllowDuplicateKeys(false);
    try {
      var documents = new ArrayList<DataNode>();
      for (Object document : new Yaml(new SafeConstructor(options)).loadAll(content)) {
        documents.add(DataNode.of(normalize(document, 0)));
      }
      return Map.of("yaml", documents);
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      String line = mark == null ? "" : "line " + (mark.getLine() + 1) + ": ";
      return Map.of("yamlError", line + broken.getProblem());
    } catch (YAMLException | IllegalArgumentException broken) {
      return Map.of("yamlError", "it cannot be read");
    }
  }

  /** Converts what the parser makes of dates and the like back to text. */
  private static @org.jspecify.annotations.Nullable Object normalize(
      @org.jspecify.annotations.Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) ->
            fields.put(String.valueOf(key), DataNode.of(normalize(inner, depth + 1))));
        yield fields;
      }
      case List<?> list ->
          list.stream().map(inner -> DataNode.of(normalize(inner, depth + 1))).toList();
      case String text -> text;
      case Boolean flag -> flag;
      case Number number ->
          Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())
              ? String.valueOf(number)
              : number;
      default -> String.valueOf(value);
    };
  }
}
