package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.adoc.header.HeaderAttributes;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import dev.deckhand.lesson.lint.LessonLinter;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.variable.DrawnValue;
import dev.deckhand.lesson.variable.LessonVariation;
import dev.deckhand.lesson.variable.PictureReference;
import dev.deckhand.lesson.variable.Placeholders;
import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.lesson.variable.VariableGroup;
import dev.deckhand.lesson.variable.VariableParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Compiles what {@code :vars:} in the header of a lesson declares. The lesson is compiled with
 * example values; some other values are only tried.
 */
final class VariationCompiler {

  private static final String ATTRIBUTE = "vars";

  /** Seeds that a lesson is also read with, beside the lowest and the highest values. */
  private static final int TRIED_SEEDS = 4;

  private static final Pattern DELIMITER = Pattern.compile("-{4,}|\\.{4,}|--");

  private final SourceFile file;
  private final List<VariableGroup> variables;
  private final List<DrawnValue> example;

  private VariationCompiler(
      SourceFile file, List<VariableGroup> variables, List<DrawnValue> example) {
    this.file = file;
    this.variables = variables;
    this.example = example;
  }

  /**
   * Reads the attribute in a lesson's file, and finds misplaced and unused variables.
   *
   * @param nameless the lesson's id if its header gives none
   */
  static VariationCompiler of(
      SourceFile file, String course, String nameless, DiagnosticCollector diagnostics) {
    HeaderAttributes header = HeaderAttributes.of(file);
    var attribute = header.attribute(ATTRIBUTE).orElse(null);
    if (attribute == null || attribute.value().isEmpty()) {
      // an empty one is reported with the other attributes
      return new VariationCompiler(file, List.of(), List.of());
    }
    VariableParser.Result parsed = VariableParser.parse(attribute.value());
    parsed
        .problems()
        .forEach(problem ->
            diagnostics.error(
                attribute.line(),
                "\":" + ATTRIBUTE + ":\": " + problem.message(),
                problem.remedy()));
    String id = header.attribute("id").map(HeaderAttributes.Attribute::value).orElse(nameless);
    var compiler =
        new VariationCompiler(
            file,
            parsed.groups(),
            ValueDraw.draw(parsed.groups(), course + "/" + id, ValueDraw.EXAMPLE_SEED));
    if (parsed.problems().isEmpty()) {
      compiler.checkPlaceholders(attribute.line(), header, diagnostics);
    }
    return compiler;
  }

  /** The file with example values. */
  SourceFile exampleFile() {
    return new SourceFile(file.name(), Placeholders.replace(file.lines(), example));
  }

  /** Completes the lesson that was read from {@link #exampleFile()}. */
  LessonReader.Draft complete(LessonReader.Draft draft, List<PictureReference> pictures) {
    if (variables.isEmpty()) {
      return draft;
    }
    Lesson lesson =
        draft
            .lesson()
            .withVariation(
                LessonVariants.introduced(draft.lesson().intro(), example, ValueDraw.EXAMPLE_SEED),
                new LessonVariation(
                    variables, ValueDraw.EXAMPLE_SEED, example, file.lines(), pictures));
    return new LessonReader.Draft(lesson, draft.waivers(), draft.runBlockPlaces());
  }

  /**
   * Reads and reviews the lesson with other values.
   *
   * @param lesson complete
   * @param known what was found with the example's values
   * @return what is found only with other values, each finding with the values
   */
  static List<LintFinding> findingsWithOtherValues(
      Lesson lesson, List<LintFinding> known, LessonLinter linter) {
    List<VariableGroup> variables = lesson.variation().variables();
    if (variables.isEmpty()) {
      return List.of();
    }
    // messages contain values, so a finding is known by its place
    Set<String> reported = new HashSet<>();
    known.forEach(finding -> reported.add(finding.place() + " " + finding.severity()));
    List<List<DrawnValue>> draws =
        Stream.concat(
                Stream.of(ValueDraw.lowest(variables), ValueDraw.highest(variables)),
                LongStream.rangeClosed(1, TRIED_SEEDS)
                    .mapToObj(seed -> ValueDraw.draw(variables, lesson.id().toString(), seed)))
            .distinct()
            .toList();
    var found = new ArrayList<LintFinding>();
    for (List<DrawnValue> values : draws) {
      LessonVariants.Reading reading = LessonVariants.read(lesson, values);
      var findings = new ArrayList<>(reading.findings());
      var draft = reading.draft();
      if (draft != null) {
        findings.addAll(linter.review(draft.lesson(), draft.waivers(), draft.runBlockPlaces()));
      }
      for (LintFinding finding : findings) {
        if (reported.add(finding.place() + " " + finding.severity())) {
          found.add(withValues(finding, values));
        }
      }
    }
    return found;
  }

  private static LintFinding withValues(LintFinding finding, List<DrawnValue> values) {
    String message =
        finding.message().replaceFirst("\\.$", "")
            + ", with "
            + LessonVariants.describe(values)
            + ".";
    return finding.isError()
        ? LintFinding.error(finding.place(), message, finding.remedy())
        : LintFinding.warning(finding.place(), message, finding.remedy());
  }

  /** The numbers of the lines of blocks that begin with a diagram's attributes. */
  private Set<Integer> diagramLines() {
    Set<Integer> numbers = new HashSet<>();
    boolean announced = false;
    String delimiter = "";
    for (int number = 1; number <= file.lines().size(); number++) {
      String line = file.line(number).strip();
      if (!delimiter.isEmpty()) {
        numbers.add(number);
        delimiter = line.equals(delimiter) ? "" : delimiter;
      } else if (line.startsWith("[plantuml")) {
        announced = true;
      } else if (announced && DELIMITER.matcher(line).matches()) {
        delimiter = line;
        announced = false;
      }
    }
    return numbers;
  }

  private void checkPlaceholders(
      int attributeLine, HeaderAttributes header, DiagnosticCollector diagnostics) {
    List<String> names = variables.stream().flatMap(group -> group.names().stream()).toList();
    int headerEnd =
        header.attributes().stream().mapToInt(HeaderAttributes.Attribute::line).max().orElse(0);
    var unused = new ArrayList<>(names);
    Set<Integer> diagrams = diagramLines();
    for (int number = 1; number <= file.lines().size(); number++) {
      String line = file.line(number);
      List<String> found = line.startsWith("//") ? List.of() : Placeholders.names(line);
      for (String name : found) {
        unused.remove(name);
        if (names.contains(name)) {
          if (number <= headerEnd) {
            diagnostics.error(
                number,
                "The header can't contain {" + name + "}: it's the same for all learners.",
                "Write a value that is good for all.");
          } else if (line.startsWith("==")) {
            diagnostics.error(
                number,
                "A title can't contain {"
                    + name
                    + "}: pages for a whole class name the step by it.",
                "Say in the title what to do, and the value in the text.");
          } else if (diagrams.contains(number) || line.startsWith("image::")) {
            diagnostics.error(
                number,
                "A picture can't contain {" + name + "}: it's the same for all learners.",
                "Write in the picture what the value is for.");
          }
        } else if (number > headerEnd && SpellingSuggester.suggest(name, names).isPresent()) {
          diagnostics.warning(
              number,
              "There is no variable {" + name + "}.",
              "Did you mean {" + SpellingSuggester.suggest(name, names).orElse("") + "}?");
        }
      }
    }
    unused.forEach(name ->
        diagnostics.warning(
            attributeLine,
            "The variable \"" + name + "\" isn't used.",
            "Write {" + name + "} where its value belongs, or take it out."));
  }
}
