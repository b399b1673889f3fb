package dev.deckhand.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.pattern.DataNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiSchemaFieldsTest {

  private final ApiSchema schema = new ApiSchema();

  @Test
  void anObjectWithFieldsOfAnotherVersionIsNoticed() {
    var old =
        DataNode.of(
            Map.of(
                "apiVersion", "autoscaling/v1",
                "kind", "HorizontalPodAutoscaler",
                "spec", Map.of("maxReplicas", 3, "targetCPUUtilizationPercentage", 50)));
    assertThat(schema.hasAllFields("autoscaling/v2", "HorizontalPodAutoscaler", old)).isFalse();
    assertThat(schema.hasAllFields("autoscaling/v1", "HorizontalPodAutoscaler", old)).isTrue();
  }

  @Test
  void fieldsInListsAndMapsCount() {
    var pod =
        DataNode.of(
            Map.of(
                "metadata", Map.of("anything", "goes"),
                "spec",
                    Map.of(
                        "nodeSelector", Map.of("a", "b"),
                        "containers", List.of(Map.of("name", "web", "image", "nginx:1.30")))));
    assertThat(schema.hasAllFields("v1", "Pod", pod)).isTrue();
    var odd = DataNode.of(Map.of("spec", Map.of("containers", List.of(Map.of("nam", "web")))));
    assertThat(schema.hasAllFields("v1", "Pod", odd)).isFalse();
  }

  @Test
  void nothingIsKnownOfOtherKinds() {
    assertThat(schema.hasAllFields("shop.example/v1", "Menu", DataNode.of(Map.of()))).isFalse();
  }
}
