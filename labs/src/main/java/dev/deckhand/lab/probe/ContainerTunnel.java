package dev.deckhand.lab.probe;

import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ExecPipe;
import java.util.List;

/** Connects to an address that only a lab's container can reach. */
public final class ContainerTunnel {

  /** Uses the first relay that the container has; our images have the first or the last one. */
  private static final String RELAY_SCRIPT =
      """
      if command -v socat >/dev/null; then exec socat -t 10 - "TCP:$0:$1,connect-timeout=5"
      elif command -v nc >/dev/null; then exec nc -w 10 "$0" "$1"
      else exec bash -c 'exec 3<>"/dev/tcp/$0/$1" 4<&0 || exit 1; cat <&4 >&3 & cat <&3; kill $!' "$0" "$1"
      fi
      """;

  private final EngineApi api;
  private final String container;

  public ContainerTunnel(EngineApi api, String container) {
    this.api = api;
    this.container = container;
  }

  ExecPipe open(String host, int port) {
    return ExecPipe.start(
        api, container, List.of("sh", "-c", RELAY_SCRIPT, host, Integer.toString(port)));
  }
}
