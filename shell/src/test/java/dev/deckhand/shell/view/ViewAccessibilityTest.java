package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.session.Display;
import dev.deckhand.shell.view.lesson.LessonPreviewView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.TextKey;
import dev.deckhand.shell.view.style.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for each screen, however narrow it is, and in whatever language. */
class ViewAccessibilityTest {

  @Test
  void eachKindOfSceneHasAGoldenScreen() {
    Set<Class<?>> drawn =
        AllDisplays.displays().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(drawn).containsExactlyInAnyOrder(Display.class.getPermittedSubclasses());
  }

  @TestFactory
  Stream<DynamicTest> everyLessonFitsTheScreen() {
    var library = PackLibrary.builtIn();
    return library.lessons().stream()
        .map(LessonCard::id)
        .flatMap(id ->
            Stream.of(40, 80)
                .map(columns ->
                    DynamicTest.dynamicTest(
                        id + " at " + columns,
                        () -> fits(library.lesson(id).orElseThrow(), columns))));
  }

  private static void fits(Lesson lesson, int columns) {
    var context = new RenderContext(Theme.plain(), TextBundle.english(), columns);
    List<String> drawn =
        new LessonPreviewView(context)
            .render(lesson, 0, true).stream().map(AttributedString::toString).toList();
    var copied = new ArrayList<String>();
    var words = new ArrayList<String>();
    all(lesson).forEach(block -> gather(block, copied, words));
    lesson
        .steps()
        .forEach(step -> {
          var scripts = new ArrayList<>(step.alternatives());
          scripts.addAll(step.wrongs());
          if (step.solution() != null) {
            scripts.add(step.solution());
          }
          scripts.forEach(script -> copied.addAll(script.entries()));
        });
    String text = String.join("\n", copied);

    assertThat(drawn)
        .filteredOn(line -> line.length() > columns)
        .as("lines that are too wide, and not to be copied")
        .allMatch(line ->
            text.contains(
                line.replaceFirst("^[| ]*(([$>]|java>) )?", "")
                    .replaceFirst(" \\\\$", "")
                    .strip()));
    String all = String.join("\n", drawn);
    assertThat(words)
        .filteredOn(word -> word.length() <= columns / 2)
        .as("words that were broken")
        .allMatch(all::contains);
  }

  private static List<Block> all(Lesson lesson) {
    var blocks = new ArrayList<>(lesson.intro());
    lesson
        .steps()
        .forEach(step -> {
          blocks.addAll(step.prose());
          step.hints().forEach(hint -> blocks.addAll(hint.content()));
          blocks.addAll(step.debrief());
        });
    return blocks;
  }

  /** What may be copied, and so is not broken; and the words of paragraphs. */
  private static void gather(Block block, List<String> copied, List<String> words) {
    switch (block) {
      case Block.Paragraph(var content) -> {
        // one that is a command alone is drawn as one
        content.stream()
            .filter(Inline.Code.class::isInstance)
            .forEach(code -> copied.add(Inline.plainText(List.of(code))));
        content.stream()
            .filter(Inline.Words.class::isInstance)
            .flatMap(inline -> Arrays.stream(Inline.plainText(List.of(inline)).split("\\s+")))
            .filter(word -> word.matches("[A-Za-z]+"))
            .forEach(words::add);
      }
      case Block.Run(var commands) -> copied.addAll(commands);
      case Block.Listing(_, _, var lines) -> copied.addAll(lines);
      case Block.Bullets(_, var items) ->
          items.forEach(item -> item.forEach(inner -> gather(inner, copied, words)));
      case Block.Terms(var terms) ->
          terms.forEach(term -> term.meaning().forEach(inner -> gather(inner, copied, words)));
      case Block.Admonition(_, var content) -> content.forEach(b -> gather(b, copied, words));
      case Block.Quote(var content, _) -> content.forEach(b -> gather(b, copied, words));
      case Block.Heading _, Block.Table _, Block.Picture _, Block.Rule _ -> {}
    }
  }

  /** A language with accents, and longer words by two fifths: there are none that are worse. */
  private static TextBundle pseudo() {
    var english = ResourceBundle.getBundle("dev.deckhand.shell.view.style.messages", Locale.ROOT);
    var patterns = new EnumMap<TextKey, String>(TextKey.class);
    for (TextKey textKey : TextKey.values()) {
      patterns.put(textKey, pseudo(english.getString(textKey.key())));
    }
    return new TextBundle(patterns, Locale.ENGLISH);
  }

  private static String pseudo(String pattern) {
    var said = new StringBuilder();
    int depth = 0;
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
      boolean translated = depth == 0 && Character.isLetter(sign);
      said.append(translated ? accented(sign) : sign);
      if (translated && ++letters % 5 < 2) {
        said.append('ö');
      }
    }
    return said.toString();
  }

  private static char accented(char letter) {
    int at = "aeiouncAEIOUNC".indexOf(letter);
    return at < 0 ? letter : "àéîõüñçÀÉÎÕÜÑÇ".charAt(at);
  }

  @TestFactory
  Stream<DynamicTest> aLongerLanguageFitsTheScreenToo() {
    Map<String, Function<RenderContext, List<AttributedString>>> scenes = GoldenFilesTest.SCENES;
    return scenes.entrySet().stream()
        .flatMap(scene ->
            Stream.of(40, 80)
                .map(columns ->
                    DynamicTest.dynamicTest(
                        scene.getKey() + " at " + columns,
                        () -> {
                          var context = new RenderContext(Theme.plain(), pseudo(), columns);
                          assertThat(scene.getValue().apply(context))
                              .filteredOn(line -> line.columnLength() > columns)
                              .extracting(AttributedString::toString)
                              .allMatch(line ->
                                  line.matches(".*(jsonpath=|name: front|aNameThatIsLonger).*"));
                        })));
  }

  @Test
  void aLanguageIsHeardEverywhere() {
    var context = new RenderContext(Theme.plain(), pseudo(), 80);
    String help = lines(context, AllDisplays::lines);
    assertThat(help).doesNotContain("continues, once", "This step is", "Your progress");
  }

  private static String lines(
      RenderContext context, Function<RenderContext, List<AttributedString>> view) {
    return view.apply(context).stream()
        .map(AttributedString::toString)
        .collect(Collectors.joining("\n"));
  }
}
