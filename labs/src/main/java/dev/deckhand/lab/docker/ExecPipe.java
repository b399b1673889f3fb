package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A command in a container whose input is written and whose output is read at the same time. */
public final class ExecPipe implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;
  private static final int MAX_ERROR_BYTES = 4096;

  private final AutoCloseable connection;
  private final StreamFrames frames;
  private final OutputStream input;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private ExecPipe(AutoCloseable connection, InputStream frames, OutputStream input) {
    this.connection = connection;
    this.frames = new StreamFrames(new BufferedInputStream(frames, BUFFER));
    this.input = input;
  }

  /**
   * Starts a command in a running container.
   *
   * @throws ApiError if the container isn't running
   */
  public static ExecPipe start(EngineApi api, String container, List<String> command) {
    var wanted =
        Map.of("AttachStdin", true, "AttachStdout", true, "AttachStderr", true, "Cmd", command);
    String id = api.post("/containers/" + container + "/exec", wanted).path("Id").asText();
    byte[] start = EngineApi.toJson(Map.of("Detach", false, "Tty", false));
    String path = "/exec/" + id + "/start";
    try {
      if (api.address().isSocket()) {
        var pipe = HijackedConnection.open(api.address(), path, start);
        return new ExecPipe(pipe, pipe.output(), pipe.input());
      }
      var input = new PipedOutputStream();
      StreamedResponse streamedResponse =
          api.hijack(path, start, new PipedInputStream(input, BUFFER));
      return new ExecPipe(streamedResponse, streamedResponse.body(), input);
    } catch (IOException broken) {
      throw ApiUnavailable.of(ApiServer.ENGINE, broken);
    }
  }

  /** The command's input. */
  public OutputStream input() {
    return input;
  }

  /** The command's stdout. Its stderr is collected meanwhile. */
  public InputStream output() {
    return new BlockInputStream() {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return length == 0 ? 0 : readOutput(buffer, offset, length);
      }
    };
  }

  private int readOutput(byte[] buffer, int offset, int length) throws IOException {
    while (frames.remaining() == 0) {
      if (!frames.next()) {
        return -1;
      }
      if (frames.isError()) {
        frames.readInto(errors, MAX_ERROR_BYTES);
      }
    }
    return frames.read(buffer, offset, length);
  }

  /** The stderr so far. */
  public String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception broken) {
      // already closed
    }
  }
}
