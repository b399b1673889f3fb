package dev.deckhand.check.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.CheckBlockFixture;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelEvaluatorTest {
  private static final DataNode OBJECT =
      CheckBlockFixture.object(
          """
          n: 3
          d: 3.5
          s: "3"
          flag: true
          nothing: null
          list: [1, 2, 3]
          items: [{name: a, ready: true}, {name: b, ready: false}]
          map: {"a.b/c": x}
          """);

  private final CelEvaluator celEvaluator = CheckBlockFixture.EXPRESSIONS;

  private EvaluationResult evaluate(String source, DataNode self, String answer) {
    return celEvaluator.evaluate(
        source,
        new EvaluationContext(self, self, new DataNode.Absent(), answer),
        new EvaluationBudget());
  }

  private EvaluationResult evaluate(String source) {
    return evaluate(source, OBJECT, "3");
  }

  private static EvaluationResult gave(boolean value) {
    return new EvaluationResult.Value(new DataNode.Flag(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity('128Mi').isGreaterThan(quantity('64Mi'))",
        "quantity('64Mi').isLessThan(quantity('128Mi'))",
        "quantity('1Gi') == quantity('1024Mi')",
        "quantity('1Gi') != quantity('1G')",
        "quantity(self.s) == quantity('3000m')",
        "quantity(self.n) == quantity(self.s)",
        "quantity(self.d) == quantity('3500m')",
        "quantity('1').compareTo(quantity('2')) == -1",
        "quantity('1').compareTo(quantity('1000m')) == 0",
        "quantity('1').add(quantity('500m')) == quantity('1.5')",
        "quantity('1').sub(quantity('500m')).isLessThan(quantity('1'))",
        "quantity('1k').asInteger() == 1000",
        "quantity('500m').asApproximateFloat() == 0.5",
        "isQuantity('1Ki') && !isQuantity('1Kb') && !isQuantity(self.list)",
        "self.list.all(one, quantity(one).isGreaterThan(quantity('0')))",
      })
  void quantitiesAreComparedAsQuantities(String source) {
    assertThat(evaluate(source + " && self.n == 3", OBJECT, ""))
        .isEqualTo(new EvaluationResult.Value(new DataNode.Flag(true)));
  }

  @Test
  void whatIsNoQuantityIsToldSo() {
    assertThat(evaluate("quantity(self.items[0].name) == quantity('1')", OBJECT, ""))
        .isEqualTo(new EvaluationResult.Failure("a value in it is not a quantity"));
    assertThat(evaluate("quantity('500m').asInteger() == self.n", OBJECT, ""))
        .isInstanceOf(EvaluationResult.Failure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.n == 3",
        "self.n == 3.0",
        "self.n < 3.5",
        "self.d >= 3",
        "self.d == 3.5",
        "self.s == '3'",
        "self.flag",
        "has(self.n)",
        "!has(self.nope)",
        "!has(self.nothing)",
        "self.list.size() == 3",
        "self.list[0] == 1",
        "2 in self.list",
        "self.items.exists(i, i.name == 'a' && i.ready)",
        "self.items.exists_one(i, i.ready)",
        "self.items.filter(i, i.ready).map(i, i.name) == ['a']",
        "!self.items.all(i, i.ready)",
        "self.map['a.b/c'] == 'x'",
        "self.s.matches('[0-9]+')",
        "self.map['a.b/c'].upperAscii() == 'X'",
        "math.greatest(self.n, 2) == 3",
        "sets.contains(self.list, [2, 3])",
        "before == null",
        "object.n == self.n",
        "self.list.map(x, x * 2).exists(x, x == 6)",
      })
  void isTrue(String source) {
    assertThat(evaluate(source)).isEqualTo(gave(true));
  }

  @ParameterizedTest
  @CsvSource({
    "self.n == answer, 3, true",
    "answer == self.n, 3, true",
    "self.n == answer, 3.0, true",
    "self.n == answer, 4, false",
    "self.n == answer, three, false",
    "self.n != answer, 3, false",
    "self.n != answer, 4, true",
    "self.d == answer, 3.5, true",
    "self.s == answer, 3, true",
    "self.s == answer, 3.0, false",
    "self.flag == answer, TRUE, true",
    "self.list == answer, 3, false",
    "int(answer) + 1 == 4, 3, true",
    "answer.startsWith('th'), three, true",
    "self.items.exists(i; i.name == answer), b, true",
  })
  void anAnswerIsReadAsWhatItIsComparedWith(String source, String answer, boolean holds) {
    assertThat(evaluate(source.replace(';', ','), OBJECT, answer)).isEqualTo(gave(holds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.nope == 1",
        "self.nope.more == 1",
        "self.n.more == 1",
        "self.nothing.x == 1",
        "before.uid == 'x'",
        "self.list[7] == 1",
        "self.map['nope'] == 'x'",
        "self.items.exists(i, i.nope == 1)",
      })
  void aFieldThatIsNotThereIsLackingAndNoFault(String source) {
    assertThat(evaluate(source)).isInstanceOf(EvaluationResult.MissingField.class);
  }

  @ParameterizedTest
  @CsvSource({
    "self.n / 0 == 1, it divides by zero",
    "self.s > 3, 'values of kinds that do not go together, such as a text and a number'",
    "self.n.startsWith('3'), 'values of kinds that do not go together, such as a text and a number'",
    "int(answer) == 3, the answer cannot be read as a number",
    "9223372036854775807 + self.n == 0, a number in it grows too large",
    "nonsense ==, The expression nonsense == ends too early.",
  })
  void whatCannotBeEvaluatedSaysWhy(String source, String why) {
    assertThat(evaluate(source, OBJECT, "three")).isEqualTo(new EvaluationResult.Failure(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.l.all(a, self.l.all(b, self.l.all(c, c > 0)))",
        "self.l.map(a, self.l.map(b, self.t + self.t)).size() == 1",
        "['aaaa'].all(a, [a+a].all(b, [b+b].all(c, [c+c].all(d, [d+d].all(e, [e+e].all(f, [f+f].all(g,"
            + " [g+g].all(h, [h+h].all(i, [i+i].all(j, [j+j].all(k, [k+k].all(l, [l+l].all(m,"
            + " [m+m].all(n, [n+n].all(o, [o+o].all(p, [p+p].all(q, [q+q].all(r, [r+r].all(s,"
            + " [s+s].all(t, [t+t].all(u, [u+u].all(v, [v+v].all(w, [w+w].all(x,"
            + " x != ''))))))))))))))))))))))))",
      })
  void whatWouldTakeForeverIsCutShort(String source) {
    DataNode self = DataNode.of(Map.of("l", Collections.nCopies(300, 1), "t", "x".repeat(100_000)));

    assertThat(evaluate(source, self, "")).isInstanceOf(EvaluationResult.Failure.class);
  }

  @Test
  void aDeepTreeDoesNotOverflow() {
    DataNode deep = new DataNode.Text("x");
    for (int i = 0; i < 20_000; i++) {
      deep = new DataNode.Items(List.of(deep));
    }
    DataNode self = new DataNode.Fields(Map.of("a", deep, "b", deep));

    assertThat(evaluate("self.a == self.b", self, "")).isEqualTo(gave(true));
  }

  @Test
  void aHugeNumberIsInfiniteAndNoFault() {
    DataNode self =
        new DataNode.Fields(Map.of("n", new DataNode.Numeral(new BigDecimal("1e1000000"))));

    assertThat(evaluate("self.n > 5", self, "")).isEqualTo(gave(true));
    assertThat(evaluate("self.n", self, ""))
        .isEqualTo(new EvaluationResult.Value(new DataNode.Text("Infinity")));
  }

  private List<Problem> problems(String source, CelVariable... without) {
    var allowed = EnumSet.allOf(CelVariable.class);
    allowed.removeAll(List.of(without));
    return celEvaluator.problems(
        new DataPattern.Expression(
            source, new DataNode.Flag(true), new SourcePosition("a.adoc", 1)),
        allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slef.n == 1         | slef is not known in an expression. | Did you mean self?",
        "self.s.startWith('a') | startWith is not known in an expression. | Did you mean startsWith?",
        "self.s.xyzzyx('a') | xyzzyx is not known in an expression. | There are self, object, before, in questions answer, and CEL's functions.",
        "self.n = 1 | The expression cannot be read near = 1. | To compare, write ==.",
        "self.n == | The expression self.n == ends too early. | Finish it, or close what is open.",
        "answer > 3 | > cannot be used on (string, int). | Turn the text into a number with int(...), or the number into a text with string(...).",
        "self.n + 1 == 'a' + | The expression self.n + 1 == 'a' + ends too early. | Finish it, or close what is open.",
        "size(self) | The expression gives int, and so never true. | Compare inside the expression, and expect true.",
        "self.s.matches(self.t) | matches() takes a pattern that is computed. | Write the pattern out, in quotes, or compare with == or contains().",
        "self.s.matches('(((a{1000}){1000}){1000})') | The pattern of matches() repeats more than 1000 times. | Use + or * instead of a large number in braces.",
      })
  void anAuthorIsToldWhatIsWrong(String source, String message, String remedy) {
    assertThat(problems(source)).contains(new Problem(message, remedy));
  }

  @Test
  void aPatternThatIsNoRegularExpressionIsAProblem() {
    assertThat(problems("self.s.matches('(')")).isNotEmpty();
    assertThat(problems("self.s.matches('^(a+)+$')")).isEmpty();
  }

  @Test
  void theAnswerIsKnownInQuestionsOnly() {
    assertThat(problems("self.n == answer")).isEmpty();
    assertThat(problems("self.n == answer", CelVariable.ANSWER))
        .extracting(Problem::message)
        .containsExactly("answer is known in questions only.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\0", "(", "'", "\"", "self.", "[[[[", "a ? b", "\\u0000", "💥", "//"})
  void nonsenseIsAProblemAndNeverThrows(String source) {
    assertThat(problems(source)).isNotEmpty();
    assertThat(evaluate(source)).isInstanceOf(EvaluationResult.Failure.class);
  }

  @Test
  void longAndDeepExpressionsAreProblems() {
    assertThat(problems("(".repeat(1500) + "1" + ")".repeat(1500))).isNotEmpty();
    assertThat(problems("[".repeat(1500))).isNotEmpty();
    assertThat(problems("1+".repeat(900) + "1 == 1")).isNotEmpty();
    assertThat(problems("self" + ".a".repeat(900))).isNotEmpty();
    assertThat(problems("self.s == '" + "a".repeat(1_000_000) + "'")).isNotEmpty();
    assertThat(problems("self.a == 1" + " && self.a == 1".repeat(30))).isEmpty();
  }

  @Test
  void manyThreadsMayShareOne() throws Exception {
    var fresh = new CelEvaluator();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<EvaluationResult>> outcomes =
          threads.invokeAll(
              Collections.nCopies(
                  16,
                  () ->
                      fresh.evaluate(
                          "self.n == 3",
                          new EvaluationContext(OBJECT, OBJECT, new DataNode.Absent(), null),
                          new EvaluationBudget())));
      for (Future<EvaluationResult> evaluationResult : outcomes) {
        assertThat(evaluationResult.get()).isEqualTo(gave(true));
      }
    }
  }
}
