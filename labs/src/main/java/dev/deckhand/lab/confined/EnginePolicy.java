package dev.deckhand.lab.confined;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a submission may ask of its private engine. Whoever may do everything there is root in the
 * engine's container, which is privileged, and from there reaches the machine. So nothing is
 * allowed that gives a container more than containers have by default, and no request that isn't
 * known.
 *
 * <p>The fields are those of the Engine API, <a
 * href="https://docs.docker.com/reference/api/engine/">version 1.44 and later</a>.
 */
final class EnginePolicy {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.:@-]*";
  private static final String IMAGE = "[A-Za-z0-9][A-Za-z0-9_.:@/-]*";

  /** Method and path of each request that's allowed. */
  private static final Pattern KNOWN =
      Pattern.compile(
          String.join(
              "|",
              "(GET|HEAD) /_ping",
              "GET /(version|info|events|system/df)",
              "POST /auth",
              "GET /containers/json",
              "POST /containers/(create|prune)",
              "GET /containers/" + NAME + "/(json|top|logs|changes|stats|archive|export)",
              "(HEAD|PUT) /containers/" + NAME + "/archive",
              "GET /containers/" + NAME + "/attach/ws",
              "POST /containers/"
                  + NAME
                  + "/(start|stop|restart|kill|pause|unpause|wait|rename|resize|update|attach|exec)",
              "DELETE /containers/" + NAME,
              "POST /exec/" + NAME + "/(start|resize)",
              "GET /exec/" + NAME + "/json",
              "GET /images/(json|search|get)",
              "POST /images/(create|load|prune)",
              "GET /images/" + IMAGE + "/(json|history|get|attestations)",
              "POST /images/" + IMAGE + "/(tag|push)",
              "DELETE /images/" + IMAGE,
              "GET /distribution/" + IMAGE + "/json",
              "POST /(build|build/prune|build/cancel|commit|session|grpc)",
              "GET /networks",
              "GET /networks/" + NAME,
              "POST /networks/(create|prune)",
              "POST /networks/" + NAME + "/(connect|disconnect)",
              "DELETE /networks/" + NAME,
              "GET /volumes",
              "GET /volumes/" + NAME,
              "POST /volumes/(create|prune)",
              "DELETE /volumes/" + NAME));

  /** What containers have by default; asking for it changes nothing. */
  private static final Set<String> DEFAULT_CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private static final Set<String> MEMORY_KEYS = Set.of("type", "device", "o");

  /** Not {@code bind}, with which the type doesn't count. */
  private static final Pattern MEMORY_OPTIONS =
      Pattern.compile("((size|mode|uid|gid|nr_inodes)=\\w+(,(?!$)|$))*");

  private static final Set<String> NETWORK_DRIVERS = Set.of("", "default", "bridge", "null");

  private EnginePolicy() {}

  /** Why a request isn't allowed by its line alone; empty if it is. */
  static Optional<String> refusal(EngineRequest request) {
    if (!KNOWN.matcher(request.method() + " " + request.path()).matches()) {
      return Optional.of("this request isn't one that a submission may send");
    }
    if (!request.path().equals("/build")) {
      return Optional.empty();
    }
    return when(request.gives("cgroupparent"), "another control group")
        .or(() -> when(request.gives("securityopt"), "security options"));
  }

  /**
   * Why a request isn't allowed with this body; empty if it is.
   *
   * @param body with all keys in small letters: to the engine, {@code Privileged} and {@code
   *     privileged} are the same
   */
  static Optional<String> refusal(EngineRequest request, JsonNode body) {
    if (request.path().equals("/containers/create")) {
      return hostConfig(body.path("hostconfig"));
    }
    if (request.path().endsWith("/update")) {
      return devices(body);
    }
    if (request.path().endsWith("/exec")) {
      return when(isTrue(body, "privileged"), "privileged commands");
    }
    if (request.path().equals("/volumes/create")) {
      return volume(body.path("driver").asText(), body.path("driveropts"));
    }
    if (request.path().equals("/networks/create")) {
      return when(
          !NETWORK_DRIVERS.contains(body.path("driver").asText()) || isTrue(body, "configonly"),
          "networks of the driver " + body.path("driver").asText());
    }
    return Optional.empty();
  }

  private static Optional<String> hostConfig(JsonNode config) {
    return Stream.of(
            when(isTrue(config, "privileged"), "privileged containers"),
            capabilities(config.path("capadd")),
            namespaces(config),
            devices(config),
            binds(config.path("binds")),
            mounts(config.path("mounts")),
            security(config))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> capabilities(JsonNode added) {
    return texts(added)
        .map(name -> name.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""))
        .filter(name -> !DEFAULT_CAPABILITIES.contains(name))
        .findFirst()
        .map(name -> "the capability " + name);
  }

  /** The engine's network is allowed: without capabilities it can be used, but not changed. */
  private static Optional<String> namespaces(JsonNode config) {
    return Stream.of("pidmode", "ipcmode", "utsmode", "usernsmode", "cgroupnsmode")
        .filter(field -> config.path(field).asText().equalsIgnoreCase("host"))
        .findFirst()
        .map(field -> "the machine's namespaces (" + field + ")");
  }

  private static Optional<String> devices(JsonNode config) {
    return Stream.of("devices", "devicerequests", "devicecgrouprules")
        .filter(field -> !config.path(field).isEmpty())
        .findFirst()
        .map(_ -> "devices");
  }

  /** The first part of a bind is a volume's name, or else a path of the engine's machine. */
  private static Optional<String> binds(JsonNode binds) {
    return texts(binds)
        .filter(bind -> !bind.split(":", 2)[0].matches("[A-Za-z0-9][A-Za-z0-9_.-]*"))
        .findFirst()
        .map(bind -> "folders of the engine's machine (" + bind + ")");
  }

  private static Optional<String> mounts(JsonNode mounts) {
    for (JsonNode mount : mounts) {
      switch (mount.path("type").asText()) {
        case "tmpfs", "image" -> {}
        case "volume" -> {
          JsonNode driver = mount.path("volumeoptions").path("driverconfig");
          var refusal = volume(driver.path("name").asText(), driver.path("options"));
          if (refusal.isPresent()) {
            return refusal;
          }
        }
        default -> {
          return Optional.of(
              "folders of the engine's machine (" + mount.path("source").asText() + ")");
        }
      }
    }
    return Optional.empty();
  }

  /** The local driver mounts whatever its options say: only memory with a size is harmless. */
  private static Optional<String> volume(String driver, JsonNode options) {
    boolean local = driver.isEmpty() || driver.equals("local");
    boolean inMemory =
        options.path("type").asText().equals("tmpfs")
            && Set.of("", "tmpfs", "none").contains(options.path("device").asText())
            && MEMORY_OPTIONS.matcher(options.path("o").asText()).matches()
            && options.propertyStream().map(Map.Entry::getKey).allMatch(MEMORY_KEYS::contains);
    return when(!local || !(options.isEmpty() || inMemory), "volumes with options");
  }

  private static Optional<String> security(JsonNode config) {
    Optional<String> option =
        texts(config.path("securityopt"))
            .filter(one -> !one.matches("no-new-privileges([:=](true|false))?"))
            .findFirst()
            .map(one -> "the security option " + one);
    return option
        .or(() ->
            when(
                config.path("maskedpaths").isArray() || config.path("readonlypaths").isArray(),
                "unmasked paths"))
        .or(() -> when(!config.path("cgroupparent").asText().isEmpty(), "another control group"))
        .or(() -> when(!config.path("cgroup").asText().isEmpty(), "another control group"))
        .or(() ->
            when(!Set.of("", "runc").contains(config.path("runtime").asText()), "another runtime"));
  }

  private static boolean isTrue(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return !(value.isMissingNode() || value.isNull() || (value.isBoolean() && !value.asBoolean()));
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  private static Optional<String> when(boolean wanted, String what) {
    return wanted ? Optional.of(what) : Optional.empty();
  }
}
