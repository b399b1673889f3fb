package dev.deckhand.workshop.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An entry of the list of attacks.
 *
 * @param group the class of attacks that it belongs to
 * @param tries what is tried
 * @param expected what the server is to do
 * @param source a weakness (CWE), a vulnerability (CVE) or a standard; empty where there is none
 * @param by how it's run: {@code request}, {@code socket}, {@code output}, or the name of a method
 * @param data what that needs
 */
record Attack(
    String id,
    String group,
    String tries,
    String expected,
    String source,
    String by,
    JsonNode data) {

  private static final List<String> FILES =
      List.of("requests", "sites", "members", "sockets", "output", "load", "ssh");

  private static final JsonMapper JSON = new JsonMapper();

  /** All entries. */
  static List<Attack> all() {
    var all = new ArrayList<Attack>();
    for (String file : FILES) {
      try (InputStream in = Attack.class.getResourceAsStream(file + ".json")) {
        for (JsonNode entry : JSON.readTree(Objects.requireNonNull(in, file))) {
          all.add(of(entry));
        }
      } catch (IOException broken) {
        throw new IllegalStateException(file, broken);
      }
    }
    return all;
  }

  private static Attack of(JsonNode entry) {
    return new Attack(
        entry.path("id").asText(),
        entry.path("class").asText(),
        entry.path("tries").asText(),
        entry.path("expected").asText(),
        entry.path("source").asText(),
        entry.path("by").asText(),
        entry);
  }

  /** The entries that are run in one way. */
  static Stream<Attack> by(String how) {
    return all().stream().filter(attack -> attack.by().equals(how));
  }

  /** The texts in a list of the entry; empty where there's none. */
  List<String> texts(String name) {
    return StreamSupport.stream(data.path(name).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The numbers in a list of the entry; empty where there's none. */
  List<Integer> numbers(String name) {
    return StreamSupport.stream(data.path(name).spliterator(), false).map(JsonNode::asInt).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
