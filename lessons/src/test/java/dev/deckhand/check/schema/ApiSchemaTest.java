package dev.deckhand.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.schema.FieldType.Any;
import dev.deckhand.check.schema.FieldType.ListOf;
import dev.deckhand.check.schema.FieldType.MapOf;
import dev.deckhand.check.schema.FieldType.ObjectOf;
import dev.deckhand.check.schema.FieldType.Scalar;
import java.util.ArrayDeque;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSchemaTest {
  private final ApiSchema schema = new ApiSchema();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "apps/v1",
        "batch/v1",
        "autoscaling/v2",
        "policy/v1",
        "networking.k8s.io/v1",
        "rbac.authorization.k8s.io/v1",
        "storage.k8s.io/v1",
        "coordination.k8s.io/v1",
        "discovery.k8s.io/v1",
        "events.k8s.io/v1",
        "apiextensions.k8s.io/v1",
        "scheduling.k8s.io/v1",
        "admissionregistration.k8s.io/v1",
        "certificates.k8s.io/v1",
        "node.k8s.io/v1",
        "apiregistration.k8s.io/v1",
        "metrics.k8s.io/v1beta1",
        "docker/v1"
      })
  void knowsWhatAClusterAndAnEngineServe(String apiVersion) {
    assertThat(schema.kinds(apiVersion)).isNotEmpty();
    assertThat(schema.apiVersions()).containsKey(apiVersion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Pod", "autoscaling.v2.MetricSpec", "example.com/v1", "v2", "=", "#"})
  void knowsNothingOfWhatIsNoApiVersion(String text) {
    assertThat(schema.kinds(text)).isEmpty();
  }

  @Test
  void aFieldIsFoundByItsPath() {
    assertThat(at("apps/v1", "Deployment", "spec", "replicas")).isEqualTo(Scalar.WHOLE);
    assertThat(at("v1", "Pod", "metadata", "labels")).isEqualTo(new MapOf(Scalar.TEXT));
    assertThat(at("v1", "Pod", "spec", "containers"))
        .isEqualTo(new ListOf(new ObjectOf("kubernetes.Container")));
    assertThat(at("v1", "Node", "status", "capacity")).isEqualTo(new MapOf(Scalar.AMOUNT));
    assertThat(at("docker/v1", "Container", "State", "Running")).isEqualTo(Scalar.FLAG);
    assertThat(at("helm/v1", "Release", "values")).isEqualTo(new Any());
  }

  @Test
  void everyTypeThatIsNamedIsThere() {
    var waiting = new ArrayDeque<FieldType>();
    schema.apiVersions().values().forEach(kinds -> waiting.addAll(kinds.values()));
    var seen = new HashSet<FieldType>();
    while (!waiting.isEmpty()) {
      FieldType type = waiting.remove();
      if (seen.add(type)) {
        switch (type) {
          case ObjectOf object -> waiting.addAll(schema.objectSchema(object).fields().values());
          case ListOf(var element) -> waiting.add(element);
          case MapOf(var value) -> waiting.add(value);
          case Scalar _, Any _ -> {}
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(400);
  }

  private FieldType at(String apiVersion, String kind, String... path) {
    FieldType type = schema.typeOfKind(apiVersion, kind).orElseThrow();
    for (String name : path) {
      type =
          type instanceof ObjectOf object
              ? schema.objectSchema(object).fields().getOrDefault(name, new Any())
              : new Any();
    }
    return type;
  }
}
