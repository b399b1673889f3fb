package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class DockerLabTest {

  private SharedLabs sharedLabs;
  private SharedLabs.OpenedLab engine;

  @BeforeEach
  void setUp(SharedLabs shared) throws InterruptedException {
    sharedLabs = shared;
    engine = shared.engine();
  }

  private String sh(String line) {
    return LabObservations.sh(engine.lab(), engine.folder(), line);
  }

  @Test
  void listensOnNoPortThatTheNetworkSees() {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + engine.folder().id()));
    var containers = sharedLabs.host().get("/containers/json?filters=" + filters);

    assertThat(containers).hasSize(1);
    var details =
        sharedLabs.host().get("/containers/" + containers.path(0).path("Id").asText() + "/json");
    assertThat(details.path("NetworkSettings").path("Ports").findValues("HostPort")).isEmpty();
    assertThat(details.path("HostConfig").path("PortBindings")).isEmpty();
    assertThat(details.path("Args").toString()).doesNotContain("tcp://");
  }

  @Test
  void belongsToNoReaperAndLeavesNoFileInTheHomeFolder() {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + engine.folder().id()));
    var labels =
        sharedLabs.host().get("/containers/json?filters=" + filters).path(0).path("Labels");

    assertThat(labels.has("org.testcontainers")).as("it is Testcontainers' container").isTrue();
    assertThat(labels.has("org.testcontainers.sessionId")).as("the reaper's label").isFalse();
    assertThat(RealLabsExtension.testcontainersFile())
        .as("Testcontainers' file in the home folder, compared to before the first lab")
        .isEqualTo(sharedLabs.testcontainersFileBefore());
  }

  @Test
  void hasTheLessonsImagesByTheNamesThatTheLessonUses() {
    assertLessonsImages();
  }

  private void assertLessonsImages() {
    assertThat(sh("docker images --format '{{.Repository}}:{{.Tag}}'").lines())
        .containsExactlyInAnyOrderElementsOf(RealLabsExtension.IMAGES);
  }

  @Test
  void leavesTheMachinesOwnImagesTheirNames() {
    assertThat(sharedLabs.host().find("/images/nginx:1.30/json"))
        .as("the host never gets somebody else's name")
        .isEmpty();
  }

  @Test
  void namesWhatThereIs() {
    sh(
        "docker run --detach --name lamp nginx:1.30 && docker create --name oil nginx:1.30"
            + " && docker network create reef && docker volume create hold");

    assertThat(names(new NameQuery.Containers(true))).contains("lamp").doesNotContain("oil");
    assertThat(names(new NameQuery.Containers(false))).contains("lamp", "oil");
    assertThat(names(new NameQuery.Images())).containsAll(RealLabsExtension.IMAGES);
    assertThat(names(new NameQuery.Networks())).contains("bridge", "reef");
    assertThat(names(new NameQuery.Volumes())).contains("hold");
    assertThat(names(new NameQuery.Kinds())).isEmpty();
  }

  private List<String> names(NameQuery nameQueries) {
    return engine.lab().names(nameQueries);
  }

  @Test
  void seesAContainerComeRunAndGo() {
    var web = LabObservations.container("web");
    assertThat(LabObservations.seen(engine.lab(), web)).isEmpty();

    sh("docker run -d --name web busybox:1.37 sleep 600");
    LabObservations.await(
        engine.lab(),
        web,
        LabObservations.first(node -> node.at("State", "Running").text().equals("true")));
    sh("docker rm -f web");
    LabObservations.await(engine.lab(), web, LabObservations.nothing());
  }

  @Test
  void showsObjectsAsInspectDoes() {
    sh("docker run -d --name web -p 8080:80 -e COLOUR=red busybox:1.37 sleep 600");

    var web = LabObservations.seen(engine.lab(), LabObservations.container("web")).getFirst();

    assertThat(web.at("Name").text()).isEqualTo("/web");
    assertThat(web.at("Config", "Env").toString()).contains("COLOUR=red");
    assertThat(web.at("HostConfig", "PortBindings", "80/tcp").toString()).contains("8080");
  }

  @Test
  void selectsByLabelsWhereThereIsNoName() {
    sh("docker volume create --label tier=data first-volume");
    sh("docker volume create second-volume");

    var labelled = new DockerObject(DockerKind.VOLUME, null, Map.of("tier", "data"));

    assertThat(LabObservations.seen(engine.lab(), labelled))
        .singleElement()
        .satisfies(volume -> assertThat(volume.at("Name").text()).isEqualTo("first-volume"));
  }

  @Test
  void watchesNetworksVolumesAndImagesToo() {
    var network = new DockerObject(DockerKind.NETWORK, "back", Map.of());
    var volume = new DockerObject(DockerKind.VOLUME, "data", Map.of());
    var image = LabObservations.image("mine:1");

    sh("docker network create back; docker volume create data; docker tag busybox:1.37 mine:1");

    for (var subject : List.of(network, volume, image)) {
      LabObservations.await(engine.lab(), subject, LabObservations.first(_ -> true));
    }
  }

  @Test
  void saysWithWhichCodeAContainerEndedAndWhatItSaidLast() {
    sh("docker run --name job busybox:1.37 sh -c 'echo no such customer; exit 3' || true");

    assertThat(engine.lab().causes(LabObservations.container("job")))
        .containsExactly(
            "Container \"job\" exited with code 3; its last line was: no such customer");
  }

  @Test
  void clearTakesAwayWhatWasMadeAndBringsBackWhatWasRemoved() throws InterruptedException {
    sh("docker run -d --name web busybox:1.37 sleep 600");
    sh("docker network create back; docker volume create data; docker tag busybox:1.37 mine:1");
    sh("docker rmi -f busybox:1.37 && docker rmi -f nginx:1.30");

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
    assertThat(engine.lab().observe(LabObservations.pod("web")))
        .isInstanceOf(Observation.Unreachable.class);
  }

  @Test
  void keepsItsOwnConfiguration() {
    assertThat(engine.lab().environment())
        .containsEntry("DOCKER_CONFIG", engine.folder().dockerConfig().toString())
        .containsEntry("DOCKER_HOST", "unix://" + engine.folder().engine().resolve("docker.sock"));
  }

  @Test
  void whatAKilledProcessLeftCanBeTakenOverAndClearedByAnother() throws InterruptedException {
    // who takes an engine over takes its door as well: not that of the others' engine
    SharedLabs.OpenedLab killed = sharedLabs.newEngine();
    try (Lab left = killed.lab()) {
      LabObservations.sh(left, killed.folder(), "docker volume create keepsake");
      var labs = new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC());
      // not closed: the one that it is taken from closes it
      Lab found =
          labs.adopt(RealLabsExtension.needs(LabKind.DOCKER), killed.folder()).orElseThrow();
      assertThat(found.environment()).isEqualTo(left.environment());
      assertThat(LabObservations.sh(found, killed.folder(), "docker volume ls -q"))
          .contains("keepsake");
      found.clear();
      assertThat(LabObservations.sh(found, killed.folder(), "docker volume ls -q"))
          .doesNotContain("keepsake");
    }
  }
}
