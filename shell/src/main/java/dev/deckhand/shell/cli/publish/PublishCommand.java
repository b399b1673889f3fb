package dev.deckhand.shell.cli.publish;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CourseIdCandidates;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.site.PublishFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code deckhand publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publish courses as a static site that needs no server and no other host.",
      "Updates only what changed, and removes pages published earlier that are no longer part of"
          + " the site. Your own files in the folder stay as they are.",
      "Exits with 2 if the folder can't be used, or with 3 if a page has a broken link; neither"
          + " changes anything."
    })
public final class PublishCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  @Parameters(
      paramLabel = "COURSE",
      arity = "0..*",
      completionCandidates = CourseIdCandidates.class,
      description = "The courses to publish. Default: all courses.")
  List<String> courses = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder: a new or empty one, or one that was published to before.")
  Path out = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      converter = FormatConverter.class,
      completionCandidates = FormatCandidates.class,
      description = "The formats: ${COMPLETION-CANDIDATES}. Default: all formats.")
  Set<PublishFormat> formats = EnumSet.noneOf(PublishFormat.class);

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;

  public PublishCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console =
        new CommandConsole(context.environment(), parent != null && parent.plain);
    Set<PublishFormat> wanted =
        formats.isEmpty() ? EnumSet.allOf(PublishFormat.class) : EnumSet.copyOf(formats);
    return new CoursePublisher(context, console, json).publish(courses, wanted, out).code();
  }

  /** Parses the name of a format. */
  static final class FormatConverter implements ITypeConverter<PublishFormat> {
    @Override
    public PublishFormat convert(String word) {
      return Arrays.stream(PublishFormat.values())
          .filter(publishFormat -> publishFormat.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "there is no format \"" + word + "\"; there are " + String.join(", ", words())));
    }
  }

  /** The names of the formats, for help and completion. */
  static final class FormatCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }

  private static List<String> words() {
    return Arrays.stream(PublishFormat.values()).map(PublishFormat::word).toList();
  }
}
