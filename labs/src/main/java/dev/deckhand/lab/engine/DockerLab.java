package dev.deckhand.lab.engine;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.completion.EngineObjectNames;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.EngineImageStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageTransfer;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.engine.EngineObservers;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.xray.EngineRecorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A learner's own Docker engine. Nothing done to it affects anybody else. */
final class DockerLab implements LabPart {

  private final LabContainer container;
  private final EngineApi api;
  private final Map<String, String> environment;
  private final HostImages images;
  private final List<HostImage> lessonImages;
  private final EngineBaseline baseline;
  private final Observers observers;
  private final EngineRecorder recorder;
  private final EngineObjectNames names;

  DockerLab(
      LabContainer container,
      EngineApi api,
      Map<String, String> environment,
      HostImages images,
      List<HostImage> lessonImages,
      EngineBaseline baseline,
      EngineRecorder recorder) {
    this.container = container;
    this.api = api;
    this.environment = Map.copyOf(environment);
    this.images = images;
    this.lessonImages = List.copyOf(lessonImages);
    this.baseline = baseline;
    this.recorder = recorder;
    this.names = new EngineObjectNames(api);
    this.observers =
        EngineObservers.of(api, new ContainerTunnel(container.host().api(), container.id()));
  }

  @Override
  public Observers observers() {
    return observers;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public List<String> names(NameQuery query) {
    return names.of(query);
  }

  @Override
  public Optional<Recorder> recorder() {
    return Optional.of(recorder);
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {
    container.onDeath(listener);
  }

  @Override
  public void clear() {
    try {
      List<String> lost = baseline.restore(api);
      List<HostImage> missing =
          lessonImages.stream().filter(image -> lost.contains(image.name().toString())).toList();
      try (ImageTransfer transfer = ImageTransfer.start(images, missing)) {
        transfer.loadInto(new EngineImageStore(api), BootProgress.SILENT);
      }
    } catch (ApiException failure) {
      throw LabFault.notCleared("engine", failure);
    }
  }

  @Override
  public List<String> changes() {
    return baseline.changes(api);
  }

  @Override
  public void close() {
    recorder.close();
    container.close();
    api.close();
  }
}
