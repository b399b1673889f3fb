package dev.deckhand.site.publish;

import dev.deckhand.site.render.Press;
import dev.deckhand.site.web.Links;
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
 * Brings a folder to what a publication consists of. New files are made aside and checked first:
 * where something is wrong, the folder stays as it was. What somebody else put there stays too.
 */
public final class Publisher {

  private final Path folder;
  private final Press press;

  /** A publisher into a folder, which need not be there. */
  public Publisher(Path folder, Press press) {
    this.folder = folder;
    this.press = press;
  }

  /** Hears how it goes. */
  public interface Progress {

    /** One more file was made, of those that have to be. */
    void made(String path, int done, int total);
  }

  /**
   * What was done.
   *
   * @param made files that were written
   * @param kept how many were as they should be
   * @param removed files of the publication before that are gone
   */
  public record Outcome(List<String> made, int kept, List<String> removed) {
    public Outcome {
      made = List.copyOf(made);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Publishes.
   *
   * @throws Unpublishable if the folder is somebody else's, or a page leads nowhere
   */
  public Outcome publish(List<Sheet> sheets, Progress progress) throws IOException, Unpublishable {
    Manifest before = Grounds.taken(folder, sheets);
    var stale = new ArrayList<Sheet>();
    for (Sheet sheet : sheets) {
      if (!before.holds(sheet, folder)) {
        stale.add(sheet);
      }
    }
    try (var draft = Draft.in(folder)) {
      for (Sheet sheet : stale) {
        draft.make(sheet, press);
        progress.made(sheet.path(), draft.size(), stale.size());
      }
      check(sheets, draft);
      return carryOut(sheets, draft, before);
    }
  }

  private void check(List<Sheet> sheets, Draft draft) throws IOException, Unpublishable {
    var pages = new TreeMap<String, String>();
    var files = new HashSet<String>();
    for (Sheet sheet : sheets) {
      files.add(sheet.path());
      if (sheet.path().endsWith(".html")) {
        Path file = draft.has(sheet) ? draft.fileOf(sheet) : folder.resolve(sheet.path());
        pages.put(sheet.path(), Files.readString(file));
      }
    }
    List<String> flaws = Links.flaws(pages, files);
    if (!flaws.isEmpty()) {
      throw Unpublishable.pages(
          "Nothing was published: links or ids are wrong.",
          "Mend the lessons or sources that these pages are made from.",
          flaws);
    }
  }

  /** The list names old and new before a file moves: whatever happens, all of ours stand in it. */
  private Outcome carryOut(List<Sheet> sheets, Draft draft, Manifest before) throws IOException {
    Map<String, Manifest.Entry> entries = new HashMap<>();
    var made = new ArrayList<String>();
    for (Sheet sheet : sheets) {
      if (draft.has(sheet)) {
        String content = Key.of(Files.readAllBytes(draft.fileOf(sheet)));
        entries.put(sheet.path(), new Manifest.Entry(sheet.key(), content));
        made.add(sheet.path());
      } else {
        before.entry(sheet.path()).ifPresent(entry -> entries.put(sheet.path(), entry));
      }
    }
    before.with(entries).write(folder);
    for (Sheet sheet : sheets) {
      if (draft.has(sheet)) {
        draft.move(sheet, folder);
      }
    }
    List<String> removed = remove(before, entries.keySet());
    new Manifest(entries).write(folder);
    return new Outcome(made, sheets.size() - made.size(), removed);
  }

  private List<String> remove(Manifest before, Set<String> wanted) throws IOException {
    var removed = new ArrayList<String>();
    for (String path : before.entries().keySet()) {
      // one that somebody changed since is theirs now
      if (!wanted.contains(path) && before.holds(path, folder)) {
        Files.delete(folder.resolve(path));
        Grounds.prune(folder, path);
        removed.add(path);
      }
    }
    return removed;
  }
}
