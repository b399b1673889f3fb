package dev.deckhand.lab;

import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Carries the images of labs in a file from one machine's engine to another's. */
public interface ImageExchange extends AutoCloseable {

  /** Lists the images that labs with these needs use, and which of them the engine has. */
  List<Listed> list(Collection<LabNeeds> needs);

  /**
   * Exports the images that labs with these needs use. Continues an export that was interrupted.
   *
   * @param file is created when everything is in it; until then the data is in {@code FILE.part}
   * @throws LabFault if an image is missing, or the engine can't export it
   * @throws ImageArchiveFault if the file can't be written there
   * @throws IOException if writing fails; what was written whole stays in {@code FILE.part}
   */
  Exported exportTo(Path file, Collection<LabNeeds> needs, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException;

  /**
   * Checks a whole file, and loads those of its images that the engine doesn't have.
   *
   * @throws ImageArchiveFault if anything is wrong with the file: then nothing was loaded
   * @throws LabFault if the engine can't load an image; those loaded before it stay
   */
  Imported importFrom(Path file, ImportOptions options, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException;

  @Override
  void close();

  /**
   * An image of the labs.
   *
   * @param name as lessons use it
   * @param tag its name on the engine; empty if it isn't there
   * @param id its id on the engine; empty if it isn't there
   * @param platform {@code linux/amd64}; empty if it isn't there
   * @param usable whether the engine can run it: it's there, and for the engine's platform
   * @param bytes its size, with the layers that it shares with others
   */
  record Listed(String name, String tag, String id, String platform, boolean usable, long bytes) {}

  /**
   * The result of an export.
   *
   * @param digest the digest of the file's index, which identifies all of its content
   * @param bytes the size of the file
   * @param reusedBytes how much an interrupted export had already written
   */
  record Exported(String digest, long bytes, long reusedBytes, List<Carried> images) {
    public Exported {
      images = List.copyOf(images);
    }
  }

  /**
   * What to import, and how.
   *
   * @param digest the digest that the file's index must have; empty for any
   * @param checkOnly whether to check the file without loading anything
   */
  record ImportOptions(String digest, boolean checkOnly) {}

  /**
   * The result of an import.
   *
   * @param digest the digest of the file's index
   * @param version the version of Deckhand that exported it
   * @param created when: {@code 2026-11-29T12:00:00Z}
   */
  record Imported(String digest, String version, String created, List<Carried> images) {
    public Imported {
      images = List.copyOf(images);
    }
  }

  /**
   * An image in a file.
   *
   * @param name its name on the engine
   * @param config the digest of its configuration, which identifies its content
   * @param platform {@code linux/amd64}
   * @param bytes its size in the file, with the layers that it shares with others
   */
  record Carried(String name, String config, String platform, long bytes, Outcome outcome) {}

  /** What happened to an image. */
  enum Outcome {
    /** It was written to the file. */
    EXPORTED,
    /** The engine had it already. */
    PRESENT,
    /** It was loaded. */
    LOADED,
    /** It was loaded, and its name belonged to another image before. */
    REPLACED,
    /** It would be loaded, but the file was only to be checked. */
    CHECKED
  }
}
