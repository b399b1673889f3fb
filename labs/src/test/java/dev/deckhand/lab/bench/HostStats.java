package dev.deckhand.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineApi;
import java.util.List;

/** What the machine's engine knows of the containers of a lab. */
record HostStats(EngineApi host, SessionFolder folder) {

  /** Processor time that they have used, in nanoseconds. */
  long cpu() {
    String filters = EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + folder.id()));
    long all = 0;
    for (JsonNode container : host.get("/containers/json?filters=" + filters)) {
      all +=
          host.get(
                  "/containers/"
                      + container.path("Id").asText()
                      + "/stats?stream=false&one-shot=true")
              .path("cpu_stats")
              .path("cpu_usage")
              .path("total_usage")
              .asLong();
    }
    return all;
  }
}
