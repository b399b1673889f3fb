package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command in a container.
 *
 * @param exitCode as the command left it
 */
public record EngineExec(int exitCode, String output, String errors) {

  private static final int STDERR = 2;

  /** What a command writes beyond this is read and forgotten. */
  private static final int MAX_OUTPUT_BYTES = 4 << 20;

  /** Runs a command in a running container and waits for its end. */
  public static EngineExec run(EngineApi api, String container, List<String> command) {
    return run(api, container, command, null);
  }

  /**
   * Runs a command that reads the input to its end.
   *
   * @throws ApiError if the container does not run
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

  /** Returns the last lines that a container wrote, both streams in order. */
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

  /**
   * Takes apart what the engine sends as frames: one byte of stream, three of nothing, a length.
   */
  private static void demultiplex(
      InputStream frames, ByteArrayOutputStream output, ByteArrayOutputStream errors)
      throws IOException {
    var data = new DataInputStream(frames);
    while (true) {
      int stream;
      int length;
      try {
        stream = data.readByte();
        data.skipNBytes(3);
        length = data.readInt();
      } catch (EOFException end) {
        return;
      }
      ByteArrayOutputStream kept = stream == STDERR ? errors : output;
      byte[] said = data.readNBytes(length);
      kept.write(said, 0, Math.min(said.length, Math.max(0, MAX_OUTPUT_BYTES - kept.size())));
    }
  }
}
