package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command in a container.
 *
 * @param exitCode the command's; -1 if the engine doesn't tell
 */
public record EngineExec(int exitCode, String output, String errors) {

  /** Output beyond this limit is dropped. */
  private static final int MAX_OUTPUT_BYTES = 4 << 20;

  /** Runs a command in a running container and waits for its end. */
  public static EngineExec run(EngineApi api, String container, List<String> command) {
    return run(api, container, command, null);
  }

  /**
   * Runs a command with an input that ends.
   *
   * @throws ApiError if the container isn't running
   */
  public static EngineExec run(
      EngineApi api, String container, List<String> command, @Nullable InputStream input) {
    var wanted =
        Map.of(
            "AttachStdin",
            input != null,
            "AttachStdout",
            true,
            "AttachStderr",
            true,
            "Cmd",
            command);
    String id = api.post("/containers/" + container + "/exec", wanted).path("Id").asText();
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    byte[] start = EngineApi.toJson(Map.of("Detach", false, "Tty", false));
    String path = "/exec/" + id + "/start";
    try {
      if (input != null && api.address().isSocket()) {
        try (var pipe = HijackedConnection.open(api.address(), path, start)) {
          pipe.sendInput(input);
          demultiplex(pipe.output(), output, errors);
          pipe.checkInput();
        }
      } else {
        try (StreamedResponse streamedResponse = api.hijack(path, start, input)) {
          demultiplex(streamedResponse.body(), output, errors);
        }
      }
    } catch (IOException broken) {
      throw ApiUnavailable.of(ApiServer.ENGINE, broken);
    }
    int code = api.get("/exec/" + id + "/json").path("ExitCode").asInt(-1);
    return new EngineExec(
        code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }

  /** Returns the last lines of a container's log, of both streams. */
  public static String logs(EngineApi api, String container, int lines) {
    String path =
        "/containers/" + container + "/logs?stdout=1&stderr=1&tail=" + lines + "&follow=0";
    boolean terminal =
        api.get("/containers/" + container + "/json").path("Config").path("Tty").asBoolean();
    var all = new ByteArrayOutputStream();
    try (StreamedResponse streamedResponse = api.open(Request.Method.GET, path, null)) {
      if (terminal) {
        streamedResponse.body().transferTo(all);
      } else {
        demultiplex(streamedResponse.body(), all, all);
      }
    } catch (IOException broken) {
      throw ApiUnavailable.of(ApiServer.ENGINE, broken);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static void demultiplex(
      InputStream in, ByteArrayOutputStream output, ByteArrayOutputStream errors)
      throws IOException {
    var frames = new StreamFrames(in);
    while (frames.next()) {
      frames.readInto(frames.isError() ? errors : output, MAX_OUTPUT_BYTES);
    }
  }
}
