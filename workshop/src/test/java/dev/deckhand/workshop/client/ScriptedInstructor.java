package dev.deckhand.workshop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** An instructor who is a program. */
public final class ScriptedInstructor {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final URI server;
  private String cookie = "";

  private ScriptedInstructor(HttpClient http, URI server) {
    this.http = http;
    this.server = server;
  }

  /**
   * Opens the instructor's link.
   *
   * @param link the address with the one-time key behind {@code #}
   */
  public static ScriptedInstructor open(HttpClient http, URI link)
      throws IOException, InterruptedException {
    var instructor = new ScriptedInstructor(http, link.resolve("/"));
    HttpResponse<String> answer =
        instructor.post("instructor/redeem", Map.of("key", link.getFragment()));
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("not let in: " + answer.statusCode() + " " + answer.body());
    }
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    instructor.cookie = set.substring(0, set.indexOf(';'));
    return instructor;
  }

  /** Does something, and returns the status of the answer. */
  public int command(Map<String, Object> order) throws IOException, InterruptedException {
    return post("instructor/command", order).statusCode();
  }

  /** The seats, as they are exported. */
  public JsonNode export() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(server.resolve("/instructor/export.json"))
                .header("Cookie", cookie)
                .header("Origin", server.getScheme() + "://" + server.getAuthority())
                .timeout(Duration.ofSeconds(30))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.resolve("/" + path))
            .header("Content-Type", "application/json")
            .header("Origin", server.getScheme() + "://" + server.getAuthority())
            .header("Cookie", cookie)
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
