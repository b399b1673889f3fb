package dev.deckhand.lesson.coverage;

import dev.deckhand.check.Nearest;
import dev.deckhand.check.Place;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code coverage.yaml}, strictly: what leads nowhere is an error with its line. What has
 * fallen behind the lessons is a warning: a lesson that was just begun must not stop a build.
 */
public final class CoverageReader {

  private static final Set<String> TOP = Set.of("curriculum", "texts");
  private static final Set<String> TEXT = Set.of("name", "title", "describes");
  private static final Set<String> TOPIC = Set.of("system", "concept", "steps", "to-come");

  private final YamlFields fields;
  private final Steps steps;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<LessonId> curriculum = new LinkedHashSet<>();

  private CoverageReader(String file, Steps steps) {
    this.fields = new YamlFields(file, findings);
    this.steps = steps;
  }

  /**
   * What came of reading.
   *
   * @param coverage what could be understood
   * @param findings errors, and warnings about lessons that are there and not where they belong
   */
  public record Read(Coverage coverage, List<Finding> findings) {
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads the whole.
   *
   * @param file as findings are to name it
   * @param steps those that are there
   */
  public static Read read(String yaml, String file, Steps steps) {
    var reader = new CoverageReader(file, steps);
    Coverage coverage = reader.fields.root(yaml).map(reader::coverage).orElse(Coverage.NONE);
    reader.behind(coverage, file);
    return new Read(coverage, reader.findings);
  }

  private Coverage coverage(Node root) {
    YamlFields.Fields top = fields.of(root, TOP);
    top.get("curriculum").ifPresent(this::curriculum);
    var names = new HashSet<String>();
    List<Coverage.Text> texts =
        top.get("texts").stream()
            .flatMap(node -> fields.items(node).stream())
            .flatMap(node -> text(node, names).stream())
            .toList();
    if (curriculum.isEmpty()) {
      fields.error(root, "There is no curriculum.", "Add \"curriculum:\", with all lessons.");
    }
    if (texts.isEmpty()) {
      fields.error(root, "There are no texts.", "Add \"texts:\", with what each describes.");
    }
    return new Coverage(List.copyOf(curriculum), texts);
  }

  private void curriculum(Node node) {
    for (var course : fields.of(node, Set.of()).all().entrySet()) {
      for (Node lesson : fields.items(course.getValue())) {
        String name = fields.word(lesson);
        lesson(course.getKey() + "/" + name, lesson)
            .filter(id -> !curriculum.add(id))
            .ifPresent(id ->
                fields.error(lesson, "The lesson \"" + id + "\" stands twice.", "Name it once."));
      }
    }
  }

  private Optional<Coverage.Text> text(Node node, Set<String> names) {
    YamlFields.Fields text = fields.of(node, TEXT);
    String name = text.word("name");
    if (name.isEmpty()) {
      fields.error(node, "A text has no name.", "Add \"name:\", the text's short name.");
      return Optional.empty();
    }
    if (!names.add(name)) {
      fields.error(node, "Two texts are called \"" + name + "\".", "Give one another name.");
    }
    var described = new HashSet<String>();
    List<Coverage.Topic> topics =
        text.get("describes").stream()
            .flatMap(list -> fields.items(list).stream())
            .flatMap(topic -> topic(topic, described).stream())
            .toList();
    if (topics.isEmpty()) {
      fields.error(node, "\"" + name + "\" describes nothing.", "List it below \"describes:\".");
    }
    String title = text.word("title");
    return Optional.of(new Coverage.Text(name, title.isEmpty() ? name : title, topics));
  }

