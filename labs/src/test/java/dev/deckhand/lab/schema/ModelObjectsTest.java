package dev.deckhand.lab.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model writes of an object is looked at, and not how its classes say so. */
class ModelObjectsTest {
  private final KubernetesSerialization serialization = new KubernetesSerialization();

  static List<Class<? extends HasMetadata>> kinds() {
    return KubernetesSchema.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anObjectWithAllItsFieldsIsAccepted(Class<? extends HasMetadata> type)
      throws ReflectiveOperationException {
    JsonNode object = serialization.convertValue(ModelObjects.of(type, 0), JsonNode.class);

    assertThat(object.size()).isGreaterThan(1);
    // a Secret's stringData is only ever written: a check of it could never pass
    ((ObjectNode) object).remove("stringData");
    assertThat(Documents.flaws(HasMetadata.getApiVersion(type), HasMetadata.getKind(type), object))
        .isEmpty();
  }
}
