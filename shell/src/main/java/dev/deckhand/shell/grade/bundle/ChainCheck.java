package dev.deckhand.shell.grade.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bundles of a class, as its chain lists them.
 *
 * @param files the newest bundle of each submission, by its name
 * @param problems what is wrong with the chain, one sentence each
 */
public record ChainCheck(Map<String, Path> files, List<String> problems) {

  public ChainCheck {
    files = new LinkedHashMap<>(files);
    problems = List.copyOf(problems);
  }

  /**
   * Checks the chain in a folder: each bundle is in it, and names the one before it.
   *
   * @throws IOException if the folder has no chain that can be read
   */
  public static ChainCheck of(Path folder) throws IOException {
    BundleChain chain;
    try (FileChannel file =
        FileChannel.open(folder.resolve(BundleStore.CHAIN), StandardOpenOption.READ)) {
      chain = BundleChain.read(file);
      if (file.size() > chain.wholeBytes()) {
        return of(folder, chain, List.of("The last line of the chain has no end."));
      }
    }
    return of(folder, chain, List.of());
  }

  private static ChainCheck of(Path folder, BundleChain chain, List<String> found)
      throws IOException {
    var problems = new ArrayList<>(found);
    problems.addAll(chain.problems());
    boolean single = Files.exists(folder.resolve(BundleStore.FILE));
    var files = new LinkedHashMap<String, Path>();
    var counts = new HashMap<String, Integer>();
    String last = "";
    for (BundleChain.Link link : chain.links()) {
      int number = counts.merge(link.name(), 1, Integer::sum);
      Path home = single ? folder : folder.resolve(link.name());
      boolean newest = number == chain.of(link.name()).size();
      Path file = home.resolve(newest ? BundleStore.FILE : BundleStore.oldFile(number));
      if (newest) {
        files.put(link.name(), file);
      }
      problem(link, last, file).ifPresent(problems::add);
      last = link.hash();
    }
    if (!single) {
      strangers(folder, files.keySet())
          .forEach(name -> problems.add(name + " isn't in the chain."));
    }
    return new ChainCheck(files, problems);
  }

  private static Optional<String> problem(BundleChain.Link link, String before, Path file) {
    String name = file.getFileName() + " of " + link.name();
    try {
      Bundle bundle = Bundle.read(file);
      if (!bundle.hash().equals(link.hash())) {
        return Optional.of(name + " isn't the one in the chain.");
      }
      return bundle.content().previous().equals(before)
          ? Optional.empty()
          : Optional.of(name + " names another one before it.");
    } catch (IOException unreadable) {
      return Optional.of(name + " can't be read.");
    }
  }

  private static List<String> strangers(Path folder, Set<String> known) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(one -> Files.exists(one.resolve(BundleStore.FILE)))
          .map(one -> String.valueOf(one.getFileName()))
          .filter(name -> !known.contains(name))
          .sorted()
          .toList();
    }
  }
}
