package dev.deckhand.lab.confined;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.time.TimedPart;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One container of a confinement. It has no network, no privileges and a root file system that
 * can't be written; its first process waits for ever. For one thread at a time, except for {@link
 * #kill}.
 */
final class ConfinedContainer implements AutoCloseable {

  /** Not a user of any image, so that it owns nothing there. */
  static final int USER = 64738;

  /** Where the workspace is in each container. */
  static final String WORKSPACE = "/work";

  /** Where the sockets of the lab are in each container. */
  static final String SOCKETS = "/run/lab";

  /** Tells these containers from those of the lab itself. */
  private static final String LABEL = "dev.deckhand.workspace";

  /** It ends at once when it's stopped, and reaps what others leave. */
  private static final String FIRST_PROCESS =
      "trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done";

  private final EngineApi api;
  private final String id;

  /** What a container is for. */
  enum Role {
    /** Runs commands, and may write into the workspace. */
    COMMANDS("commands"),
    /** Is a learner's, with a terminal, and may write into the workspace. */
    TERMINAL("terminal"),
    /** Looks, and may only read. */
    OBSERVER("observer");

    private final String label;

    Role(String label) {
      this.label = label;
    }
  }

  private ConfinedContainer(EngineApi api, String id) {
    this.api = api;
    this.id = id;
  }

  /** Starts a container. */
  static ConfinedContainer start(ConfinementPlan plan, Role role) {
    try (var _ = TimedPart.of("start a container of the workspace")) {
      EngineApi api = plan.context().host().api();
      String id = api.post("/containers/create", description(plan, role)).path("Id").asText();
      var container = new ConfinedContainer(api, id);
      try {
        api.post("/containers/" + id + "/start", null);
        return container;
      } catch (ApiException failure) {
        container.close();
        throw failure;
      }
    }
  }

  /** The container of this role that a killed process left running, or a new one. */
  static ConfinedContainer findOrStart(ConfinementPlan plan, Role role) {
    JsonNode found = find(plan, LABEL + "=" + role.label, false);
    return found.isEmpty()
        ? start(plan, role)
        : new ConfinedContainer(plan.context().host().api(), found.get(0).path("Id").asText());
  }

  private static JsonNode find(ConfinementPlan plan, String label, boolean stopped) {
    String filters =
        EngineApi.filters(
            "label", List.of(SessionFolder.LABEL + "=" + plan.context().folder().id(), label));
    return plan.context()
        .host()
        .api()
        .get("/containers/json?all=" + stopped + "&filters=" + filters);
  }

  /**
   * Removes all containers of a confinement, whichever process started them.
   *
   * @throws ApiException if one stays
   */
  static void removeAll(ConfinementPlan plan) {
    EngineApi api = plan.context().host().api();
    for (JsonNode left : find(plan, LABEL, true)) {
      ContainerRemoval.remove(api, left.path("Id").asText());
    }
  }

  private static Map<String, Object> description(ConfinementPlan plan, Role role) {
    var wanted = new LinkedHashMap<String, Object>();
    wanted.put("Image", plan.image());
    wanted.put("Entrypoint", List.of("/bin/bash", "-c"));
    wanted.put("Cmd", List.of(plan.beforeFirstProcess() + FIRST_PROCESS));
    wanted.put("User", USER + ":" + USER);
    wanted.put("WorkingDir", WORKSPACE);
    wanted.put("Hostname", "workspace");
    wanted.put("Env", plan.variables());
    var labels = new LinkedHashMap<>(plan.context().labels());
    labels.put(LABEL, role.label);
    wanted.put("Labels", labels);
    wanted.put("NetworkDisabled", true);
    wanted.put("HostConfig", hostConfig(plan, role == Role.OBSERVER));
    return wanted;
  }

  private static Map<String, Object> hostConfig(ConfinementPlan plan, boolean readOnly) {
    ConfinementLimits limits = plan.limits();
    var config = new LinkedHashMap<String, Object>();
    config.put("NetworkMode", "none");
    config.put("IpcMode", "none");
    config.put("ReadonlyRootfs", true);
    config.put("CapDrop", List.of("ALL"));
    config.put("SecurityOpt", List.of("no-new-privileges:true"));
    plan.applyLimits(config);
    config.put("OomScoreAdj", 900);
    config.put("LogConfig", Map.of("Type", "none", "Config", Map.of()));
    config.put(
        "Ulimits",
        List.of(
            Map.of("Name", "core", "Soft", 0, "Hard", 0),
            Map.of("Name", "nofile", "Soft", 1024, "Hard", 4096)));
    config.put(
        "Tmpfs",
        Map.of(
            "/tmp",
            "rw,nosuid,nodev,exec,mode=1777,size="
                + limits.scratch()
                + ",nr_inodes="
                + ConfinementLimits.MAX_FILES));
    config.put(
        "Mounts",
        List.of(
            Map.of(
                "Type",
                "volume",
                "Source",
                plan.volume(),
                "Target",
                WORKSPACE,
                "ReadOnly",
                readOnly,
                // an empty volume would otherwise get the owner of the image's folder
                "VolumeOptions",
                Map.of("NoCopy", true)),
            Map.of(
                "Type",
                "bind",
                "Source",
                plan.sockets().toString(),
                "Target",
                SOCKETS,
                "ReadOnly",
                true)));
    return config;
  }

  String id() {
    return id;
  }

  /** Runs a command in it and waits for its end. */
  EngineExec run(List<String> command) {
    return EngineExec.run(api, id, command);
  }

  /** Unpacks a tar archive in the workspace's folder, with the owners that it names. */
  void unpack(byte[] tar) {
    String path = EngineApi.urlEncode(WORKSPACE);
    api.open(
            Request.Method.PUT,
            "/containers/" + id + "/archive?copyUIDGID=1&path=" + path,
            new ByteArrayInputStream(tar))
        .close();
  }

  /** Ends all its processes at once, and waits until they are gone. It can be started again. */
  void kill() {
    ApiError.ignoring(() -> api.post("/containers/" + id + "/kill", null));
    ApiError.ignoring(() -> api.post("/containers/" + id + "/wait?condition=not-running", null));
  }

  /** Starts it again after {@link #kill}; does nothing while it runs. */
  void restart() {
    api.post("/containers/" + id + "/start", null);
  }

  /** Stops all its processes where they are; does nothing if they are stopped. */
  void pause() {
    ApiError.ignoring(() -> api.post("/containers/" + id + "/pause", null));
  }

  /** Lets its processes go on; does nothing if they do. */
  void resume() {
    ApiError.ignoring(() -> api.post("/containers/" + id + "/unpause", null));
  }

  /**
   * Ends all its processes and removes it.
   *
   * @throws ApiException if it stays
   */
  void remove() {
    try (var _ = TimedPart.of("remove a container of the workspace")) {
      ContainerRemoval.remove(api, id);
    }
  }

  @Override
  public void close() {
    try {
      remove();
    } catch (ApiException unremovable) {
      // the sweep at the next start removes it
    }
  }
}
