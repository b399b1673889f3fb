package dev.deckhand.shell.grade.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bundles of a class, as its chain lists them.
 *
 * @param files the newest bundle of each submission, by its name
 * @param problems what is wrong with the chain, one sentence each
 */
public record ChainCheck(Map<String, Path> files, List<String> problems) {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (.+)");

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
    var problems = new ArrayList<String>();
    var hashes = new LinkedHashMap<String, String>();
    var before = new LinkedHashMap<String, String>();
    String last = "";
    for (String line :
        Files.readAllLines(folder.resolve(BundleStore.CHAIN), StandardCharsets.UTF_8)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        problems.add("A line of the chain isn't a hash and a name: " + line);
        continue;
      }
      hashes.put(matcher.group(2), matcher.group(1));
      before.put(matcher.group(2), last);
      last = matcher.group(1);
    }
    var files = new LinkedHashMap<String, Path>();
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      Path file = folder.resolve(entry.getKey()).resolve(BundleStore.FILE);
      files.put(entry.getKey(), file);
      try {
        Bundle bundle = Bundle.read(Files.readAllBytes(file));
        if (!bundle.hash().equals(entry.getValue())) {
          problems.add("The bundle of " + entry.getKey() + " isn't the one in the chain.");
        } else if (!bundle.content().previous().equals(before.get(entry.getKey()))) {
          problems.add("The bundle of " + entry.getKey() + " names another one before it.");
        }
      } catch (IOException unreadable) {
        problems.add("The bundle of " + entry.getKey() + " can't be read.");
      }
    }
    strangers(folder, hashes).forEach(name -> problems.add(name + " isn't in the chain."));
    return new ChainCheck(files, problems);
  }

  private static List<String> strangers(Path folder, Map<String, String> hashes)
      throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(one -> Files.exists(one.resolve(BundleStore.FILE)))
          .map(one -> String.valueOf(one.getFileName()))
          .filter(name -> !hashes.containsKey(name))
          .sorted()
          .toList();
    }
  }
}
