package dev.deckhand.check.match;

import static dev.deckhand.check.CheckFixture.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.CheckFixture;
import dev.deckhand.check.cel.EvaluationContext;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.CheckBlockFixture;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.ValueFormatter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternMatcherTest {
  /** Of a version whose fields nobody knows, in a group that Kubernetes has. */
  private static final String POD =
      "apiVersion: policy/v1beta9\nkind: PodDisruptionBudget\nmetadata: {name: web}\n";

  private static final String CUSTOM =
      "apiVersion: example.com/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\n";

  private static List<String> compared(String pattern, String object) {
    return compared(POD, pattern, object);
  }

  private static List<String> compared(String head, String pattern, String object) {
    return sentences(CheckFixture.of(head + pattern).verdictOn(object)).stream()
        .map(sentence -> sentence.replace("PodDisruptionBudget \"web\": ", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {b: 1}           | a: {b: 1, c: 2}",
        "a: 1                | a: 1.0",
        "a: 1e3              | a: 1000",
        "a: 0644             | a: 420",
        "a: '1'              | a: '1'",
        "a: null             | b: 1",
        "a: null             | a: null",
        "a: {b: null}        | b: 1",
        "a: {b: {c: null}}   | a: {}",
        "l: [b, a]           | l: [a, x, b]",
        "l: [a, a]           | l: [a, b, a]",
        "l: [{name: b}]      | l: [{name: a}, {name: b, x: 1}]",
        "l: [{x: 1}, {name: b}] | l: [{name: b, x: 1}, {name: c, x: 1}]",
        "l: [{x: 1}, {x: 1, y: 2}] | l: [{x: 1, y: 2}, {x: 1, y: 3}]",
        "l: [[1], [2]]       | l: [[2], [1, 3]]",
        "l: [{port: 53, protocol: UDP}] | l: [{port: 53, protocol: TCP}, {port: 53, protocol: UDP}]",
        "resources: {limits: {memory: 128Mi, cpu: 0.5}} | resources: {limits: {memory: '134217728', cpu: 500m}}",
        "emptyDir: {sizeLimit: 1Gi} | emptyDir: {sizeLimit: 1024Mi}",
        "hard: {pods: 10}    | hard: {pods: '10'}",
        "ports: [{port: 80, targetPort: '80'}] | ports: [{port: 80, targetPort: 80}]",
        "image: {(self.startsWith(\"nginx\")): true} | image: nginx:1.30",
        "l: {(size(self) == 2): true} | l: [1, 2]",
        "a: {b: {}}          | a: {b: {}}",
      })
  void holds(String pattern, String object) {
    assertThat(compared(pattern, object)).isEmpty();
  }

  /** Lists, quantities, numbers and texts against each other: what matches and what doesn't. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // lists: any order, more may be there, each actual element is taken once
        "true  | args: [a, b]              | args: [b, a]",
        "true  | args: [a, b, b]           | args: [b, x, a, b]",
        "false | args: [b, b, b]           | args: [a, b, b]",
        "false | args: [a, b, b]           | args: [b, b, b]",
        "false | args: [a]                 | args: ['a b']",
        "true  | args: ['1']               | args: ['1', '2']",
        "false | args: [1]                 | args: ['1']",
        "true  | args: [1]                 | args: [1.0]",
        "false | args: [true]              | args: ['true']",
        "false | args: [a]                 | args: {a: b}",
        "false | args: [[a, b]]            | args: [[a], [b]]",
        "true  | args: [[b], [a]]          | args: [[a, c], [b]]",
        "true  | env: [{name: A}]          | env: [{name: B}, {name: A, value: x}]",
        "false | env: [{name: A, value: null}] | env: [{name: A, value: x}]",
        "true  | env: [{name: A, value: null}] | env: [{name: A}]",
        "false | env: [{name: A}, {name: A}]   | env: [{name: A}]",
        "true  | ports: [{containerPort: 80}]  | ports: [{containerPort: 81}, {containerPort: 80}]",
        "false | ports: [{containerPort: 80}]  | ports: [{containerPort: 8080}]",
        // quantities: by amount, where the field is one
        "true  | limits: {cpu: 1}          | limits: {cpu: 1000m}",
        "true  | limits: {cpu: '1'}        | limits: {cpu: 1}",
        "true  | limits: {memory: 1Gi}     | limits: {memory: 1024Mi}",
        "false | limits: {memory: 1G}      | limits: {memory: 1Gi}",
        "false | limits: {memory: 128m}    | limits: {memory: 128M}",
        "true  | requests: {storage: 1e9}  | requests: {storage: 1G}",
        "true  | capacity: {pods: 110}     | capacity: {pods: '110'}",
        "false | limits: {memory: x}       | limits: {memory: 0}",
        "true  | limits: {memory: x}       | limits: {memory: x}",
        "false | data: {limits: {cpu: 1}}  | data: {limits: {cpu: 1000m}}",
        "false | depth: 1                  | depth: 1000m",
        // numbers and texts
        "true  | a: 0                      | a: -0.0",
        "true  | a: 0x10                   | a: 16",
        "false | a: 1                      | a: 1.1",
        "false | a: '1'                    | a: '1.0'",
        "false | a: ''                     | b: x",
        "true  | a: ''                     | a: ''",
        "false | a: x                      | a: X",
        "false | a: x                      | a: 'x '",
        "false | a: false                  | b: x",
        "false | a: 0                      | b: x",
        "true  | targetPort: 80            | targetPort: '80'",
        "true  | targetPort: '80'          | targetPort: 80",
        "false | targetPort: http          | targetPort: 80",
        "true  | maxSurge: 25%             | maxSurge: 25%",
        "false | maxSurge: 25              | maxSurge: 25%",
        "false | nodePort: 80              | nodePort: '80'",
      })
  void theMatrixHolds(boolean holds, String pattern, String object) {
    assertThat(compared(pattern, object).isEmpty()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1     | a: 2      | a is 2, expected 1",
        "a: 1     | b: 2      | a is not there, expected 1",
        "a: '1'   | a: 1      | a is 1 (a number), expected \"1\" (text)",
        "a: 8080  | a: '8080' | a is \"8080\" (text), expected 8080 (a number)",
        "a: true  | a: 'true' | a is \"true\" (text), expected true (true or false)",
        "a: null  | a: x      | a is x, expected not to be there",
        "a: {b: 1}| a: x      | a is x, expected a map with b: 1",
        "a: {}    | b: x      | a is not there, expected to be there",
        "a: {b: {c: 1}} | b: x | a.b.c is not there, expected 1",
        "a: {b: 1, c: 2} | b: x | a is not there, expected b: 1, c: 2",
        "a: [x]   | b: x      | a is not there, expected [x]",
        "a: [x]   | a: x      | a is x, expected a list with [x]",
        "a: [x]   | a: []     | a is [], expected one with x",
        "a: [x]   | a: [y, z] | a is [y, z], expected x among them",
        "a: [x, x]| a: [x]    | a is [x], expected x 2 times",
        "a: [b, b, b] | a: [a, b, b] | a is [a, b, b], expected b 3 times",
        "a: [a, b, b] | a: [b, b, b] | a is [b, b, b], expected a among them",
        "a: [{b: 1, x: 2}] | a: [{x: 1}, {b: 1}] | a[1].x is not there, expected 2",
        "a: [{name: b, image: c}] | a: [{name: d, image: c}] | a[b] is not there, expected name: b, image: c",
        "a: [{name: b, image: c}] | a: [{name: b, image: d}] | a[b].image is d, expected c",
        "a: [{image: c}] | a: [{name: b, image: d}] | a[b].image is d, expected c",
        "a: [{image: c}, {image: e}] | a: [{image: c}] | a is a list of 1, expected one more, with image: e",
        "limits: {memory: 128Mi} | limits: {memory: 64Mi} | limits.memory is 64Mi, expected 128Mi",
        "labels: {limits: {a: 1k}} | labels: {limits: {a: '1000'}} | labels.limits.a is \"1000\", expected 1k",
        "a: {'b.c/d': 1} | a: {'b.c/d': 2} | a[\"b.c/d\"] is 2, expected 1",
        "a: {(self.b == 2): true} | b: 2 | a is not there, expected self.b == 2",
        "image: {(self.startsWith(\"nginx\")): true} | image: httpd | image is httpd, expected self.startsWith(\"nginx\")",
      })
  void differs(String pattern, String object, String sentence) {
    assertThat(compared(pattern, object)).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {max: {depth: 1}}       | spec: {max: {depth: 1000m}}   | spec.max.depth is 1000m, expected 1",
        "spec: {max: {depth: 1000m}}   | spec: {max: {depth: '1'}}     | spec.max.depth is \"1\", expected 1000m",
        "spec: {port: 80}              | spec: {port: '80'}            | spec.port is \"80\" (text), expected 80 (a number)",
        "spec: {limits: [1k]}          | spec: {limits: ['1000']}      | spec.limits is [\"1000\"], expected 1k among them",
        "l: [{limits: {cpu: 1}}]       | l: [{limits: {cpu: 1000m}}]   | l[0].limits.cpu is 1000m, expected 1",
        "hard: {(self.pods): '1k'}     | hard: {pods: '1000'}          | hard.pods is \"1000\", which gives \"1000\", expected self.pods to be 1k",
      })
  void inACustomResourceNoNameMakesAFieldAQuantityOrAPort(
      String pattern, String object, String sentence) {
    assertThat(compared(CUSTOM, pattern, object)).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1              | a: 1.0",
        "spec: {max: {depth: 1000m}} | spec: {max: {depth: 1000m}}",
        "l: [{name: b}]    | l: [{name: a}, {name: b, x: 1}]",
      })
  void aCustomResourceIsComparedByValue(String pattern, String object) {
    assertThat(compared(CUSTOM, pattern, object)).isEmpty();
  }

  @Test
  void anElementIsTakenOnceEvenWhereTheFirstFitWouldTakeItFromAnother() {
    // the first would take b, the second can only have b
    assertThat(compared("l: [{x: 1}, {x: 1, y: 1}]", "l: [{x: 1, y: 1}]")).isNotEmpty();
    assertThat(compared("l: [{x: 1}, {x: 1, y: 1}]", "l: [{x: 1, y: 1}, {x: 1}]")).isEmpty();
    assertThat(compared("l: [{x: 1}, {x: 1, y: 1}]", "l: [{x: 1}, {x: 1, y: 1}]")).isEmpty();
  }

  @Test
  void aLongValueIsShortenedAroundTheDifference() {
    String same = "registry.example.com/".repeat(10);

    assertThat(compared("a: " + same + "one", "a: " + same + "two"))
        .singleElement()
        .asString()
        .contains("example.com/two")
        .contains("example.com/one")
        .hasSizeLessThan(200);
  }

  @Test
  void whatWouldMoveACursorIsMadeVisible() {
    assertThat(compared("a: x", "a: \"\\e[2Jgone\\nnext\""))
        .containsExactly("a is \\u001b[2Jgone\\nnext, expected x");
  }

  @Test
  void orderNeverMatters() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<DataPattern> wanted = new ArrayList<>();
      List<DataNode> items = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        wanted.add(randomElement(random));
      }
      for (int i = 0; i < random.nextInt(7); i++) {
        items.add(randomNode(random));
      }
      boolean holds = fits(wanted, items);
      for (int shuffle = 0; shuffle < 4; shuffle++) {
        Collections.shuffle(wanted, random);
        Collections.shuffle(items, random);
        assertThat(fits(wanted, items)).as("%s in %s", wanted, items).isEqualTo(holds);
      }
    }
  }

  private static DataPattern randomElement(Random random) {
    var fields = new java.util.LinkedHashMap<String, DataPattern>();
    for (String name : List.of("x", "y", "name")) {
      if (random.nextInt(3) > 0) {
        fields.put(name, scalar(random.nextInt(2)));
      }
    }
    return fields.isEmpty() ? scalar(random.nextInt(2)) : shape(fields);
  }

  private static DataNode randomNode(Random random) {
    return random.nextInt(6) == 0
        ? new DataNode.Numeral(BigDecimal.valueOf(random.nextInt(2)))
        : DataNode.of(
            Map.of("x", random.nextInt(2), "y", random.nextInt(2), "name", random.nextInt(2)));
  }

  private static boolean fits(List<DataPattern> wanted, List<DataNode> items) {
    return comparison()
        .matches(
            new DataPattern.Elements(wanted, new SourcePosition("a", 1)),
            new DataNode.Items(items),
            FieldPath.ROOT.field("l"));
  }

  private static PatternMatcher comparison() {
    var nothing = new DataNode.Absent();
    return new PatternMatcher(
        CheckBlockFixture.EXPRESSIONS,
        new ComparisonBudget(),
        new EvaluationContext(nothing, nothing, nothing, null),
        true);
  }

  private static DataPattern scalar(int value) {
    return new DataPattern.Scalar(
        new DataNode.Numeral(BigDecimal.valueOf(value)), new SourcePosition("a", 1));
  }

  private static DataPattern.Shape shape(Map<String, DataPattern> fields) {
    return new DataPattern.Shape(fields, List.of(), new SourcePosition("a", 1));
  }

  @Test
  void aThousandElementsAreWithinTheEffort() {
    List<DataPattern> wanted =
        IntStream.range(0, 1000)
            .mapToObj(i -> (DataPattern) shape(Map.of("x", scalar(i))))
            .toList();
    List<DataNode> items =
        new ArrayList<>(
            IntStream.range(0, 1000).mapToObj(i -> DataNode.of(Map.of("x", i, "y", "z"))).toList());
    Collections.reverse(items);

    assertThat(fits(wanted, items)).isTrue();
    assertThat(fits(wanted, items.subList(0, 999))).isFalse();
  }

  @Test
  void aThousandElementsThatAllLookAlikeAreWithinTheEffort() {
    List<DataPattern> wanted = Collections.nCopies(1000, shape(Map.of("x", scalar(1))));

    assertThat(fits(wanted, Collections.nCopies(1000, DataNode.of(Map.of("x", 1))))).isTrue();
    assertThat(fits(wanted, Collections.nCopies(999, DataNode.of(Map.of("x", 1))))).isFalse();
  }

  @Test
  void listsInListsThatWouldTakeForeverAreGivenUp() {
    DataPattern wanted = scalar(1);
    DataNode items = new DataNode.Numeral(BigDecimal.TWO);
    for (int depth = 0; depth < 10; depth++) {
      wanted =
          new DataPattern.Elements(Collections.nCopies(10, wanted), new SourcePosition("a", 1));
      items = new DataNode.Items(Collections.nCopies(10, items));
    }
    DataPattern hostile = wanted;
    DataNode huge = items;

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> comparison().matches(hostile, huge, FieldPath.ROOT))
        .isInstanceOf(ComparisonBudget.Exhausted.class);
  }

  @Test
  void aNumberWithAMillionDigitsIsNotSpelledOut() {
    DataNode huge = new DataNode.Numeral(new BigDecimal("1e1000000"));

    assertThat(huge.text()).isEqualTo("1E+1000000");
    assertThat(comparison().matches(scalar(1), huge, FieldPath.ROOT)).isFalse();
    assertThat(ValueFormatter.contrast(huge, new DataNode.Text("1")).actual())
        .isEqualTo("1E+1000000");
  }
}
