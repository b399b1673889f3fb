package dev.deckhand.lab.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KubernetesSchemaTest {
  private static final Path SCHEMA =
      Path.of("../lessons/src/main/resources/dev/deckhand/check/schema/kubernetes.properties");

  /**
   * Run it with {@code -Dgolden.write=true} where the model has changed, and read the difference.
   */
  @Test
  void theSchemaIsWhatTheModelSays() throws IOException {
    String text = KubernetesSchema.text();
    if (System.getProperty("golden.write") != null) {
      Files.writeString(SCHEMA, text);
    }
    assertThat(Files.readString(SCHEMA).equals(text))
        .as("%s is out of date: run this test with -Dgolden.write=true", SCHEMA)
        .isTrue();
  }

  /** A class that is new here may have fields that the generator does not see. */
  @Test
  void onlyWhatMayBeAnythingIsOpen() {
    assertThat(new ModelTypes(KubernetesSchema.kinds()).unknown())
        .containsExactlyInAnyOrder(
            "AllCompositeDisruptionMode",
            "AllDisruptionMode",
            "BasicSchedulingPolicy",
            "CompositeBasicSchedulingPolicy",
            "CustomResourceSubresourceStatus",
            "FieldsV1",
            "JSONSchemaPropsOrArray",
            "JSONSchemaPropsOrBool",
            "JSONSchemaPropsOrStringArray",
            "JsonNode",
            "Object",
            "SingleCompositeDisruptionMode",
            "SingleDisruptionMode",
            "WorkloadPodGroupAllDisruptionMode",
            "WorkloadPodGroupBasicSchedulingPolicy",
            "WorkloadPodGroupSingleDisruptionMode");
  }
}
