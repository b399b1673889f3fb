package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.Kinds;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster held when it was ready, and how to get back there.
 *
 * @param kinds of that time
 * @param namespace the only one that this is about; null for the whole cluster
 */
record ClusterState(KubeApi api, List<Kind> kinds, Inventory ready, @Nullable String namespace) {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(40);

  /** After so many rounds what is still there waits for somebody who is not coming. */
  private static final int PATIENT_ROUNDS = 3;

  /**
   * The kinds of what was there before that a learner may have changed, and that can be put back.
   */
  private static final Set<String> RESTORED =
      Set.of(
          "Node",
          "Namespace",
          "Deployment",
          "DaemonSet",
          "Service",
          "ConfigMap",
          "StorageClass",
          "ClusterRole",
          "ClusterRoleBinding",
          "Role",
          "RoleBinding",
          "PriorityClass");

  ClusterState {
    kinds = List.copyOf(kinds);
  }

  static ClusterState of(KubeApi api) {
    List<Kind> kinds = new Kinds(api).removable();
    return new ClusterState(api, kinds, Inventory.of(api, kinds), null);
  }

  /** The same, by another connection. */
  ClusterState through(KubeApi other) {
    return new ClusterState(other, kinds, ready, namespace);
  }

  /** The same for a namespace alone: all else is others' business. */
  ClusterState within(String own) {
    return new ClusterState(api, kinds, Inventory.of(api, kinds).within(own), own);
  }

  /**
   * Names what was made since outside of some namespaces, and what is missing there. What is on its
   * way out is not counted.
   */
  List<String> strays(Set<String> namespaces) {
    Inventory now = Inventory.of(api, kinds).outside(namespaces);
    var strays = new ArrayList<String>();
    now.madeSince(ready).stream()
        .filter(entry -> !entry.object().path("metadata").has("deletionTimestamp"))
        .forEach(entry -> strays.add(entry.spoken() + " was made"));
    now.missingFrom(ready).forEach(entry -> strays.add(entry.spoken() + " is missing"));
    return strays.stream().sorted().toList();
  }

  /** Removes what was made since, and puts back what was removed or changed. */
  void restore() throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    List<Kind> now = kinds;
    for (int round = 0; System.nanoTime() < end; round++) {
      Inventory all = Inventory.of(api, now);
      Inventory inventory = namespace == null ? all : all.within(namespace);
      List<Inventory.Entry> made = inventory.madeSince(ready);
      if (made.stream().anyMatch(entry -> entry.kind().kind().equals("CustomResourceDefinition"))
          && now.equals(kinds)) {
        now = new Kinds(api).removable();
        continue;
      }
      if (made.isEmpty()) {
        putBack(inventory);
        return;
      }
      remove(made, round >= PATIENT_ROUNDS);
      Thread.sleep(BETWEEN_ROUNDS);
    }
    throw new LabFault(
        LabFault.Kind.LOST,
        "The cluster did not let go of what was made in it within " + LIMIT.toSeconds() + " s.",
        "Your work is saved. Type \"reset\" to get a fresh lab.");
  }

  private void remove(List<Inventory.Entry> made, boolean forced) {
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    ObjectNode how =
        JsonNodeFactory.instance
            .objectNode()
            .put("gracePeriodSeconds", 0)
            .put("propagationPolicy", "Background");
    // owners first: what they own is not made again
    made.stream()
        .sorted((one, other) -> Boolean.compare(one.owner().isPresent(), other.owner().isPresent()))
        .forEach(entry -> answers.add(api.send("DELETE", entry.path(), how)));
    if (forced) {
      made.stream().filter(ClusterState::isStuck).forEach(entry -> answers.add(letGo(entry)));
    }
    made.stream()
        .filter(entry -> isEmptyNamespace(entry, made))
        .forEach(entry -> answers.add(finish(entry)));
    answers.forEach(ClusterState::settled);
  }

  private static boolean isStuck(Inventory.Entry entry) {
    return entry.object().path("metadata").has("deletionTimestamp")
        && !entry.object().path("metadata").path("finalizers").isEmpty();
  }

  private CompletableFuture<JsonNode> letGo(Inventory.Entry entry) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").putNull("finalizers");
    return api.send("PATCH", entry.path(), patch);
  }

  /** A namespace on its way out admits nothing new: once it is empty it need not wait its turn. */
  private static boolean isEmptyNamespace(Inventory.Entry entry, List<Inventory.Entry> made) {
    return entry.kind().kind().equals("Namespace")
        && entry.object().path("metadata").has("deletionTimestamp")
        && made.stream().noneMatch(other -> other.meta("namespace").equals(entry.meta("name")));
  }

  private CompletableFuture<JsonNode> finish(Inventory.Entry namespace) {
    ObjectNode finished = namespace.object().deepCopy();
    finished.putObject("spec").putArray("finalizers");
    return api.send("PUT", namespace.path() + "/finalize", finished);
  }

  private void putBack(Inventory now) {
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    for (Inventory.Entry lost : now.missingFrom(ready)) {
      if (!lost.kind().kind().equals("Secret") && !lost.kind().kind().equals("Pod")) {
        String collection = lost.kind().collection(lost.meta("namespace"));
        answers.add(api.send("POST", collection, Plain.fresh(lost.object())));
      }
    }
    ready
        .entries()
        .forEach((key, before) -> {
          Inventory.Entry is = now.entries().get(key);
          if (is != null
              && RESTORED.contains(before.kind().kind())
              && !Plain.of(is.object()).equals(Plain.of(before.object()))) {
            answers.add(api.send("PUT", is.path(), Plain.over(before.object(), is.object())));
          }
        });
    answers.forEach(ClusterState::settled);
  }

  /** Whoever else removes or makes the same thing is welcome to. */
  private static void settled(CompletableFuture<JsonNode> answer) {
    try {
      KubeApi.await(answer);
    } catch (KubeRefusal notNow) {
      // the next round looks again
    }
  }
}
