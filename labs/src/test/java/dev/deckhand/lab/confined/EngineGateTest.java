package dev.deckhand.lab.confined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.confined.EngineGate.Decision;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineGateTest {

  private static Decision create(String body) {
    return EngineGate.decide(
        new EngineRequest("POST", "/containers/create", ""), body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Image\":\"busybox\"}",
        "{\"HostConfig\":{\"Privileged\":false,\"CapAdd\":null,\"Binds\":[\"data:/data:ro\"]}}",
        "{\"HostConfig\":{\"CapAdd\":[\"NET_BIND_SERVICE\",\"cap_chown\"],\"Memory\":1000}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"volume\",\"Source\":\"a\",\"Target\":\"/a\"},"
            + "{\"Type\":\"tmpfs\",\"Target\":\"/t\"}],\"NetworkMode\":\"container:web\"}}",
        "{\"HostConfig\":{\"PidMode\":\"container:inn\",\"MaskedPaths\":null,\"Runtime\":\"\"}}",
        "{\"HostConfig\":{\"SecurityOpt\":[\"no-new-privileges\"],\"NetworkMode\":\"host\"}}",
      })
  void forwardsWhatContainersUsuallyAre(String body) {
    assertThat(create(body)).isInstanceOf(Decision.Forward.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"HostConfig\":{\"Privileged\":true}}",
        "{\"hostconfig\":{\"PRIVILEGED\":true}}",
        "{\"Ho\u017ftConfig\":{\"Privileged\":true}}",
        "{\"HostConfig\":{\"Privileged\":1}}",
        "{\"HostConfig\":{\"Privileged\":\"true\"}}",
        "{\"HostConfig\":{},\"hostConfig\":{\"Privileged\":true}}",
        "{\"HostConfig\":{\"Privileged\":false,\"privileged\":true}}",
        "{\"HostConfig\":{\"Privileged\":true,\"Privileged\":false}}",
        "{\"HostConfig\":{\"CapAdd\":[\"SYS_PTRACE\"]}}",
        "{\"HostConfig\":{\"CapAdd\":[\"cap_sys_admin\"]}}",
        "{\"HostConfig\":{\"PidMode\":\"HOST\"}}",
        "{\"HostConfig\":{\"Binds\":[\"/:/m\"]}}",
        "{\"HostConfig\":{\"Binds\":[\"../x:/m\"]}}",
        "{\"HostConfig\":{\"Binds\":[\"data:/d\",\"/etc:/e\"]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"bind\",\"Source\":\"/\"}]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"BIND\",\"Source\":\"/\"}]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Source\":\"/\"}]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"npipe\"}]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"volume\",\"VolumeOptions\":{\"DriverConfig\":"
            + "{\"Name\":\"local\",\"Options\":{\"device\":\"/\",\"o\":\"bind\"}}}}]}}",
        "{\"HostConfig\":{\"Devices\":[{\"PathOnHost\":\"/dev/sda\"}]}}",
        "{\"HostConfig\":{\"DeviceRequests\":[{\"Count\":-1}]}}",
        "{\"HostConfig\":{\"SecurityOpt\":[\"apparmor=unconfined\"]}}",
        "{\"HostConfig\":{\"MaskedPaths\":[]}}",
        "{\"HostConfig\":{\"ReadonlyPaths\":[]}}",
        "{\"HostConfig\":{\"CgroupParent\":\"/\"}}",
        "{\"HostConfig\":{\"Runtime\":\"crun\"}}",
        "[]",
        "\"text\"",
        "{\"HostConfig\":{}} {\"HostConfig\":{\"Privileged\":true}}",
        "{\"HostConfig\":",
      })
  void refusesWhatGivesMoreOrCanBeReadInTwoWays(String body) {
    assertThat(create(body)).isInstanceOf(Decision.Refuse.class);
  }

  @ParameterizedTest
  @CsvSource({
    "t=web&cgroupparent=&networkmode=host, true",
    "cgroupparent=%2F, false",
    "t=a&cgroup%70arent=/, false",
    "t=a&CgroupParent=/, false",
    "securityopt=seccomp%3Dunconfined, false",
    "%zz=/, false",
  })
  void buildsGetNoMoreThanContainers(String query, boolean forwarded) {
    assertThat(EngineGate.decide(new EngineRequest("POST", "/build", query), null))
        .isInstanceOf(forwarded ? Decision.Forward.class : Decision.Refuse.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Name\":\"a\"}",
        "{\"Driver\":\"local\",\"DriverOpts\":{\"type\":\"tmpfs\",\"device\":\"tmpfs\",\"o\":"
            + "\"size=10m,mode=0755,uid=1000\"}}",
      })
  void forwardsVolumesInMemory(String body) {
    assertThat(volume(body)).isInstanceOf(Decision.Forward.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"DriverOpts\":{\"type\":\"tmpfs\",\"device\":\"/\",\"o\":\"bind\"}}",
        "{\"DriverOpts\":{\"type\":\"tmpfs\",\"device\":\"tmpfs\",\"o\":\"size=1m,rbind\"}}",
        "{\"DriverOpts\":{\"type\":\"tmpfs\",\"device\":\"/etc\"}}",
        "{\"DriverOpts\":{\"type\":\"tmpfs\",\"device\":\"tmpfs\",\"o\":\"size=1m,\"}}",
        "{\"DriverOpts\":{\"type\":\"tmpfs\",\"x\":\"y\"}}",
        "{\"DriverOpts\":{\"type\":\"nfs\",\"device\":\":/\"}}",
        "{\"Driver\":\"other\"}",
      })
  void refusesVolumesThatMountSomething(String body) {
    assertThat(volume(body)).isInstanceOf(Decision.Refuse.class);
  }

  private static Decision volume(String body) {
    return EngineGate.decide(
        new EngineRequest("POST", "/volumes/create", ""), body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /containers/json",
    "POST, /containers/web/start",
    "DELETE, /containers/web",
    "GET, /images/registry:5000/team/app:1.0/json",
    "GET, /images/busybox@sha256:abc/json",
    "POST, /build",
    "POST, /session",
    "GET, /events",
    "HEAD, /_ping",
    "PUT, /containers/c/archive",
  })
  void knowsWhatLessonsSend(String method, String path) {
    assertThat(EngineGate.decide(new EngineRequest(method, path, ""), null))
        .isInstanceOf(Decision.Forward.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /swarm/init",
    "POST, /services/create",
    "GET, /plugins",
    "POST, /plugins/pull",
    "POST, /containers/create/",
    "POST, /containers//create",
    "PATCH, /containers/json",
    "GET, /debug/pprof/",
    "POST, /containers/../swarm/init",
    "GET, /secrets",
  })
  void refusesRequestsThatItDoesNotKnow(String method, String path) {
    assertThat(EngineGate.decide(new EngineRequest(method, path, ""), null))
        .isInstanceOf(Decision.Refuse.class);
  }
}