  private Optional<Coverage.Topic> topic(Node node, Set<String> described) {
    YamlFields.Fields topic = fields.of(node, TOPIC);
    List<Coverage.Kind> kinds =
        Arrays.stream(Coverage.Kind.values())
            .filter(kind -> topic.get(kind.word()).isPresent())
            .toList();
    if (kinds.size() != 1) {
      fields.error(
          node,
          "It is not said what is described.",
          "Begin with one of \"system: NAME\" and \"concept: NAME\".");
      return Optional.empty();
    }
    var taught = new LinkedHashSet<Coverage.Taught>();
    for (Node step : items(topic, "steps")) {
      step(step).filter(one -> !taught.add(one)).ifPresent(_ -> twice(step));
    }
    var toCome = new LinkedHashSet<LessonId>();
    for (Node lesson : items(topic, "to-come")) {
      toCome(lesson).filter(one -> !toCome.add(one)).ifPresent(_ -> twice(lesson));
    }
    String name = topic.word(kinds.getFirst().word());
    if (!described.add(name)) {
      fields.error(
          node, "\"" + name + "\" stands twice in this text.", "Put the steps of both together.");
    }
    if (topic.get("steps").isEmpty() && topic.get("to-come").isEmpty()) {
      fields.error(
          node,
          "Nothing teaches \"" + name + "\".",
          "Add \"steps:\" with course/lesson#step, or \"to-come:\" with course/lesson.");
    }
    return Optional.of(
        new Coverage.Topic(
            kinds.getFirst(), name, List.copyOf(taught), List.copyOf(toCome), fields.at(node)));
  }

  private List<Node> items(YamlFields.Fields topic, String field) {
    return topic.get(field).map(fields::items).orElse(List.of());
  }

  private void twice(Node node) {
    fields.error(node, "\"" + fields.word(node) + "\" stands twice here.", "Write it once.");
  }

  private Optional<Coverage.Taught> step(Node node) {
    String address = fields.word(node);
    try {
      return Optional.of(steps.find(address));
    } catch (Steps.NoStep none) {
      fields.error(node, none.what(), none.next());
      return Optional.empty();
    }
  }

  private Optional<LessonId> toCome(Node node) {
    String name = fields.word(node);
    Optional<LessonId> id = lesson(name, node);
    if (id.isPresent() && steps.has(id.get())) {
      findings.add(
          Finding.warning(
              fields.at(node),
              "The lesson \"" + name + "\" is not to come: it is there.",
              "Name its steps below \"steps:\"."));
      return Optional.empty();
    }
    if (id.isPresent() && !curriculum.contains(id.get())) {
      fields.error(
          node,
          "The curriculum has no lesson \"" + name + "\".",
          Nearest.to(name, curriculum.stream().map(LessonId::toString).collect(Collectors.toSet()))
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Add it below \"curriculum:\", or take it out here."));
      return Optional.empty();
    }
    return id;
  }

  private Optional<LessonId> lesson(String name, Node node) {
    try {
      return Optional.of(LessonId.of(name));
    } catch (IllegalArgumentException unfit) {
      fields.error(node, "\"" + name + "\" is no lesson.", "Write course/lesson.");
      return Optional.empty();
    }
  }

  /** Looks for lessons that were written, and that nobody has entered here. */
  private void behind(Coverage coverage, String file) {
    Set<LessonId> mentioned =
        coverage.texts().stream()
            .flatMap(text -> text.topics().stream())
            .flatMap(topic -> topic.taught().stream())
            .map(Coverage.Taught::lesson)
            .collect(Collectors.toSet());
    for (LessonId id : steps.lessons()) {
      if (!curriculum.isEmpty() && !curriculum.contains(id)) {
        warn(
            file,
            "The curriculum does not name the lesson \"" + id + "\", which is there.",
            "Add it below \"curriculum:\", in its place.");
      }
      if (!mentioned.contains(id)) {
        warn(
            file,
            "No topic leads to the lesson \"" + id + "\".",
            "Name its steps where a text describes what they teach.");
      }
    }
  }

  private void warn(String file, String message, String remedy) {
    findings.add(Finding.warning(new Place(file, 0), message, remedy));
  }
}
