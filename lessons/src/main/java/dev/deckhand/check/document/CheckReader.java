package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.Question;
import dev.deckhand.check.Variable;
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

/** Reads check and answer blocks. Never throws, whatever stands in them. */
public final class CheckReader {
  private static final Set<Variable> IN_CHECKS =
      EnumSet.of(Variable.SELF, Variable.OBJECT, Variable.BEFORE);

  private final Expressions expressions;
  private final ApiSchema schema = new ApiSchema();

  public CheckReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /** Reads a block with the role {@code check}. */
  public Reading<Check> check(CheckBlock block) {
    var flaws = new Flaws(block.bodyPlace(), block.body());
    Settings settings =
        new SettingsReader(flaws, block.place()).read(block.attributes(), block.options());
    List<Expectation> expectations = expectations(block, flaws, IN_CHECKS);
    refuseUselessCount(block, settings, expectations, flaws);
    return flaws.isEmpty()
        ? new Reading.Sound<>(check(block, settings, expectations))
        : new Reading.Flawed<>(flaws.all());
  }

  /** Reads a block with the role {@code answer}. */
  public Reading<Question> question(CheckBlock block) {
    var flaws = new Flaws(block.bodyPlace(), block.body());
    new SettingsReader(flaws, block.place()).refuseAll(block.attributes(), block.options());
    List<Expectation> expectations = expectations(block, flaws, EnumSet.allOf(Variable.class));
    if (flaws.isEmpty() && expectations.stream().noneMatch(one -> asks(one.pattern()))) {
      flaws.add(
          block.place(),
          "No expression of this question looks at the answer.",
          "Compare with answer, as in (self.spec.replicas == answer): true.");
    }
    return flaws.isEmpty()
        ? new Reading.Sound<>(new Question(block.id(), block.title(), expectations, block.place()))
        : new Reading.Flawed<>(flaws.all());
  }

  private static Check check(CheckBlock block, Settings settings, List<Expectation> expectations) {
    return new Check(
        block.id(),
        block.title(),
        expectations,
        settings.role(),
        settings.within(),
        settings.hold(),
        settings.absent(),
        settings.count(),
        settings.weight(),
        settings.hidden(),
        block.place());
  }

  private List<Expectation> expectations(CheckBlock block, Flaws flaws, Set<Variable> allowed) {
    if (block.title().isBlank()) {
      flaws.add(
          block.place(),
          "The block has no title, and learners see it by its title.",
          "Put a line above it that begins with a dot: \".Two replicas are ready\".");
    }
    var patterns = new PatternReader(flaws, expressions, allowed);
    var subjects = new SubjectReader(flaws, new KnownKinds(schema));
    var fields = new FieldCheck(flaws, expressions, schema, patterns::lineOf);
    var expectations = new ArrayList<Expectation>();
    for (Node document : new YamlText(flaws).documents(block.body())) {
      if (document instanceof MappingNode map) {
        Pattern.Shape shape = patterns.read(map);
        Optional<Expectation> read = subjects.read(shape);
        read.ifPresent(expectation -> refuseFieldsOfMany(expectation, flaws));
        read.ifPresent(expectations::add);
        fields.check(shape);
      } else if (!isEmpty(document)) {
        flaws.add(
            flaws.at(document.getStartMark()),
            "A document of a check is a map.",
            "Begin it with apiVersion and kind.");
      }
    }
    if (expectations.isEmpty() && flaws.isEmpty()) {
      flaws.add(
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
      CheckBlock block, Settings settings, List<Expectation> expectations, Flaws flaws) {
    boolean allNamed =
        !expectations.isEmpty()
            && expectations.stream().allMatch(one -> one.subject().name() != null);
    if (block.attributes().containsKey("count") && allNamed && !settings.absent()) {
      Place place = block.place();
      flaws.add(
          place,
          "count is for documents without a name: there is one object of a name.",
          "Leave out count, or metadata.name.");
    }
  }

  /** For a document without a name, {@code before} is a list, and a list has no fields. */
  private void refuseFieldsOfMany(Expectation expectation, Flaws flaws) {
    if (expectation.subject().name() == null) {
      expectation.pattern().allExpressions().stream()
          .filter(one -> expressions.readsFieldOf(one.source(), Variable.BEFORE))
          .forEach(one ->
              flaws.add(
                  one.place(),
                  "before is a list here, for the document has no name.",
                  "Give metadata.name, or look into the list: before.all(old, old.metadata.uid != self.metadata.uid)."));
    }
  }

  private boolean asks(Pattern pattern) {
    return pattern.allExpressions().stream()
        .anyMatch(one -> expressions.mentions(one.source(), Variable.ANSWER));
  }
}
