package dev.deckhand.site.publish;

import dev.deckhand.site.render.AsciidoctorRenderers;
import dev.deckhand.site.web.LinkChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Updates a folder to the files of a publication. New files are written elsewhere and checked
 * first: if there is an error, the folder stays unchanged. Files of somebody else stay in any case.
 */
public final class Publisher {

  private final Path folder;
  private final AsciidoctorRenderers asciidoctorRenderers;

  /** Creates a publisher into a folder, which need not exist. */
  public Publisher(Path folder, AsciidoctorRenderers asciidoctorRenderers) {
    this.folder = folder;
    this.asciidoctorRenderers = asciidoctorRenderers;
  }

  /** Receives progress. */
  public interface ProgressListener {

    /** One more of the outdated files was rendered. */
    void fileRendered(String path, int done, int total);
  }

  /**
   * The outcome.
   *
   * @param written files that were written
   * @param unchanged how many files were up to date
   * @param removed files of the previous publication that were deleted
   */
  public record PublishResult(List<String> written, int unchanged, List<String> removed) {
    public PublishResult {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Publishes.
   *
   * @throws PublicationException if the folder isn't a publication, or a page has a broken link
   */
  public PublishResult publish(
      List<PublicationFile> publicationFiles, ProgressListener progressListener)
      throws IOException, PublicationException {
    PublicationManifest before = PublicationFolder.claim(folder, publicationFiles);
    var stale = new ArrayList<PublicationFile>();
    for (PublicationFile publicationFile : publicationFiles) {
      if (!before.isUpToDate(publicationFile, folder)) {
        stale.add(publicationFile);
      }
    }
    try (var stagingFolder = StagingFolder.create(folder)) {
      for (PublicationFile publicationFile : stale) {
        stagingFolder.render(publicationFile, asciidoctorRenderers);
        progressListener.fileRendered(publicationFile.path(), stagingFolder.size(), stale.size());
      }
      check(publicationFiles, stagingFolder);
      return apply(publicationFiles, stagingFolder, before);
    }
  }

  private void check(List<PublicationFile> publicationFiles, StagingFolder stagingFolder)
      throws IOException, PublicationException {
    var pages = new TreeMap<String, String>();
    var files = new HashSet<String>();
    for (PublicationFile publicationFile : publicationFiles) {
      files.add(publicationFile.path());
      if (publicationFile.path().endsWith(".html")) {
        Path file =
            stagingFolder.has(publicationFile)
                ? stagingFolder.fileOf(publicationFile)
                : folder.resolve(publicationFile.path());
        pages.put(publicationFile.path(), Files.readString(file));
      }
    }
    List<String> flaws = LinkChecker.check(pages, files);
    if (!flaws.isEmpty()) {
      throw PublicationException.invalidPages(
          "Nothing was published: links or ids are wrong.",
          "Fix the lessons or sources that these pages are made from.",
          flaws);
    }
  }

  /**
   * The manifest lists old and new files before any file is moved, so it lists all of ours at any
   * time.
   */
  private PublishResult apply(
      List<PublicationFile> publicationFiles,
      StagingFolder stagingFolder,
      PublicationManifest before)
      throws IOException {
    Map<String, PublicationManifest.Entry> entries = new HashMap<>();
    var made = new ArrayList<String>();
    for (PublicationFile publicationFile : publicationFiles) {
      if (stagingFolder.has(publicationFile)) {
        String content =
            ContentHasher.of(Files.readAllBytes(stagingFolder.fileOf(publicationFile)));
        entries.put(
            publicationFile.path(), new PublicationManifest.Entry(publicationFile.key(), content));
        made.add(publicationFile.path());
      } else {
        before
            .entry(publicationFile.path())
            .ifPresent(entry -> entries.put(publicationFile.path(), entry));
      }
    }
    before.with(entries).write(folder);
    for (PublicationFile publicationFile : publicationFiles) {
      if (stagingFolder.has(publicationFile)) {
        stagingFolder.moveInto(publicationFile, folder);
      }
    }
    List<String> removed = remove(before, entries.keySet());
    new PublicationManifest(entries).write(folder);
    return new PublishResult(made, publicationFiles.size() - made.size(), removed);
  }

  private List<String> remove(PublicationManifest before, Set<String> wanted) throws IOException {
    var removed = new ArrayList<String>();
    for (String path : before.entries().keySet()) {
      // a file that somebody changed belongs to them
      if (!wanted.contains(path) && before.isUpToDate(path, folder)) {
        Files.delete(folder.resolve(path));
        PublicationFolder.deleteEmptyParents(folder, path);
        removed.add(path);
      }
    }
    return removed;
  }
}
