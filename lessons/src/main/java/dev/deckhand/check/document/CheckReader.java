package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Question;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.CelVariable;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.schema.ApiSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads check and answer blocks. Never throws, whatever is in them. */
public final class CheckReader {
  private static final Set<CelVariable> IN_CHECKS =
      EnumSet.of(CelVariable.SELF, CelVariable.OBJECT, CelVariable.BEFORE);

  private final CelEvaluator evaluator;
  private final ApiSchema schema = new ApiSchema();

  public CheckReader(CelEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Reads a block with the role {@code check}. */
  public BlockReadResult<Check> check(CheckBlock block) {
    var diagnostics = new BlockDiagnostics(block.bodyPlace(), block.body());
    Check.Settings settings =
        new CheckSettingsReader(diagnostics, block.place())
            .read(block.attributes(), block.options());
    List<Expectation> expectations = expectations(block, diagnostics, IN_CHECKS);
    refuseUselessCount(block, settings, expectations, diagnostics);
    return diagnostics.isEmpty()
        ? new BlockReadResult.Valid<>(check(block, settings, expectations))
        : new BlockReadResult.Invalid<>(diagnostics.all());
  }

  /** Reads a block with the role {@code answer}. */
  public BlockReadResult<Question> question(CheckBlock block) {
    var diagnostics = new BlockDiagnostics(block.bodyPlace(), block.body());
    new CheckSettingsReader(diagnostics, block.place())
        .refuseAll(block.attributes(), block.options());
    List<Expectation> expectations =
        expectations(block, diagnostics, EnumSet.allOf(CelVariable.class));
    if (diagnostics.isEmpty()
        && expectations.stream().noneMatch(one -> usesAnswer(one.pattern()))) {
      diagnostics.add(
          block.place(),
          "No expression of this question looks at the answer.",
          "Compare with answer, as in (self.spec.replicas == answer): true.");
    }
    return diagnostics.isEmpty()
        ? new BlockReadResult.Valid<>(
            new Question(block.id(), block.title(), expectations, block.place()))
        : new BlockReadResult.Invalid<>(diagnostics.all());
  }

  private static Check check(
      CheckBlock block, Check.Settings settings, List<Expectation> expectations) {
    return new Check(block.id(), block.title(), expectations, settings, block.place());
  }

  private List<Expectation> expectations(
      CheckBlock block, BlockDiagnostics diagnostics, Set<CelVariable> allowed) {
    if (block.title().isBlank()) {
      diagnostics.add(
          block.place(),
          "The block has no title, and learners see it by its title.",
          "Put a line above it that begins with a dot: \".Two replicas are ready\".");
    }
    var patterns = new PatternReader(diagnostics, evaluator, allowed);
    var subjects = new SubjectReader(diagnostics, new KubernetesKinds(schema));
    var fields = new FieldValidator(diagnostics, evaluator, schema, patterns::fieldPosition);
    var expectations = new ArrayList<Expectation>();
    for (Node document : new YamlDocumentReader(diagnostics).documents(block.body())) {
      if (document instanceof MappingNode map) {
        DataPattern.Shape shape = patterns.read(map);
        Optional<Expectation> read = subjects.read(shape);
        read.ifPresent(expectation -> refuseFieldsOfList(expectation, diagnostics));
        read.ifPresent(expectations::add);
        fields.validate(shape);
      } else if (!isEmpty(document)) {
        diagnostics.add(
            diagnostics.positionOf(document.getStartMark()),
            "A document of a check is a map.",
            "Begin it with apiVersion and kind.");
      }
    }
    if (expectations.isEmpty() && diagnostics.isEmpty()) {
      diagnostics.add(
          block.place(),
          "The block has no document.",
          "Write apiVersion, kind and what matters of the object.");
    }
    return expectations;
  }

  private static boolean isEmpty(Node document) {
    return document instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private static void refuseUselessCount(
      CheckBlock block,
      Check.Settings settings,
      List<Expectation> expectations,
      BlockDiagnostics diagnostics) {
    boolean allNamed =
        !expectations.isEmpty()
            && expectations.stream().allMatch(one -> one.subject().name() != null);
    if (block.attributes().containsKey("count") && allNamed && !settings.count().isAbsent()) {
      SourcePosition position = block.place();
      diagnostics.add(
          position,
          "count is for documents without a name: there is one object of a name.",
          "Leave out count, or metadata.name.");
    }
  }

  /** In a document without a name, {@code before} is a list, which has no fields. */
  private void refuseFieldsOfList(Expectation expectation, BlockDiagnostics diagnostics) {
    if (expectation.subject().name() == null) {
      expectation.pattern().allExpressions().stream()
          .filter(one -> evaluator.readsFieldOf(one.source(), CelVariable.BEFORE))
          .forEach(one ->
              diagnostics.add(
                  one.place(),
                  "before is a list here, for the document has no name.",
                  "Give metadata.name, or look into the list: before.all(old, old.metadata.uid !="
                      + " self.metadata.uid)."));
    }
  }

  private boolean usesAnswer(DataPattern pattern) {
    return pattern.allExpressions().stream()
        .anyMatch(one -> evaluator.references(one.source(), CelVariable.ANSWER));
  }
}
