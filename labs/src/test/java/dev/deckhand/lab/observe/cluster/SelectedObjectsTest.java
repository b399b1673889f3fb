package dev.deckhand.lab.observe.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectedObjectsTest {

  private static final KubernetesObject LABELLED =
      new KubernetesObject("v1", "Pod", null, null, Map.of("app", "web"));
  private static final KubernetesObject NAMED =
      new KubernetesObject("v1", "Pod", "pod-7", null, Map.of());

  private final List<Observation> told = new CopyOnWriteArrayList<>();

  @Test
  void everyChangeOfAFewIsTold() {
    try (SelectedObjects objects = selection(LABELLED)) {
      objects.begin(List.of());
      for (int pod = 0; pod < 5; pod++) {
        objects.apply(change("ADDED", pod(pod, "web")));
      }
      objects.apply(change("MODIFIED", pod(2, "other")));
      objects.apply(change("DELETED", pod(3, "web")));
      objects.apply(change("BOOKMARK", pod(4, "web")));

      assertThat(told)
          .extracting(SelectedObjectsTest::size)
          .containsExactly(0, 1, 2, 3, 4, 5, 4, 3);
    }
  }

  @Test
  void manyChangesAreToldTogetherAndTheLastStateIs() throws InterruptedException {
    try (SelectedObjects objects = selection(LABELLED)) {
      objects.begin(IntStream.range(0, 500).mapToObj(pod -> (JsonNode) pod(pod, "web")).toList());
      for (int pod = 500; pod < 1500; pod++) {
        objects.apply(change("ADDED", pod(pod, "web")));
      }

      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (size(told.getLast()) < 1500 && System.nanoTime() < deadline) {
        Thread.sleep(5);
      }
      assertThat(size(told.getLast())).isEqualTo(1500);
      assertThat(told).hasSizeLessThan(500);
    }
  }

  @Test
  void aNamedObjectIsToldAtOnceHoweverManyOthersThereAre() {
    try (SelectedObjects objects = selection(NAMED)) {
      objects.begin(IntStream.range(0, 500).mapToObj(pod -> (JsonNode) pod(pod, "web")).toList());
      objects.apply(change("DELETED", pod(7, "web")));
      objects.apply(change("ADDED", pod(7, "web")));

      assertThat(told).extracting(SelectedObjectsTest::size).containsExactly(1, 0, 1);
    }
  }

  @Test
  void nothingIsToldAfterItIsClosed() throws InterruptedException {
    SelectedObjects objects = selection(LABELLED);
    objects.begin(IntStream.range(0, 100).mapToObj(pod -> (JsonNode) pod(pod, "web")).toList());
    objects.apply(change("ADDED", pod(100, "web")));
    objects.close();
    int before = told.size();
    // longer than a delayed report takes
    Thread.sleep(200);

    assertThat(told).hasSize(before);
  }

  private SelectedObjects selection(KubernetesObject subject) {
    return new SelectedObjects(List.of(subject), (_, observation) -> told.add(observation));
  }

  private static int size(Observation observation) {
    return ((Observation.Snapshot) observation).objects().size();
  }

  private static ObjectNode pod(int number, String app) {
    ObjectNode pod = JsonNodeFactory.instance.objectNode();
    pod.put("apiVersion", "v1").put("kind", "Pod");
    ObjectNode metadata = pod.putObject("metadata");
    metadata.put("name", "pod-" + number).put("uid", "uid-" + number);
    metadata.putObject("labels").put("app", app);
    return pod;
  }

  private static JsonNode change(String type, ObjectNode object) {
    return JsonNodeFactory.instance.objectNode().put("type", type).set("object", object);
  }
}
