package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.Things;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.Eyes;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
import dev.deckhand.lab.start.TestcontainersLabs;
import dev.deckhand.lesson.LabKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabs.class)
class PrivateEngineTest {

  private Berths berths;
  private Berths.Moored engine;

  @BeforeEach
  void moor(Berths shared) throws InterruptedException {
    berths = shared;
    engine = shared.engine();
  }

  private String sh(String line) {
    return Eyes.sh(engine.lab(), engine.room(), line);
  }

  @Test
  void listensOnNoPortThatTheNetworkSees() {
    String filters =
        EngineApi.filters("label", List.of(SessionRoom.LABEL + "=" + engine.room().id()));
    var containers = berths.host().get("/containers/json?filters=" + filters);

    assertThat(containers).hasSize(1);
    var details =
        berths.host().get("/containers/" + containers.path(0).path("Id").asText() + "/json");
    assertThat(details.path("NetworkSettings").path("Ports").findValues("HostPort")).isEmpty();
    assertThat(details.path("HostConfig").path("PortBindings")).isEmpty();
    assertThat(details.path("Args").toString()).doesNotContain("tcp://");
  }

  @Test
  void hasTheLessonsImagesByTheNamesThatTheLessonUses() {
    assertLessonsImages();
  }

  private void assertLessonsImages() {
    assertThat(sh("docker images --format '{{.Repository}}:{{.Tag}}'").lines())
        .containsExactlyInAnyOrderElementsOf(RealLabs.IMAGES);
  }

  @Test
  void leavesTheMachinesOwnImagesTheirNames() {
    assertThat(berths.host().find("/images/nginx:1.27/json"))
        .as("the host never gets somebody else's name")
        .isEmpty();
  }

  @Test
  void namesWhatThereIs() {
    sh(
        "docker run --detach --name lamp nginx:1.27 && docker create --name oil nginx:1.27"
            + " && docker network create reef && docker volume create hold");

    assertThat(names(new Things.Containers(true))).contains("lamp").doesNotContain("oil");
    assertThat(names(new Things.Containers(false))).contains("lamp", "oil");
    assertThat(names(new Things.Images())).containsAll(RealLabs.IMAGES);
    assertThat(names(new Things.Networks())).contains("bridge", "reef");
    assertThat(names(new Things.Volumes())).contains("hold");
    assertThat(names(new Things.Kinds())).isEmpty();
  }

  private List<String> names(Things things) {
    return engine.lab().names(things);
  }

  @Test
  void seesAContainerComeRunAndGo() {
    var web = Eyes.container("web");
    assertThat(Eyes.seen(engine.lab(), web)).isEmpty();

    sh("docker run -d --name web busybox:1.36 sleep 600");
    Eyes.await(
        engine.lab(), web, Eyes.first(node -> node.at("State", "Running").text().equals("true")));
    sh("docker rm -f web");
    Eyes.await(engine.lab(), web, Eyes.nothing());
  }

  @Test
  void showsObjectsAsInspectDoes() {
    sh("docker run -d --name web -p 8080:80 -e COLOUR=red busybox:1.36 sleep 600");

    var web = Eyes.seen(engine.lab(), Eyes.container("web")).getFirst();

    assertThat(web.at("Name").text()).isEqualTo("/web");
    assertThat(web.at("Config", "Env").toString()).contains("COLOUR=red");
    assertThat(web.at("HostConfig", "PortBindings", "80/tcp").toString()).contains("8080");
  }

  @Test
  void selectsByLabelsWhereThereIsNoName() {
    sh("docker volume create --label tier=data first-volume");
    sh("docker volume create second-volume");

    var labelled = new DockerObject(DockerKind.VOLUME, null, Map.of("tier", "data"));

    assertThat(Eyes.seen(engine.lab(), labelled))
        .singleElement()
        .satisfies(volume -> assertThat(volume.at("Name").text()).isEqualTo("first-volume"));
  }

  @Test
  void watchesNetworksVolumesAndImagesToo() {
    var network = new DockerObject(DockerKind.NETWORK, "back", Map.of());
    var volume = new DockerObject(DockerKind.VOLUME, "data", Map.of());
    var image = Eyes.image("mine:1");

    sh("docker network create back; docker volume create data; docker tag busybox:1.36 mine:1");

    for (var subject : List.of(network, volume, image)) {
      Eyes.await(engine.lab(), subject, Eyes.first(_ -> true));
    }
  }

  @Test
  void saysWithWhichCodeAContainerEndedAndWhatItSaidLast() {
    sh("docker run --name job busybox:1.36 sh -c 'echo no such customer; exit 3' || true");

    assertThat(engine.lab().causes(Eyes.container("job")))
        .containsExactly(
            "Container \"job\" exited with code 3; its last line was: no such customer");
  }

  @Test
  void clearTakesAwayWhatWasMadeAndBringsBackWhatWasRemoved() throws InterruptedException {
    sh("docker run -d --name web busybox:1.36 sleep 600");
    sh("docker network create back; docker volume create data; docker tag busybox:1.36 mine:1");
    sh("docker rmi -f busybox:1.36 && docker rmi -f nginx:1.27");

    engine.lab().clear();

    assertThat(sh("docker ps -aq")).isEmpty();
    assertThat(sh("docker volume ls -q")).isEmpty();
    assertThat(sh("docker network ls --format '{{.Name}}'").lines())
        .containsExactlyInAnyOrder("bridge", "host", "none");
    assertLessonsImages();
  }

  @Test
  void clearLeavesASwarm() throws InterruptedException {
    sh("docker swarm init --advertise-addr 127.0.0.1");

    engine.lab().clear();

    assertThat(sh("docker info --format '{{.Swarm.LocalNodeState}}'").strip())
        .isEqualTo("inactive");
  }

  @Test
  void knowsNothingOfClusters() {
    assertThat(engine.lab().observe(Eyes.pod("web"))).isInstanceOf(Observation.Unreachable.class);
  }

  @Test
  void keepsItsOwnConfiguration() {
    assertThat(engine.lab().environment())
        .containsEntry("DOCKER_CONFIG", engine.room().dockerConfig().toString())
        .containsEntry("DOCKER_HOST", "unix://" + engine.room().engine().resolve("docker.sock"));
  }

  @Test
  void whatAKilledProcessLeftCanBeTakenOverAndClearedByAnother() throws InterruptedException {
    // who takes an engine over takes its door as well: not that of the others' engine
    Berths.Moored killed = berths.engineOfItsOwn();
    try (Lab left = killed.lab()) {
      Eyes.sh(left, killed.room(), "docker volume create keepsake");
      var labs = new TestcontainersLabs(RealLabs.settings());
      // not closed: the one that it is taken from closes it
      Lab found = labs.adopt(RealLabs.needs(LabKind.DOCKER), killed.room()).orElseThrow();
      assertThat(found.environment()).isEqualTo(left.environment());
      assertThat(Eyes.sh(found, killed.room(), "docker volume ls -q")).contains("keepsake");
      found.clear();
      assertThat(Eyes.sh(found, killed.room(), "docker volume ls -q")).doesNotContain("keepsake");
    }
  }
}
