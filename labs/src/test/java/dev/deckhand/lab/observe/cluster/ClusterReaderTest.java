package dev.deckhand.lab.observe.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.start.LabObservations;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Objects that come in another version than a check names. No version that the schema knows is
 * missing in a cluster of today, so the objects are given here; that a real cluster's version is
 * found is tested with {@code ClusterKindsTest}.
 */
class ClusterReaderTest {

  private static final KubernetesObject NAMED =
      LabObservations.object("autoscaling/v2", "HorizontalPodAutoscaler", "scaled");

  @Test
  void anObjectThatHasOnlyFieldsOfTheNamedVersionIsRead() throws JsonProcessingException {
    Observation seen = seen("{\"minReplicas\": 1, \"maxReplicas\": 3}");
    assertThat(seen)
        .isInstanceOfSatisfying(
            Observation.Snapshot.class, snapshot -> assertThat(snapshot.objects()).hasSize(1));
  }

  @Test
  void anObjectWithAFieldOfTheOtherVersionIsNotJudged() throws JsonProcessingException {
    Observation seen = seen("{\"maxReplicas\": 3, \"targetCPUUtilizationPercentage\": 50}");
    assertThat(seen)
        .isInstanceOfSatisfying(
            Observation.Unreachable.class,
            unknown -> assertThat(unknown.reason()).contains("autoscaling/v1"));
  }

  private static Observation seen(String spec) throws JsonProcessingException {
    return ClusterReader.snapshot(
        NAMED,
        List.of(
            new JsonMapper()
                .readTree(
                    """
                    {"apiVersion": "autoscaling/v1", "kind": "HorizontalPodAutoscaler",
                     "metadata": {"name": "scaled"}, "spec": %s}
                    """
                        .formatted(spec))));
  }
}
