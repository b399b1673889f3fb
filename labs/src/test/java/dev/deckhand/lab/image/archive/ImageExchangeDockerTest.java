package dev.deckhand.lab.image.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.ImageExchange.Carried;
import dev.deckhand.lab.ImageExchange.ImportOptions;
import dev.deckhand.lab.ImageExchange.Outcome;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.EngineImageStore;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.ImagePlatform;
import dev.deckhand.lab.image.ImageSubstitutes;
import dev.deckhand.lab.image.archive.SampleImages.Sample;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With small images made for each test, under names of their own. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
@Timeout(120)
class ImageExchangeDockerTest {

  private static final ImportOptions ALL = new ImportOptions("", false);

  private final EngineApi api;
  private final ImageExchange exchange;
  private final String prefix = "deckhand-tests/" + UUID.randomUUID() + "-";
  private final ImagePlatform platform;
  private final Sample web;
  private final Sample data;

  @TempDir Path folder;
  private Path file = Path.of("");

  ImageExchangeDockerTest(SharedLabs shared) {
    api = shared.host();
    // not closed: the tests share the connection
    exchange =
        new EngineImageExchange(
            new HostEngine(api, api.get("/info")),
            LabImageChoice.of(Map.of()),
            "0.1.0",
            Clock.systemUTC());
    platform = ImagePlatform.ofEngine(api);
    byte[] base = SampleImages.layer(prefix + "base", 3 << 20);
    web = image("web:1", platform, base, SampleImages.layer(prefix + "web", 1000));
    data = image("data:2", platform, base, SampleImages.layer(prefix + "data", 2 << 20));
  }

  private Sample image(String name, ImagePlatform itsPlatform, byte[]... layers) {
    return SampleImages.image(prefix + name, itsPlatform, layers);
  }

  @BeforeEach
  void nameFile() {
    file = folder.resolve("labs.tar");
  }

  @AfterEach
  void removeImages() {
    for (JsonNode image : api.get("/images/json")) {
      for (JsonNode tag : image.path("RepoTags")) {
        if (tag.asText().startsWith(prefix)) {
          api.delete("/images/" + tag.asText() + "?force=1");
        }
      }
    }
  }

  private void write(Sample... images) throws Exception {
    Files.write(file, SampleImages.archive(images));
  }

  private JsonNode inspect(Sample image) {
    return api.find("/images/" + image.name() + "/json").orElse(MissingNode.getInstance());
  }

  private static LabNeeds needs(Sample... images) {
    return new LabNeeds(
        Set.of(LabKind.JAVA),
        List.of(images).stream().map(Sample::name).toList(),
        Set.of(),
        "default");
  }

  private List<Carried> load() throws Exception {
    return exchange.importFrom(file, ALL, BootProgress.SILENT).images();
  }

  @Test
  void whatIsExportedIsImportedAgainAsItWas() throws Exception {
    write(web, data);
    assertThat(load()).extracting(Carried::outcome).containsOnly(Outcome.LOADED);
    String webId = inspect(web).path("Id").asText();

    Path exported = folder.resolve("exported.tar");
    var result = exchange.exportTo(exported, List.of(needs(web, data)), BootProgress.SILENT);
    assertThat(result.bytes()).isEqualTo(Files.size(exported)).isLessThan(7L << 20);
    assertThat(result.images())
        .extracting(Carried::config)
        .containsExactly(Digest.of(web.config()).toString(), Digest.of(data.config()).toString());
    removeImages();
    assertThat(inspect(web).isMissingNode()).isTrue();

    file = exported;
    var imported =
        exchange.importFrom(
            exported, new ImportOptions(result.digest(), false), BootProgress.SILENT);
    assertThat(imported.images()).extracting(Carried::outcome).containsOnly(Outcome.LOADED);
    assertThat(inspect(web).path("Id").asText()).isEqualTo(webId);
    assertThat(load()).extracting(Carried::outcome).containsOnly(Outcome.PRESENT);
  }

  @Test
  void theEngineItselfLoadsTheFileAsAWhole() throws Exception {
    SampleImages.write(file, web, data);

    try (var tar = Files.newInputStream(file)) {
      new EngineImageStore(api).load(tar);
    }

    assertThat(load()).extracting(Carried::outcome).containsOnly(Outcome.PRESENT);
  }

  @Test
  void aCheckLoadsNothing() throws Exception {
    write(web);

    var checked = exchange.importFrom(file, new ImportOptions("", true), BootProgress.SILENT);

    assertThat(checked.images()).extracting(Carried::outcome).containsExactly(Outcome.CHECKED);
    assertThat(inspect(web).isMissingNode()).isTrue();
  }

  @Test
  void aDamagedFileLoadsNothing() throws Exception {
    byte[] content = SampleImages.archive(web, data);
    content[content.length - 100_000] ^= 1;
    Files.write(file, content);

    assertThatThrownBy(this::load).isInstanceOf(ImageArchiveFault.class);

    assertThat(inspect(web).isMissingNode()).isTrue();
    assertThat(inspect(data).isMissingNode()).isTrue();
  }

  @Test
  void anImageForAnotherMachineIsRefusedBeforeAnythingIsLoaded() throws Exception {
    var other =
        new ImagePlatform("linux", platform.architecture().equals("arm64") ? "amd64" : "arm64");
    Sample foreign = image("foreign:1", other, SampleImages.layer(prefix + "f", 10));
    write(web, foreign);

    assertThatThrownBy(this::load)
        .isInstanceOf(ImageArchiveFault.class)
        .hasMessageContaining(foreign.name() + " for " + other)
        .hasMessageContaining("this engine runs " + platform);

    assertThat(inspect(web).isMissingNode()).isTrue();
  }

