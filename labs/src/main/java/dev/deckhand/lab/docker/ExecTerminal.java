package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A command in a container with a terminal of its own. */
public final class ExecTerminal implements AutoCloseable {

  private final EngineApi api;
  private final String id;
  private final HijackedConnection connection;

  private ExecTerminal(EngineApi api, String id, HijackedConnection connection) {
    this.api = api;
    this.id = id;
    this.connection = connection;
  }

  /**
   * Starts a command in a running container.
   *
   * @param command its program and arguments
   * @param variables as {@code NAME=VALUE}, beside the container's own
   * @param folder the absolute path of the folder that it starts in
   * @throws ApiError if the container isn't running, or the engine isn't reached by a socket
   */
  public static ExecTerminal start(
      EngineApi api,
      String container,
      List<String> command,
      List<String> variables,
      String folder,
      int columns,
      int rows) {
    if (!api.address().isSocket()) {
      throw new ApiError(ApiServer.ENGINE, 400, "terminals need an engine with a local socket");
    }
    var size = List.of(rows, columns);
    var wanted =
        Map.<String, Object>of(
            "AttachStdin",
            true,
            "AttachStdout",
            true,
            "AttachStderr",
            true,
            "Tty",
            true,
            "ConsoleSize",
            size,
            "Env",
            variables,
            "WorkingDir",
            folder,
            "Cmd",
            command);
    String id = api.post("/containers/" + container + "/exec", wanted).path("Id").asText();
    byte[] start = EngineApi.toJson(Map.of("Detach", false, "Tty", true, "ConsoleSize", size));
    try {
      var connection = HijackedConnection.open(api.address(), "/exec/" + id + "/start", start);
      return new ExecTerminal(api, id, connection);
    } catch (IOException broken) {
      throw ApiUnavailable.of(ApiServer.ENGINE, broken);
    }
  }

  /** What the terminal shows, until the command ends. */
  public InputStream output() {
    return connection.output();
  }

  /** What is typed, unbuffered. */
  public OutputStream input() {
    return connection.input();
  }

  /** Changes the terminal's size; does nothing if the command has ended. */
  public void resize(int columns, int rows) {
    ApiError.ignoring(() -> api.post("/exec/" + id + "/resize?h=" + rows + "&w=" + columns, null));
  }

  /** The command's exit code; -1 while it runs, or if the engine doesn't tell. */
  public int exitCode() {
    try {
      return api.get("/exec/" + id + "/json").path("ExitCode").asInt(-1);
    } catch (ApiException gone) {
      return -1;
    }
  }

  /** Closes the connection; the command goes on until it writes. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (RuntimeException broken) {
      // already closed
    }
  }
}
