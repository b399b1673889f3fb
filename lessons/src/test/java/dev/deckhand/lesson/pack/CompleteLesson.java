package dev.deckhand.lesson.pack;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lesson in which everything occurs that a lesson can hold. */
final class CompleteLesson {

  private static final SourcePosition PLACE = new SourcePosition("course/01-lesson.adoc", 7);
  private static final List<Inline> TEXT =
      List.of(
          new Inline.Words("a “quote” \u0000 \uD83D\uDEA2 "),
          new Inline.Code("`x`"),
          new Inline.Strong(List.of(new Inline.Emphasis(List.of(new Inline.Words("b"))))),
          new Inline.Link(List.of(new Inline.Words("c")), "https://example.org/?a=b&c"),
          new Inline.Break());

  private CompleteLesson() {}

  static Lesson lesson() {
    return new Lesson(
        LessonId.of("course/lesson"),
        "Title",
        new LabNeeds(
            Set.of(LabKind.KUBERNETES, LabKind.DOCKER, LabKind.JAVA),
            List.of("nginx:1.30"),
            Set.of(Ability.DNS, Ability.TWO_NODES, Ability.INTERNET),
            "shop",
            Tenancy.OWN,
            versions()),
        new LessonMetadata(List.of("course/other"), 15, "beginner", StepOrderMode.WRITTEN),
        blocks(),
        List.of(step(script("")), step(null)),
        "course/01-lesson.adoc");
  }

  private static Map<VersionedTool, VersionConstraint> versions() {
    return Map.of(
        VersionedTool.K8S, VersionConstraint.parse(">=1.29, <2").orElseThrow(),
        VersionedTool.HELM, VersionConstraint.parse(">3").orElseThrow());
  }

  private static Step step(@org.jspecify.annotations.Nullable Script solution) {
    return new Step(
        1,
        "Step",
        new StepContent(blocks(), blocks(), blocks()),
        new StepTasks(
            checks(),
            List.of(new Question("1.q1", "Which?", expectations(), PLACE)),
            List.of(quiz()),
            List.of(new Hint(blocks()))),
        new ScriptSet(
            List.of(script("setup")), solution, List.of(script("a")), List.of(script("b"))),
        PLACE);
  }

  private static Script script(String title) {
    return new Script(title, List.of("cat <<EOF\nx\nEOF", "ls"), PLACE);
  }

  private static Quiz quiz() {
    return new Quiz(
        "1.z1",
        "Why?",
        List.of(new Quiz.Choice(TEXT, true, blocks()), new Quiz.Choice(TEXT, false, List.of())),
        PLACE);
  }

  private static List<Block> blocks() {
    List<Block> paragraph = List.of(new Block.Paragraph(TEXT));
    return List.of(
        new Block.Paragraph(TEXT),
        new Block.Heading(1, TEXT),
        new Block.Run(List.of("ls")),
        new Block.Listing("", "yaml", List.of("a: b", "")),
        new Block.Bullets(true, List.of(paragraph, List.of(new Block.Rule()))),
        new Block.Terms(List.of(new Block.Term(TEXT, paragraph))),
        new Block.Table("", List.of(), List.of(List.of(TEXT, List.of()))),
        new Block.Admonition(Block.Tone.CAUTION, paragraph),
        new Block.Quote(paragraph, "Somebody"),
        new Block.Picture("words", "x.png", List.of("+-+", "+-+")),
        new Block.Rule());
  }

  private static List<Check> checks() {
    return List.of(
        new Check(
            "1.1",
            "Check",
            expectations(),
            new Check.Settings(
                Check.Role.KEEP,
                Duration.ofSeconds(90),
                Duration.ZERO,
                new CountConstraint(CountConstraint.Relation.AT_MOST, 3),
                2,
                true),
            PLACE));
  }

  private static List<Expectation> expectations() {
    var fields = new LinkedHashMap<String, DataPattern>();
    fields.put("z", new DataPattern.Missing(PLACE));
    fields.put(
        "a",
        new DataPattern.Elements(
            List.of(scalar(DataNode.of(1.50)), scalar(DataNode.of("1"))), PLACE));
    fields.put("m", scalar(DataNode.of(true)));
    var expression =
        new DataPattern.Expression(
            "self.a > 1", DataNode.of(new java.math.BigDecimal("1.50")), PLACE);
    var shape = new DataPattern.Shape(fields, List.of(expression), PLACE);
    var tree = new LinkedHashMap<String, Object>();
    tree.put("b", List.of(1, "two", false));
    tree.put("a", new DataNode.Absent());
    return List.of(
        new Expectation(
            new Subject.KubernetesObject(
                "v1", "Pod", null, "ns", Map.of("b", "1", "a", "2", "c", "3")),
            shape),
        new Expectation(
            new Subject.DockerObject(Subject.DockerKind.IMAGE, "nginx:1.30", Map.of("x", "y")),
            new DataPattern.Shape(Map.of("tree", scalar(DataNode.of(tree))), List.of(), PLACE)),
        bare(new Subject.HelmRelease("web", null)),
        bare(new Subject.HttpAnswer("http://web/")),
        bare(
            new Subject.Execution(
                Subject.Execution.Location.POD, "web", List.of("sh", "-c", "true"))),
        bare(new Subject.WorkspaceFile("notes.txt")),
        bare(new Subject.JavaVariable("x")));
  }

  private static Expectation bare(Subject subject) {
    return new Expectation(subject, new DataPattern.Shape(Map.of(), List.of(), PLACE));
  }

  private static DataPattern scalar(DataNode value) {
    return new DataPattern.Scalar(value, PLACE);
  }
}
