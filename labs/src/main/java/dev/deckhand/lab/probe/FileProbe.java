package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.observe.Observer;
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
 * @param reader reads nothing outside of the workspace
 */
public record FileProbe(FileReader reader) implements Observer<WorkspaceFile> {

  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 50;

  /** Looks at the files in a folder of this machine. */
  public FileProbe(Path workspace) {
    this(new LocalFileReader(workspace));
  }

  /** A file that doesn't exist is an object with {@code exists: false}. */
  @Override
  public Observation observe(WorkspaceFile subject) {
    FileContent content;
    try {
      content = reader.read(subject.path());
    } catch (ApiException gone) {
      return new Observation.Unreachable(
          "The workspace can't be read: " + gone.getMessage() + ".",
          "Wait a moment: the check is tried again.");
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("path", subject.path());
    switch (content) {
      case FileContent.Missing _, FileContent.Outside _ -> fields.put("exists", false);
      case FileContent.Folder _, FileContent.Special _, FileContent.Unreadable _ ->
          fields.put("exists", true);
      case FileContent.Text(var text) -> {
        fields.put("exists", true);
        fields.put("content", text);
        fields.putAll(yaml(text));
      }
    }
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  @Override
  public List<String> causes(WorkspaceFile subject) {
    String name = "\"" + subject.path() + "\"";
    try {
      return switch (reader.read(subject.path())) {
        case FileContent.Missing _ -> List.of();
        case FileContent.Outside _ ->
            List.of(name + " leads out of the workspace: it is not read.");
        case FileContent.Folder _ -> List.of(name + " is a folder.");
        case FileContent.Special _ -> List.of(name + " is not a file.");
        case FileContent.Unreadable _ -> List.of(name + " cannot be read.");
        case FileContent.Text(var text) ->
            yaml(text).get("yamlError") instanceof String problem
                ? List.of(name + " is not YAML: " + problem + ".")
                : List.of();
      };
    } catch (ApiException gone) {
      return List.of();
    }
  }

  /** The file's YAML documents, or the reason why it isn't YAML. */
  private static Map<String, Object> yaml(String content) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(FileReader.MAX_BYTES);
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
