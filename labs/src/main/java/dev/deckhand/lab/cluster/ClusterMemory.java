package dev.deckhand.lab.cluster;

import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import java.util.List;

/** What is to be known of a cluster that was ready, for whoever takes it over. */
record ClusterMemory(String container, List<Kind> kinds, Inventory ready) {

  ClusterMemory {
    kinds = List.copyOf(kinds);
  }

  ClusterState state(KubeApi api) {
    return new ClusterState(api, kinds, ready, null);
  }
}