  /** As an engine that loaded it by other means has it: the lab that needs it doesn't start. */
  @Test
  void anImageForAnotherMachineIsNotRun() throws Exception {
    var other =
        new ImagePlatform("linux", platform.architecture().equals("arm64") ? "amd64" : "arm64");
    Sample foreign = image("foreign:1", other, SampleImages.layer(prefix + "f", 10));
    SampleImages.write(file, foreign);
    try (var tar = Files.newInputStream(file)) {
      new EngineImageStore(api).load(tar);
    }

    var images = new HostImages(api, ImageSubstitutes.BY_RULE, Duration.ofSeconds(1));
    assertThatThrownBy(() -> images.resolve(ImageName.of(foreign.name()), BootProgress.SILENT))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_IMAGE);
              assertThat(fault.problem()).contains(foreign.name(), other.toString());
              assertThat(fault.remedy()).contains("docker image rm " + foreign.name());
            });
    assertThat(exchange.list(List.of(needs(foreign))))
        .extracting(ImageExchange.Listed::usable)
        .containsExactly(false);
  }

  @Test
  void aNameThatBelongedToAnotherImageIsReported() throws Exception {
    write(web);
    load();
    Sample newer = image("web:1", platform, SampleImages.layer(prefix + "newer", 10));
    write(newer);

    assertThat(load()).extracting(Carried::outcome).containsExactly(Outcome.REPLACED);
    assertThat(inspect(newer).path("RootFS").path("Layers")).hasSize(1);
    api.delete("/images/" + Digest.of(web.config()));
  }

  @Test
  void aMissingImageIsNamedAndNothingIsWritten() {
    assertThatThrownBy(() -> exchange.exportTo(file, List.of(needs(web)), BootProgress.SILENT))
        .isInstanceOf(LabFault.class)
        .hasMessageContaining(web.name());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anInterruptedExportContinues() throws Exception {
    write(web, data);
    load();
    exchange.exportTo(file, List.of(needs(web)), BootProgress.SILENT);
    byte[] first = Files.readAllBytes(file);
    // as if it had been killed in the middle of the second image
    Path part = folder.resolve("all.tar.part");
    Files.write(part, java.util.Arrays.copyOf(first, first.length - 2048));

    var steps = new ArrayList<String>();
    var progress =
        new BootProgress() {
          @Override
          public void began(String step) {
            steps.add(step);
          }

          @Override
          public void advanced(String step, long done, long total, String unit) {}

          @Override
          public void finished(String step, Duration took) {}
        };
    var all = folder.resolve("all.tar");
    var result = exchange.exportTo(all, List.of(needs(web, data)), progress);

    assertThat(result.reusedBytes()).isGreaterThan(3L << 20);
    assertThat(steps).containsExactly("Export " + data.name() + " (2 of 2)");
    file = all;
    assertThat(load()).extracting(Carried::outcome).containsOnly(Outcome.PRESENT);
  }

  @Test
  void anImportThatWasKilledContinues() throws Exception {
    write(web, data);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportProcess.class.getName(),
                api.address().toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader(UTF_8)) {
      var said = new ArrayList<String>();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.equals(ImportProcess.IN_THE_MIDDLE)) {
          break;
        }
      }
      assertThat(said).last().isEqualTo(ImportProcess.IN_THE_MIDDLE);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(inspect(web).isMissingNode()).isFalse();
    assertThat(inspect(data).isMissingNode()).isTrue();

    assertThat(load())
        .extracting(Carried::outcome)
        .containsExactly(Outcome.PRESENT, Outcome.LOADED);
  }

  @Test
  void aFileThatChangesAfterItWasCheckedIsNotTrusted() throws Exception {
    write(web);
    try (ImageArchive archive =
        ImageArchive.open(file, java.util.Optional.empty(), BootProgress.SILENT)) {
      byte[] content = Files.readAllBytes(file);
      content[100_000] ^= 1;
      Files.write(file, content);
      var importer = new ImageImporter(host(), space -> OptionalLong.empty());

      assertThatThrownBy(() -> importer.load(archive, file, BootProgress.SILENT))
          .isInstanceOf(ImageArchiveFault.class)
          .hasMessageContaining("changed during the import");
    }
    assertThat(inspect(web).isMissingNode()).isTrue();
  }

  @Test
  void aDiskThatIsTooSmallIsSaidBeforeAnythingIsLoaded() throws Exception {
    write(web);
    try (ImageArchive archive =
        ImageArchive.open(file, java.util.Optional.empty(), BootProgress.SILENT)) {
      var importer = new ImageImporter(host(), space -> OptionalLong.of(1_000_000));

      assertThatThrownBy(() -> importer.load(archive, file, BootProgress.SILENT))
          .isInstanceOf(ImageArchiveFault.class)
          .hasMessageContaining("1 MB are free");
    }
    assertThat(inspect(web).isMissingNode()).isTrue();
  }

  private HostEngine host() {
    return new HostEngine(api, api.get("/info"));
  }

  @Test
  void anAnswerOfTheEngineThatSaysFullIsUnderstood() {
    assertThat(
            FreeSpace.isFull(
                new java.io.IOException("{\"error\":\"write /x: no space left on device\"}")))
        .isTrue();
    assertThat(FreeSpace.isFull(new java.io.IOException("broken"))).isFalse();
  }
}
