package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.loop.CompletionContext;
import dev.deckhand.shell.repl.complete.CommandAtCursor.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Suggests what could be typed at the cursor. */
public final class Completion {

  private static final Set<String> TAKE_COMMANDS = Set.of("which", "type", "man", "whatis");

  /**
   * The most common subcommands, for when the tool doesn't answer, usually because there is no lab
   * yet.
   */
  private static final Map<String, List<Suggestion>> FALLBACK_COMMANDS =
      Map.of(
          "kubectl",
          fallbackCommands(
              "apply create delete describe edit exec explain expose get label logs patch"
                  + " port-forward rollout run scale set top wait"),
          "docker",
          fallbackCommands(
              "build container cp exec image images inspect logs network ps pull push rm rmi run"
                  + " start stop tag top volume"),
          "helm",
          fallbackCommands(
              "create dependency get history install lint list package pull push registry repo"
                  + " rollback search show status template test uninstall upgrade version"));

  private final Map<String, String> words;
  private final Supplier<List<Suggestion>> lessons;
  private final PathCommands commands;
  private final FileCompleter files;
  private final ToolCompleter tools;
  private final LabNameCompleter names;
  private final Map<String, Function<CommandAtCursor, List<Suggestion>>> grammars;

  /**
   * @param words the shell's own commands, each with its description
   * @param lessons the ids of lessons and their titles
   * @param deckhand the command line of the program
   */
  public Completion(
      CompletionContext completionContext,
      Map<String, String> words,
      Supplier<List<Suggestion>> lessons,
      Supplier<CommandSpec> deckhand) {
    this.words = new LinkedHashMap<>(words);
    this.lessons = lessons;
    this.commands = new PathCommands(completionContext);
    this.files = new FileCompleter(completionContext);
    this.tools = new ToolCompleter(completionContext, commands);
    this.names = new LabNameCompleter(completionContext);
    var program = new CommandSpecCompleter(deckhand, this::deckhandValues);
    this.grammars = new HashMap<>();
    grammars.put("deckhand", at -> program.suggest(at.words(), at.current()));
    for (ArgumentCompleter one :
        List.of(
            new KubectlCompleter(names, files),
            new DockerCompleter(names, files),
            new HelmCompleter(names, files))) {
      grammars.put(
          one.tool(), at -> toolSuggestions(one.tool(), at, one.of(at.words(), at.current())));
    }
  }

  /** Finds the commands on the PATH; shared, since they are cached. */
  public PathCommands commands() {
    return commands;
  }

  /** Lists the suggestions that begin with the cursor's word, each value once. */
  public List<Suggestion> suggestionsFor(CommandAtCursor cursor) {
    var found = new LinkedHashMap<String, Suggestion>();
    for (Suggestion one : all(cursor)) {
      boolean said = isAlreadyGiven(cursor, one.value());
      if (one.isSafe() && !said && one.value().startsWith(cursor.current())) {
        found.merge(
            one.value(), one, (first, next) -> first.description().isEmpty() ? next : first);
      }
    }
    return List.copyOf(found.values());
  }

  /** Whether the command has that word already; values of flags may be repeated. */
  private static boolean isAlreadyGiven(CommandAtCursor cursor, String value) {
    return cursor.place() == Place.ARGUMENT
        && cursor.words().contains(value)
        && !cursor.words().getLast().startsWith("-");
  }

  private List<Suggestion> all(CommandAtCursor cursor) {
    return switch (cursor.place()) {
      case COMMAND -> command(cursor);
      case FILE -> files.of(cursor.current());
      case TEXT -> List.of();
      case ARGUMENT -> argument(cursor);
    };
  }

  private List<Suggestion> command(CommandAtCursor cursor) {
    String typed = cursor.current();
    if (typed.indexOf('/') >= 0) {
      return files.programs(typed);
    }
    var all = new ArrayList<Suggestion>();
    if (cursor.start() == 0) {
      words.forEach((word, meaning) -> all.add(Suggestion.of(word, meaning)));
    }
    for (String tool : List.of("docker", "kubectl", "helm")) {
      if (commands.unknown() || commands.has(tool)) {
        all.add(Suggestion.of(tool));
      }
    }
    if (!typed.isEmpty()) {
      all.addAll(Suggestion.all(commands.startingWith(typed)));
    }
    return all;
  }

  private List<Suggestion> argument(CommandAtCursor cursor) {
    String typed = cursor.current();
    if (cursor.words().isEmpty()) {
      return files.of(typed);
    }
    String name = cursor.words().getFirst().replaceFirst("^.*/(?=deckhand$)", "");
    if (LearnerInputParser.COMMANDS.contains(name) && !name.equals("edit")) {
      return cursor.words().size() == 1 ? afterBuiltin(name) : List.of();
    }
    if (TAKE_COMMANDS.contains(name)) {
      return Suggestion.all(commands.startingWith(typed));
    }
    var grammar = grammars.get(name);
    if (grammar != null) {
      return grammar.apply(cursor);
    }
    return name.equals("cd") || name.equals("pushd") || name.equals("rmdir")
        ? files.folders(typed)
        : files.of(typed);
  }

  /** What can follow one of Deckhand's own words. */
  private List<Suggestion> afterBuiltin(String word) {
    return switch (word) {
      case "xray" -> Suggestion.all(List.of("live"));
      case "solution" -> Suggestion.all(List.of("show", "type"));
      case "explain" -> names.suggest(new NameQuery.Kinds());
      default -> List.of();
    };
  }

  private static List<Suggestion> fallbackCommands(String words) {
    return Suggestion.all(List.of(words.split(" ", -1)));
  }

  private List<Suggestion> deckhandValues(
      String label, Map<String, String> options, String current) {
    var all = new ArrayList<Suggestion>();
    for (String kind : label.split("\\|", -1)) {
      switch (kind) {
        case "LESSON" -> all.addAll(lessons.get());
        case "FILE", "PATH" -> all.addAll(files.of(current));
        case "DIR" -> all.addAll(files.folders(current));
        default -> {}
      }
    }
    return all;
  }

  /** A tool's own suggestions and the lab's names; files if there are neither. */
  private List<Suggestion> toolSuggestions(
      String tool, CommandAtCursor at, List<Suggestion> names) {
    var all = new ArrayList<>(names);
    if (!names.isEmpty() && !at.current().startsWith("-")) {
      return all;
    }
    var words = new ArrayList<>(at.words());
    words.set(0, tool);
    all.addAll(tools.of(words, at.current()));
    if (all.isEmpty() && words.size() == 1) {
      return FALLBACK_COMMANDS.getOrDefault(tool, List.of());
    }
    if (all.isEmpty() && at.words().size() > 1 && !at.current().startsWith("-")) {
      return files.of(at.current());
    }
    return all;
  }
}
