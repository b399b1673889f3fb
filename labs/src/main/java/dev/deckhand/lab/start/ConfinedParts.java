package dev.deckhand.lab.start;

import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lab.confined.Confinement;
import dev.deckhand.lab.confined.LabNetwork;
import dev.deckhand.lab.confined.LabSockets;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.engine.EngineStarter;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a lab whose workspace is confined.
 *
 * @param all in the order of their start
 * @param images that are used, each as {@code tag id}
 */
record ConfinedParts(List<LabPart> all, Confinement confinement, List<String> images) {

  private static final SecureRandom RANDOM = new SecureRandom();

  ConfinedParts {
    all = List.copyOf(all);
    images = List.copyOf(images);
  }

  /**
   * The tag of the image that the commands of a lesson run in: that of the lab's own engine or
   * cluster, which has bash and the lab's tools.
   *
   * @throws LabFault if there's none for these needs
   */
  static String imageFor(LabNeeds needs) {
    if (needs.labs().contains(LabKind.JAVA)) {
      throw unsupported("Java in a submission can't be confined yet.");
    }
    boolean kubernetes = needs.labs().contains(LabKind.KUBERNETES);
    if (kubernetes && needs.labs().contains(LabKind.DOCKER)) {
      throw unsupported("No image has the tools of an engine and those of a cluster.");
    }
    String recipe = kubernetes ? DefaultImages.CLUSTER : DefaultImages.ENGINE;
    return LabSettings.DEFAULT_IMAGES.lab(recipe).substitute();
  }

  private static LabFault unsupported(String why) {
    return new LabFault(
        LabFault.Kind.NOT_STARTED,
        why,
        "Grade a lesson whose header has \":lab: docker\" or \":lab: kubernetes\".");
  }

  /**
   * Adds a confined workspace to the parts that have containers.
   *
   * @param adopted whether they are those of a killed process, which has taken their network
   */
  static ConfinedParts of(
      ContainerContext context,
      LabNeeds needs,
      ConfinementLimits limits,
      List<LabPart> containers,
      boolean adopted) {
    String image = imageFor(needs);
    if (id(context.host().api(), image).isEmpty()) {
      throw new LabFault(
          LabFault.Kind.NO_IMAGE,
          "The image that submissions run in isn't on this machine: " + image + ".",
          "Build it: labs/images/build --yes");
    }
    if (!context.host().sharesFolders()) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "This engine can't share sockets with its containers, so submissions can't be confined.",
          "Grade on a machine with Linux and an engine of its own.");
    }
    if (!adopted) {
      LabNetwork.take(context);
    }
    var environment = new HashMap<String, String>();
    containers.forEach(part -> environment.putAll(part.environment()));
    environment.computeIfPresent(
        "DOCKER_HOST", (_, address) -> EngineStarter.unrecordedDockerHost(address));
    LabSockets sockets = LabSockets.open(context.folder().root().resolve("confined"), environment);
    Confinement confinement =
        Confinement.open(context, image, limits, sockets, ConfinedParts::nonce);
    var all = new ArrayList<>(containers);
    all.add(confinement);
    return new ConfinedParts(all, confinement, images(context.host().api(), image, needs));
  }

  /** The images that are used, each as {@code tag id}. */
  private static List<String> images(EngineApi host, String confined, LabNeeds needs) {
    var found = new ArrayList<String>();
    found.add(confined + " " + id(host, confined).orElse("?"));
    for (String name : needs.images()) {
      List<String> tags = new ArrayList<>(List.of(name));
      LabSettings.SUBSTITUTES.find(ImageName.of(name)).ifPresent(tags::add);
      tags.stream()
          .flatMap(tag -> id(host, tag).map(id -> tag + " " + id).stream())
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<String> id(EngineApi host, String tag) {
    return host.find("/images/" + tag + "/json").map(image -> image.path("Id").asText());
  }

  private static String nonce() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A lab and its confined workspace. */
  record OpenConfinedLab(Lab lab, Confinement confinement, List<String> images)
      implements ConfinedLab {

    OpenConfinedLab(Lab lab, ConfinedParts parts) {
      this(lab, parts.confinement(), parts.images());
    }

    @Override
    public Workspace submitted() {
      return confinement.submitted();
    }

    @Override
    public Workspace terminal() {
      return confinement.terminal();
    }

    @Override
    public Workspace authored() {
      return confinement.authored();
    }

    @Override
    public void write(Collection<WorkspaceContent> files) {
      confinement.write(files);
    }

    @Override
    public void pause() {
      confinement.pause();
    }

    @Override
    public void clear() throws InterruptedException {
      // first, so that nothing that the submission left running changes the lab afterwards
      confinement.clear();
      lab.clear();
      List<String> left = changes();
      if (!left.isEmpty()) {
        throw new LabFault(
            LabFault.Kind.LOST,
            "The lab isn't as it was: " + String.join("; ", left) + ".",
            "Use a new one.");
      }
    }

    private List<String> changes() {
      try (var _ = TimedPart.of("compare the lab with its start")) {
        return lab.changes();
      }
    }

    @Override
    public void close() {
      lab.close();
    }
  }
}
