package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
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
 * Reads {@code coverage.yaml}. A reference to a missing step is an error with its line. A lesson
 * that isn't entered is only a warning, so that a new lesson doesn't break the build.
 */
public final class CoverageReader {

  private static final Set<String> TOP_FIELDS = Set.of("curriculum", "texts");
  private static final Set<String> TEXT_FIELDS = Set.of("name", "title", "describes");
  private static final Set<String> TOPIC_FIELDS = Set.of("system", "concept", "steps", "to-come");

  private final YamlFieldReader fields;
  private final StepIndex stepIndex;
  private final List<LintFinding> lintFindings = new ArrayList<>();
  private final Set<LessonId> curriculum = new LinkedHashSet<>();

  private CoverageReader(String file, StepIndex stepIndex) {
    this.fields = new YamlFieldReader(file, lintFindings);
    this.stepIndex = stepIndex;
  }

  /**
   * The result of reading.
   *
   * @param coverage what could be read
   * @param findings errors, and warnings about lessons that are missing in the file
   */
  public record Result(CourseCoverage coverage, List<LintFinding> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads the file's text.
   *
   * @param file the file's name in findings
   * @param stepIndex the existing steps
   */
  public static Result read(String yaml, String file, StepIndex stepIndex) {
    var reader = new CoverageReader(file, stepIndex);
    CourseCoverage courseCoverage =
        reader.fields.parse(yaml).map(reader::coverage).orElse(CourseCoverage.NONE);
    reader.checkCompleteness(courseCoverage, file);
    return new Result(courseCoverage, reader.lintFindings);
  }

  private CourseCoverage coverage(Node root) {
    YamlFieldReader.Fields top = fields.fieldsOf(root, TOP_FIELDS);
    top.get("curriculum").ifPresent(this::curriculum);
    var names = new HashSet<String>();
    List<CourseCoverage.SourceText> sourceTexts =
        top.get("texts").stream()
            .flatMap(node -> fields.items(node).stream())
            .flatMap(node -> text(node, names).stream())
            .toList();
    if (curriculum.isEmpty()) {
      fields.error(root, "There is no curriculum.", "Add \"curriculum:\", with all lessons.");
    }
    if (sourceTexts.isEmpty()) {
      fields.error(root, "There are no texts.", "Add \"texts:\", with what each describes.");
    }
    return new CourseCoverage(List.copyOf(curriculum), sourceTexts);
  }

  private void curriculum(Node node) {
    for (var course : fields.fieldsOf(node, Set.of()).all().entrySet()) {
      for (Node lesson : fields.items(course.getValue())) {
        String name = fields.text(lesson);
        lesson(course.getKey() + "/" + name, lesson)
            .filter(id -> !curriculum.add(id))
            .ifPresent(id ->
                fields.error(lesson, "The lesson \"" + id + "\" stands twice.", "Name it once."));
      }
    }
  }

  private Optional<CourseCoverage.SourceText> text(Node node, Set<String> names) {
    YamlFieldReader.Fields text = fields.fieldsOf(node, TEXT_FIELDS);
    String name = text.text("name");
    if (name.isEmpty()) {
      fields.error(node, "A text has no name.", "Add \"name:\", the text's short name.");
      return Optional.empty();
    }
    if (!names.add(name)) {
      fields.error(node, "Two texts are called \"" + name + "\".", "Give one another name.");
    }
    var described = new HashSet<String>();
    List<CourseCoverage.Topic> topics =
        text.get("describes").stream()
            .flatMap(list -> fields.items(list).stream())
            .flatMap(topic -> topic(topic, described).stream())
            .toList();
    if (topics.isEmpty()) {
      fields.error(node, "\"" + name + "\" describes nothing.", "List it below \"describes:\".");
    }
    String title = text.text("title");
    return Optional.of(new CourseCoverage.SourceText(name, title.isEmpty() ? name : title, topics));
  }

  private Optional<CourseCoverage.Topic> topic(Node node, Set<String> described) {
    YamlFieldReader.Fields topic = fields.fieldsOf(node, TOPIC_FIELDS);
    List<CourseCoverage.TopicKind> topicKinds =
        Arrays.stream(CourseCoverage.TopicKind.values())
            .filter(topicKind -> topic.get(topicKind.keyword()).isPresent())
            .toList();
    if (topicKinds.size() != 1) {
      fields.error(
          node,
          "It is not said what is described.",
          "Begin with one of \"system: NAME\" and \"concept: NAME\".");
      return Optional.empty();
    }
    var stepReference = new LinkedHashSet<CourseCoverage.StepReference>();
    for (Node step : items(topic, "steps")) {
      step(step).filter(one -> !stepReference.add(one)).ifPresent(_ -> reportDuplicate(step));
    }
    var toCome = new LinkedHashSet<LessonId>();
    for (Node lesson : items(topic, "to-come")) {
      plannedLesson(lesson).filter(one -> !toCome.add(one)).ifPresent(_ -> reportDuplicate(lesson));
    }
    String name = topic.text(topicKinds.getFirst().keyword());
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
        new CourseCoverage.Topic(
            topicKinds.getFirst(),
            name,
            List.copyOf(stepReference),
            List.copyOf(toCome),
            fields.placeOf(node)));
  }

  private List<Node> items(YamlFieldReader.Fields topic, String field) {
    return topic.get(field).map(fields::items).orElse(List.of());
  }

  private void reportDuplicate(Node node) {
    fields.error(node, "\"" + fields.text(node) + "\" stands twice here.", "Write it once.");
  }

  private Optional<CourseCoverage.StepReference> step(Node node) {
    String address = fields.text(node);
    try {
      return Optional.of(stepIndex.find(address));
    } catch (StepIndex.StepNotFoundException none) {
      fields.error(node, none.reason(), none.remedy());
      return Optional.empty();
    }
  }

  private Optional<LessonId> plannedLesson(Node node) {
    String name = fields.text(node);
    Optional<LessonId> id = lesson(name, node);
    if (id.isPresent() && stepIndex.has(id.get())) {
      lintFindings.add(
          LintFinding.warning(
              fields.placeOf(node),
              "The lesson \"" + name + "\" is not to come: it is there.",
              "Name its steps below \"steps:\"."));
      return Optional.empty();
    }
    if (id.isPresent() && !curriculum.contains(id.get())) {
      fields.error(
          node,
          "The curriculum has no lesson \"" + name + "\".",
          SpellingSuggester.suggest(
                  name, curriculum.stream().map(LessonId::toString).collect(Collectors.toSet()))
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

  /** Finds lessons that aren't entered in the file. */
  private void checkCompleteness(CourseCoverage courseCoverage, String file) {
    Set<LessonId> mentioned =
        courseCoverage.texts().stream()
            .flatMap(sourceText -> sourceText.topics().stream())
            .flatMap(topic -> topic.steps().stream())
            .map(CourseCoverage.StepReference::lesson)
            .collect(Collectors.toSet());
    for (LessonId id : stepIndex.lessons()) {
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
    lintFindings.add(LintFinding.warning(new SourcePosition(file, 0), message, remedy));
  }
}
