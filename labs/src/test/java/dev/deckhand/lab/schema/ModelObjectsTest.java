package dev.deckhand.lab.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model writes of an object is looked at, and not how its classes say so. */
class ModelObjectsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final KubernetesSerialization serialization = new KubernetesSerialization();

  static List<Class<? extends HasMetadata>> kinds() {
    return KubernetesSchema.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anObjectWithAllItsFieldsIsAccepted(Class<? extends HasMetadata> type)
      throws ReflectiveOperationException, JsonProcessingException {
    // Fabric8 writes with Jackson 3, and our checks read with Jackson 2
    var object = (ObjectNode) JSON.readTree(serialization.asJson(ModelObjects.of(type, 0)));

    assertThat(object.size()).isGreaterThan(1);
    // a Secret's stringData is only ever written: a check of it could never pass
    object.remove("stringData");
    assertThat(Documents.flaws(HasMetadata.getApiVersion(type), HasMetadata.getKind(type), object))
        .isEmpty();
  }
}
