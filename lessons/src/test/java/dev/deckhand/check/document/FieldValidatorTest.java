package dev.deckhand.check.document;

import static dev.deckhand.check.document.CheckBlockFixture.block;
import static dev.deckhand.check.document.CheckBlockFixture.diagnostics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.Diagnostic;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValidatorTest {
  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n";
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {labels: {app: web}}\n";
  private static final String CONTAINER =
      "apiVersion: docker/v1\nkind: Container\nmetadata: {name: web}\n";

  private static String flaw(String body) {
    return diagnostics(body.replace("\\n", "\n")).stream()
        .map(Diagnostic::toString)
        .reduce((one, other) -> one + " | " + other)
        .orElseThrow();
  }

  private static void isSound(String body) {
    assertThat(new CheckReader(CheckBlockFixture.EXPRESSIONS).check(block(body, Map.of())))
        .isInstanceOf(BlockReadResult.Valid.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(self.pods > \"3\"): true | a.adoc:15: spec.hard.pods is compared as a text: \"128Mi\" is less than \"64Mi\". Write quantity(self.memory).isGreaterThan(quantity(\"64Mi\")).",
        "(self.pods <= object.status.hard.pods): true | a.adoc:15: spec.hard.pods is compared as a text: \"128Mi\" is less than \"64Mi\". Write quantity(self.memory).isGreaterThan(quantity(\"64Mi\")).",
        "(self.memory == \"1024Mi\"): true | a.adoc:15: spec.hard.memory is compared with \"1024Mi\" as a text, and a quantity has many forms. Write quantity(self.memory) == quantity(\"64Mi\").",
        "(\"500m\" != self.cpu): true | a.adoc:15: spec.hard.cpu is compared with \"500m\" as a text, and a quantity has many forms. Write quantity(self.memory) == quantity(\"64Mi\").",
        "(quantity(self.pods)): 4 | a.adoc:15: The expression gives quantity, and so never 4. Compare inside the expression, and expect true.",
      })
  void aQuantityThatIsComparedAsATextIsAFlaw(String expression, String flaw) {
    assertThat(
            flaw(
                "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: rq}\nspec: {hard: {"
                    + expression.replace("): ", ") : ")
                    + "}}"))
        .isEqualTo(flaw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(quantity(self.pods).isGreaterThan(quantity(\"1\"))) : true",
        "(int(self.pods) > 3) : true",
        "(self.pods == \"4\") : true",
        "(self.memory == object.status.hard.memory) : true",
      })
  void aQuantityIsReadAsOneOrAsANumber(String expression) {
    isSound("apiVersion: v1\nkind: ResourceQuota\nspec: {hard: {" + expression + "}}");
  }

  @Test
  void aPortMayBeComparedWithAName() {
    isSound(
        "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - (self.targetPort == \"http\"): true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Secret | stringData: {pw: x}      | a.adoc:15: stringData of a Secret is never read back. Write data, with the values in base64.",
        "Secret | stringData: {(self.pw == \"x\"): true} | a.adoc:15: stringData of a Secret is never read back. Write data, with the values in base64.",
        "Secret | data: {pw: \"not base64!\"} | a.adoc:15: data.pw is base64, and so never this text. Write bm90IGJhc2U2NCE=.",
        "Secret | data: {pw: eA}           | a.adoc:15: data.pw is base64, and so never this text. Write ZUE=.",
        "ConfigMap | binaryData: {'a.b': x} | a.adoc:15: binaryData[\"a.b\"] is base64, and so never this text. Write eA==.",
      })
  void dataThatTheServerNeverReturnsIsAFlaw(String kind, String data, String flaw) {
    assertThat(flaw("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: s}\n" + data))
        .isEqualTo(flaw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Secret\ndata: {pw: eA==, empty: \"\"}",
        "kind: Secret\ndata: {pw: {(self.size() > 3): true}, old: null}",
        "kind: Secret\nstringData: null",
        "kind: ConfigMap\ndata: {pw: \"not base64!\"}\nbinaryData: {b: eA==}",
      })
  void dataAsTheServerReturnsItIsSound(String body) {
    isSound("apiVersion: v1\n" + body);
  }

  @Test
  void labelsThatAreNoTextsAreAFlaw() {
    assertThat(flaw("apiVersion: v1\nkind: Pod\nmetadata: {labels: {port: 80, on: true}}"))
        .contains("Put it in quotes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {replica: 3}         | a.adoc:15: Deployment has no field spec.replica. Did you mean replicas?",
        "spec:\\n  replica:\\n    a: 1 | a.adoc:16: Deployment has no field spec.replica. Did you mean replicas?",
        "sepc:\\n  replicas: 3      | a.adoc:15: Deployment has no field sepc. Did you mean spec?",
        "metadat: null              | a.adoc:15: Deployment has no field metadat. Did you mean metadata?",
        "spec: {template: {spec: {containers: [{imagee: a}]}}} | a.adoc:15: Deployment has no field spec.template.spec.containers[].imagee. Did you mean image?",
        "spec:\\n  template:\\n    spec:\\n      containers:\\n        - name: a\\n          ports: [{containerport: 80}] | a.adoc:20: Deployment has no field spec.template.spec.containers[].ports[].containerport. Did you mean containerPort?",
        "spec: {selector: {matchLabel: {app: web}}} | a.adoc:15: Deployment has no field spec.selector.matchLabel. Did you mean matchLabels?",
        "spec: {selector: {xyzzy: 1}} | a.adoc:15: Deployment has no field spec.selector.xyzzy. There are matchExpressions, matchLabels.",
      })
  void aFieldThatTheKindLacksIsAFlawOnItsLine(String rest, String flaw) {
    assertThat(flaw(DEPLOYMENT + rest)).isEqualTo(flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {replicas: \"3\"} | spec.replicas is a whole number, and so never \"3\". Write a number, without quotes.",
        "spec: {replicas: 1.5} | spec.replicas is a whole number, and so never 1.5. Write a number, without quotes.",
        "spec: {paused: 'true'} | spec.paused is true or false, and so never \"true\". Write true or false, without quotes.",
        "spec: {replicas: {a: 1}} | spec.replicas is a whole number, and has no fields. Write its value behind the colon.",
        "spec: {replicas: [3]} | spec.replicas is a whole number, not a list. Write one value.",
        "spec: 3 | spec is a map. Write its fields, each with a colon behind its name.",
        "spec: [{replicas: 3}] | spec is a map, not a list. Leave out the dashes.",
        "status: {conditions: {type: Available}} | status.conditions is a list. Begin each element with a dash.",
        "status: {conditions: Available} | status.conditions is a list. Begin each element with a dash.",
        "spec: {strategy: {rollingUpdate: {maxSurge: true}}} | spec.strategy.rollingUpdate.maxSurge is an amount, and so never true. Write a number, or a text like 128Mi.",
        "spec: {selector: {matchLabels: {app: 7}}} | spec.selector.matchLabels.app is a text, and so never 7. Put it in quotes.",
        "spec: {selector: {matchLabels: [app]}} | spec.selector.matchLabels is a map, not a list. Leave out the dashes.",
        "spec: {template: {spec: {containers: [nginx]}}} | spec.template.spec.containers[] is a map. Write its fields, each with a colon behind its name.",
        "spec: {template: {spec: {containers: [{env: [{name: A, value: 1}]}]}}} | spec.template.spec.containers[].env[].value is a text, and so never 1. Put it in quotes.",
      })
  void aValueThatTheFieldNeverHasIsAFlaw(String rest, String flaw) {
    assertThat(flaw(DEPLOYMENT + rest)).isEqualTo("a.adoc:15: " + flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status: {'(self.readyReplica >= 3)': true} | Deployment has no field status.readyReplica. Did you mean readyReplicas?",
        "'(self.status.readyReplica == 3)': true | Deployment has no field status.readyReplica. Did you mean readyReplicas?",
        "'(has(self.spec.replica))': true | Deployment has no field spec.replica. Did you mean replicas?",
        "spec: {'(object.status.redyReplicas == self.replicas)': true} | Deployment has no field status.redyReplicas. Did you mean readyReplicas?",
        "'(before != null && before.metadta.uid == self.metadata.uid)': true | Deployment has no field metadta. Did you mean metadata?",
        "'(self.spec.template.spec.containers.all(c, c.imag == \"a\"))': true | Deployment has no field spec.template.spec.containers[].imag. Did you mean image?",
        "'(self.spec.template.spec.containers[0].imag == \"a\")': true | Deployment has no field spec.template.spec.containers[].imag. Did you mean image?",
        "'(self[\"spec\"].replica == 1)': true | Deployment has no field spec.replica. Did you mean replicas?",
        "'(self.spec.template.spec.containers.image == \"a\")': true | spec.template.spec.containers is a list, and has no field image. Take an element, as in [0].image, or ask with exists(each, each.image == ...).",
        "'(self.spec.replicas.count == 1)': true | spec.replicas is a whole number, and has no field count. Leave out .count.",
        "'(self.spec.replicas == \"3\")': true | spec.replicas is a whole number, and so never equal to a text. Compare it with a whole number.",
        "spec: {'(self.replicas)': \"3\"} | self.replicas is a whole number, and so never \"3\". Write a number, without quotes.",
        "'(self.spec)': true | self.spec is a map or a list, and so never true. Compare inside the expression, and expect true.",
        "'(self.spec.replicas == 2)': 5 | The expression gives true or false, and so never 5. Compare inside the expression, and expect true.",
        "'(size(self.spec.template.spec.containers))': x | The expression gives int, and so never x. Compare inside the expression, and expect true.",
      })
  void whatAnExpressionSaysOfFieldsIsLookedUp(String rest, String flaw) {
    assertThat(flaw(DEPLOYMENT + rest)).isEqualTo("a.adoc:15: " + flaw);
  }

  @Test
  void beforeIsAListWhereTheDocumentHasNoName() {
    isSound(POD + "(before.all(pod, pod.metadata.uid != self.metadata.uid)): true");
    assertThat(flaw(POD + "(before.all(pod, pod.metadata.uidd != self.metadata.uid)): true"))
        .isEqualTo("a.adoc:15: Pod has no field metadata.uidd. Did you mean uid?");
    assertThat(flaw(POD + "(before.metadata.uid == self.metadata.uid): true"))
        .startsWith("a.adoc:15: before is a list here, for the document has no name.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {annotations: {'a.b/c': x}, labels: {any: x}}",
        "spec: {strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}}",
        "spec: {template: {spec: {containers: [{resources: {limits: {memory: 128Mi, cpu: 1}}}]}}}",
        "spec: {template: {spec: {nodeSelector: null, containers: [{image: 'a:1'}]}}}",
        "spec: {replicas: {(self > 2): true}}",
        "spec: {template: {spec: {containers: {(size(self) == 2): true}}}}",
        "spec: {template: {spec: {containers: [{name: {(self.startsWith('a')): true}}]}}}",
        "(self.spec.template.spec.containers.exists(self, self.name == 'a')): true",
        "(self.metadata.annotations['deployment.kubernetes.io/revision'] == '2'): true",
        "(self.metadata.labels.app.startsWith('w')): true",
        "(self.spec.strategy.rollingUpdate.maxSurge == 1): true",
        "(self.spec.strategy.rollingUpdate.maxSurge == '25%'): true",
        "(self.spec.replicas == 2.0): true",
        "(self.metadata.labels.all(key, key != 'old')): true",
        "(size(self.status.conditions.filter(c, c.type == 'Available')) == 1): true",
        "(self.spec.replicas): 3",
        "(self.metadata.name + 'x'): webx",
        "'({\"a\": self.spec.replicas}[\"a\"] == 3)': true",
      })
  void whatTheApiHasIsSound(String rest) {
    isSound("apiVersion: apps/v1\nkind: Deployment\n" + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: example.com/v1\nkind: Backup\nspec: {anything: [1, {a: b}]}\n(self.x.y == 1): true",
        "apiVersion: v1\nkind: ConfigMap\ndata: {any.thing: x}",
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {versions: [{schema: {openAPIV3Schema: {properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}}}}]}",
        "apiVersion: batch/v2alpha1\nkind: CronJob\nspec: {whatever: 1}",
        "apiVersion: v1\nkind: Service\nspec: {ports: [{port: 80, targetPort: http}, {port: 81, targetPort: 8080}]}",
        "apiVersion: v1\nkind: Secret\ndata: {a: YQ==}\ntype: Opaque",
        "apiVersion: v1\nkind: Node\nstatus: {capacity: {cpu: 4, memory: 8Gi}}",
        "apiVersion: metrics.k8s.io/v1beta1\nkind: PodMetrics\nmetadata: {name: web}\ncontainers: [{usage: {cpu: 1m}}]",
        "apiVersion: docker/v1\nkind: Container\nmetadata: {name: web}\nState: {Status: running}\nNetworkSettings: {Ports: {80/tcp: [{HostPort: '8080'}]}}\nConfig: {ExposedPorts: {80/tcp: {}}, Cmd: [sleep]}",
      })
  void whatNobodyKnowsIsLeftAlone(String document) {
    isSound(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state: {Status: running} | Container has no field state. Did you mean State?",
        "State: {status: running} | Container has no field State.status. Did you mean Status?",
        "State: {ExitCode: '0'} | State.ExitCode is a whole number, and so never \"0\". Write a number, without quotes.",
        "(self.State.Exitcode == 0): true | Container has no field State.Exitcode. Did you mean ExitCode?",
        "(self.metadata.name == 'web'): true | Container has no field metadata. There are",
        "Name: {a: b} | Name is a text, and has no fields. Write its value behind the colon.",
      })
  void dockersObjectsHaveFieldsToo(String rest, String flaw) {
    assertThat(flaw(CONTAINER + rest)).startsWith("a.adoc:15: " + flaw.replace(" There are", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | Deployment | v1 has no kind Deployment. Deployment is in apps/v1.",
        "apps/v2 | Deployment | apps/v2 is not an apiVersion. Did you mean apps/v1?",
        "apps/v1 | Deploymnet | apps/v1 has no kind Deploymnet. Did you mean Deployment?",
        "storage.k8s.io/v1 | StorageClas | storage.k8s.io/v1 has no kind StorageClas. Did you mean StorageClass?",
      })
  void kindsAreThoseOfTheApi(String apiVersion, String kind, String flaw) {
    assertThat(flaw("apiVersion: %s\nkind: %s".formatted(apiVersion, kind))).endsWith(flaw);
  }

  @Test
  void severalSlipsAreSeveralFlawsInTheirOrder() {
    assertThat(
            diagnostics(
                DEPLOYMENT + "spec:\n  replica: 3\n  pausd: true\nstatus: {(self.x == 1): true}"))
        .extracting(diagnostic -> diagnostic.position().line())
        .containsExactly(16, 17, 18);
  }
}
