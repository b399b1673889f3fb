package dev.deckhand.lab.observe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineEventFilterTest {

  private static final DockerObject WEB = container("web");
  private static final DockerObject ANY =
      new DockerObject(DockerKind.CONTAINER, null, Map.of("tier", "front"));
  private static final DockerObject NETWORK =
      new DockerObject(DockerKind.NETWORK, "back", Map.of());

  private static DockerObject container(String name) {
    return new DockerObject(DockerKind.CONTAINER, name, Map.of());
  }

  private static JsonNode event(String type, String action, Map<String, String> attributes) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("Type", type).put("Action", action);
    ObjectNode names = event.putObject("Actor").put("ID", "c0ffee1234").putObject("Attributes");
    attributes.forEach(names::put);
    return event;
  }

  @Test
  void oneContainersEventIsOfNoInterestToAnother() {
    JsonNode start = event("container", "start", Map.of("name", "web"));

    assertThat(EngineEventFilter.mayAffect(start, WEB)).isTrue();
    assertThat(EngineEventFilter.mayAffect(start, container("api"))).isFalse();
    assertThat(EngineEventFilter.mayAffect(start, NETWORK)).isFalse();
  }

  @Test
  void whatIsSelectedByLabelsMayBeAnyContainer() {
    assertThat(
            EngineEventFilter.mayAffect(event("container", "create", Map.of("name", "web")), ANY))
        .isTrue();
  }

  @Test
  void aRenamedContainerIsGoneUnderItsOldName() {
    JsonNode rename = event("container", "rename", Map.of("name", "web", "oldName", "/old"));

    assertThat(EngineEventFilter.mayAffect(rename, WEB)).isTrue();
    assertThat(EngineEventFilter.mayAffect(rename, container("old"))).isTrue();
  }

  @Test
  void aContainerMayBeCalledByTheBeginningOfItsId() {
    JsonNode die = event("container", "die", Map.of("name", "web"));

    assertThat(EngineEventFilter.mayAffect(die, container("c0ffee"))).isTrue();
    assertThat(EngineEventFilter.mayAffect(die, container("/web"))).isTrue();
  }

  @Test
  void aPruneTellsOfAllAtOnce() {
    assertThat(
            EngineEventFilter.mayAffect(event("container", "prune", Map.of("reclaimed", "0")), WEB))
        .isTrue();
  }

  @Test
  void aNetworkKnowsItsContainersAndTheyIt() {
    JsonNode connect = event("network", "connect", Map.of("name", "back", "container", "c0ffee"));

    assertThat(EngineEventFilter.mayAffect(connect, WEB)).isTrue();
    assertThat(EngineEventFilter.mayAffect(connect, NETWORK)).isTrue();
  }

  @Test
  void aCommandInAContainerChangesNothingThatInspectShows() {
    assertThat(
            EngineEventFilter.mayAffect(
                event("container", "exec_start: ls", Map.of("name", "web")), WEB))
        .isFalse();
  }
}
