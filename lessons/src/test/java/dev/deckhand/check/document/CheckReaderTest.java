package dev.deckhand.check.document;

import static dev.deckhand.check.document.CheckBlockFixture.block;
import static dev.deckhand.check.document.CheckBlockFixture.check;
import static dev.deckhand.check.document.CheckBlockFixture.diagnostics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.Diagnostic;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckReaderTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  /** Of a kind that may have any field. */
  private static final String FREE =
      "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: web}\n";

  @Test
  void aBlockBecomesACheck() {
    Check check =
        check(
            POD,
            Map.of(
                "within", "1m30s", "for", "5s", "weight", "3", "language", "yaml", "1", "source"),
            "keep",
            "hidden");

    assertThat(check.id()).isEqualTo("1.1");
    assertThat(check.title()).isEqualTo("It is so");
    assertThat(check.within()).isEqualTo(Duration.ofSeconds(90));
    assertThat(check.hold()).isEqualTo(Duration.ofSeconds(5));
    assertThat(check.weight()).isEqualTo(3);
    assertThat(check.role()).isEqualTo(Check.Role.KEEP);
    assertThat(check.hidden()).isTrue();
    assertThat(check.place()).isEqualTo(new SourcePosition("a.adoc", 10));
  }

  @Test
  void whatAnAuthorLeavesOutHasItsDefault() {
    Check check = check(POD);

    assertThat(check.within()).isEqualTo(Check.DEFAULT_WITHIN);
    assertThat(check.hold()).isZero();
    assertThat(check.role()).isEqualTo(Check.Role.GOAL);
    assertThat(check.count()).isEqualTo(CountConstraint.ANY);
    assertThat(check.weight()).isOne();
    assertThat(check.hidden()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3, EXACTLY, 3",
    "'>=2', AT_LEAST, 2",
    "'<= 4', AT_MOST, 4",
    ">0, MORE_THAN, 0",
    "<9, LESS_THAN, 9",
    "'==1', EXACTLY, 1",
    "0, EXACTLY, 0"
  })
  void countsAreRead(String text, CountConstraint.Relation relation, int number) {
    Check check = check("apiVersion: v1\nkind: Pod", Map.of("count", text));

    assertThat(check.count()).isEqualTo(new CountConstraint(relation, number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "witin  | 60s    | Nobody knows the attribute witin here. | Did you mean within?",
        "colour | red    | Nobody knows the attribute colour here. | There are within, for, expect,"
            + " count, weight.",
        "within | 60     | within=60 is not a time between a second and a day. | Write it like 90s,"
            + " 2m or 1m30s.",
        "within | 0s     | within=0s is not a time between a second and a day. | Write it like 90s,"
            + " 2m or 1m30s.",
        "for    | 99h    | for=99h is not a time between a second and a day. | Write it like 90s,"
            + " 2m or 1m30s.",
        "for    | ''     | for= is not a time between a second and a day. | Write it like 90s, 2m"
            + " or 1m30s.",
        "count  | many   | count=many is not a count. | Write it like 3 or \">=2\".",
        "count  | -1     | count=-1 is not a count. | Write it like 3 or \">=2\".",
        "count  | 99999999999 | count=99999999999 is not a count. | Write it like 3 or \">=2\".",
        "weight | 0      | weight=0 is not a weight. | Write a whole number from 1 on.",
        "weight | 1.5    | weight=1.5 is not a weight. | Write a whole number from 1 on.",
        "expect | absnet | expect=absnet means nothing. | Write expect=absent, or leave it out.",
      })
  void wrongAttributesAreFlaws(String name, String value, String message, String remedy) {
    assertThat(diagnostics("apiVersion: v1\nkind: Pod", Map.of(name, value)))
        .containsExactly(new Diagnostic(new SourcePosition("a.adoc", 10), message, remedy));
  }

  @Test
  void anUnknownOptionIsAFlaw() {
    assertThat(diagnostics(POD, Map.of(), "fatl"))
        .extracting(Diagnostic::toString)
        .containsExactly("a.adoc:10: Nobody knows the option %fatl here. Did you mean fatal?");
  }

  @Test
  void countAndNameOrAbsenceDoNotGoTogether() {
    assertThat(diagnostics(POD, Map.of("count", "2"))).hasSize(1);
    assertThat(diagnostics("apiVersion: v1\nkind: Pod", Map.of("count", "2", "expect", "absent")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "policy/v1beta1, PodDisruptionBudget",
    "policy/v1beta1, PodSecurityPolicy",
    "policy/v1, PodDisruptionBudget",
    "batch/v1beta1, CronJob",
    "apps/v1beta2, Deployment",
    "extensions/v1beta1, Ingress",
    "extensions/v1beta1, Deployment",
    "networking.k8s.io/v1beta1, Ingress",
    "autoscaling/v2beta2, HorizontalPodAutoscaler",
    "certificates.k8s.io/v1beta1, CertificateSigningRequest",
    "discovery.k8s.io/v1beta1, EndpointSlice",
    "rbac.authorization.k8s.io/v1beta1, Role",
    "storage.k8s.io/v1alpha1, StorageClass",
    "settings.k8s.io/v1alpha1, PodPreset",
  })
  void aVersionThatKubernetesHasOrHadIsNoFlaw(String apiVersion, String kind) {
    assertThat(check("apiVersion: " + apiVersion + "\nkind: " + kind).expectations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy/v1beta1     | Deployment         | Deployment is in apps/v1.",
        "policy/v1          | PodSecurityPolicy  | PodSecurityPolicy is in policy/v1beta1.",
        "extensions/v1beta1 | Igress             | Did you mean Ingress?",
        "extensions/v1      | Ingress            | ",
        "apps/v2            | Deployment         | ",
      })
  void aVersionOrKindThatNeverWasIsAFlaw(String apiVersion, String kind, String remedy) {
    assertThat(diagnostics("apiVersion: " + apiVersion + "\nkind: " + kind))
        .singleElement()
        .extracting(Diagnostic::remedy)
        .asString()
        .contains(remedy == null ? "" : remedy);
  }

  @ParameterizedTest
  @CsvSource({"|, 'line\n'", "|-, line", ">, 'line\n'", ">-, line", "|+, 'line\n'"})
  void theLastLineOfABlockEndsAsAnyOther(String style, String expected) {
    String last = "apiVersion: v1\nkind: ConfigMap\ndata:\n  t: " + style + "\n    line";
    for (String body : List.of(last, last + "\n", last + "\n  u: x", last + "\n---\n" + last)) {
      assertThat(check(body).expectations())
          .extracting(one -> one.pattern().fields().get("data"))
          .allSatisfy(data ->
              assertThat(((DataPattern.Shape) data).fields().get("t"))
                  .isInstanceOfSatisfying(
                      DataPattern.Scalar.class,
                      scalar -> assertThat(scalar.value().text()).isEqualTo(expected)));
    }
  }

  @Test
  void metadataNamesTheObjectAndLabelsStayInThePattern() {
    Check check =
        check(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {app: web, gone: null}
            """);

    var expectation = check.expectations().getFirst();
    assertThat(expectation.subject())
        .isEqualTo(
            new Subject.KubernetesObject(
                "apps/v1", "Deployment", "web", "shop", Map.of("app", "web")));
    assertThat(expectation.pattern().fields()).containsOnlyKeys("metadata");
    assertThat(expectation.pattern().fields().get("metadata"))
        .isInstanceOfSatisfying(
            DataPattern.Shape.class,
            metadata -> assertThat(metadata.fields()).containsOnlyKeys("labels"));
  }

  @Test
  void aNameMayBeAnExpressionAndIsThenNoName() {
    Check check =
        check(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name:
                (self.startsWith("web-")): true
            """);

    assertThat(check.expectations().getFirst().subject().name()).isNull();
    assertThat(check.expectations().getFirst().pattern().fields()).containsKey("metadata");
  }

  @Test
  void dockerDocumentsAreNamedByMetadataToo() {
    Check check =
        check(
            """
            apiVersion: docker/v1
            kind: Container
            metadata: {name: web, labels: {a: b}}
            State: {Running: true}
            """);

    var expectation = check.expectations().getFirst();
    assertThat(expectation.subject())
        .isEqualTo(new Subject.DockerObject(Subject.DockerKind.CONTAINER, "web", Map.of("a", "b")));
    assertThat(expectation.pattern().fields()).containsOnlyKeys("State");
  }

  @Test
  void severalDocumentsAreSeveralExpectations() {
    Check check = check("---\n" + POD + "---\n# nothing\n---\n" + POD.replace("Pod", "Service"));

    assertThat(check.expectations())
        .extracting(one -> one.subject().displayName())
        .containsExactly("Pod \"web\"", "Service \"web\"");
    assertThat(check.expectations().get(1).pattern().place())
        .isEqualTo(new SourcePosition("a.adoc", 19));
  }

  @Test
  void placesAreLinesOfTheAuthorsFile() {
    Check check = check(FREE + "spec:\n  containers:\n    - image: nginx\n  (self.x == 1): true\n");

    DataPattern spec = check.expectations().getFirst().pattern().fields().get("spec");
    assertThat(spec)
        .isInstanceOfSatisfying(
            DataPattern.Shape.class,
            shape -> {
              assertThat(shape.fields().get("containers"))
                  .isNotNull()
                  .extracting(DataPattern::place)
                  .isEqualTo(new SourcePosition("a.adoc", 17));
              assertThat(shape.expressions().getFirst().place())
                  .isEqualTo(new SourcePosition("a.adoc", 18));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Pod                          | 12 | The document does not say its apiVersion.",
        "apiVersion: v1                     | 12 | The document does not say its kind.",
        "apiVersion: 1\\nkind: Pod          | 12 | The document does not say its apiVersion.",
        "apiVersion: v1\\nkind: Pdo         | 13 | v1 has no kind Pdo.",
        "apiVersion: v1\\nkind: Deployment  | 13 | v1 has no kind Deployment.",
        "apiVersion: apps/V1\\nkind: Pod    | 12 | apps/V1 is not an apiVersion.",
        "apiVersion: docker/v2\\nkind: Image | 12 | docker/v2 is not an apiVersion.",
        "apiVersion: docker/v1\\nkind: Contaner | 13 | docker/v1 has no kind Contaner.",
        "apiVersion: x.example.com/v1beta2\\nkind: widget | 13 | x.example.com/v1beta2 has no kind"
            + " widget.",
        "apiVersion: v1\\nkind: Pod\\nmetadata: {name: 7} | 14 | name is a text in Kubernetes and"
            + " Docker.",
        "apiVersion: v1\\nkind: Pod\\nmetadata: web | 14 | metadata is a map.",
        "apiVersion: v1\\nkind: Pod\\nmetadata: {labels: {a: 1}} | 14 | a is a text in Kubernetes"
            + " and Docker.",
        "apiVersion: a.b/v1\\nkind: Pod\\nspec: {a: 1, a: 2} | 14 | The field a stands here twice.",
        "apiVersion: a.b/v1\\nkind: Pod\\nspec: {a: yes} | 14 | yes is true or false to kubectl,"
            + " and a text to most people.",
        "apiVersion: a.b/v1\\nkind: Pod\\nspec: {a: []} | 14 | An empty list matches every list.",
        "apiVersion: v1\\nkind: Pod\\n(slef.x == 1): true | 14 | slef is not known in an"
            + " expression.",
        "apiVersion: a.b/v1\\nkind: Pod\\n(self.x == answer): true | 14 | answer is known in"
            + " questions only.",
        "apiVersion: v1\\nkind: Pod\\n(self.x): null | 14 | An expression gives true, false, a"
            + " number or a text.",
        "apiVersion: v1\\nkind: Pod\\n(self.x): {a: b} | 14 | An expression gives true, false, a"
            + " number or a text.",
        "apiVersion: docker/v1\\nkind: Image\\nmetadata: {uid: a} | 14 | metadata of a Docker"
            + " object has name and labels, and no more.",
        "apiVersion: v1\\nkind: Pod\\nself.x == 1: true | 14 | The field self.x == 1 looks like an"
            + " expression.",
        "apiVersion: v1\\nkind: Pod\\n(self.x == 1: true | 14 | The field (self.x == 1 looks like"
            + " an expression.",
        "- a                                | 12 | A document of a check is a map.",
        "just text                          | 12 | A document of a check is a map.",
        "''                                 | 10 | The block has no document.",
        "'# only a comment'                 | 10 | The block has no document.",
      })
  void wrongDocumentsAreFlawsWithTheirLine(String body, int line, String message) {
    assertThat(diagnostics(body.replace("\\n", "\n")))
        .singleElement()
        .satisfies(diagnostic -> {
          assertThat(diagnostic.position()).isEqualTo(new SourcePosition("a.adoc", line));
          assertThat(diagnostic.message()).isEqualTo(message);
          assertThat(diagnostic.remedy()).isNotBlank();
        });
  }

  @Test
  void flawsNameTheNearestKind() {
    assertThat(diagnostics("apiVersion: apps/v1\nkind: Deploymnet").getFirst().remedy())
        .isEqualTo("Did you mean Deployment?");
    assertThat(diagnostics("apiVersion: docker/v1\nkind: Contaner").getFirst().remedy())
        .isEqualTo("Did you mean Container?");
  }

  @Test
  void allFlawsAreReportedInTheOrderOfTheFile() {
    assertThat(
            diagnostics(
                "apiVersion: a.b/v1\nkind: Pod\nspec: {a: yes}\n(x == 1): true",
                Map.of("weight", "0")))
        .extracting(diagnostic -> diagnostic.position().line())
        .containsExactly(10, 14, 15);
  }

  @Test
  void aBlockWithoutATitleIsFlawed() {
    var untitled =
        new CheckBlock(
            "1",
            " ",
            Map.of(),
            Set.of(),
            new SourcePosition("a.adoc", 3),
            POD,
            new SourcePosition("a.adoc", 5));

    assertThat(diagnostics(new CheckReader(CheckBlockFixture.EXPRESSIONS).check(untitled)))
        .extracting(Diagnostic::message)
        .containsExactly("The block has no title, and learners see it by its title.");
  }

  @Test
  void aQuestionLooksAtTheAnswer() {
    assertThat(CheckBlockFixture.question(FREE + "(self.x == answer): true").title())
        .isEqualTo("It is so");

    var blind = new CheckReader(CheckBlockFixture.EXPRESSIONS).question(block(POD, Map.of()));
    assertThat(diagnostics(blind))
        .extracting(Diagnostic::message)
        .containsExactly("No expression of this question looks at the answer.");
  }

  @Test
  void aQuestionHasNoAttributes() {
    var timed =
        new CheckReader(CheckBlockFixture.EXPRESSIONS)
            .question(block(FREE + "(self.x == answer): true", Map.of("within", "5s")));

    assertThat(diagnostics(timed)).hasSize(1);
  }
}
