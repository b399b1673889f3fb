package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads what Jackson's data binding writes, and the same from it. */
class RecordReaderTest {

  private record Wait(Duration time, boolean needed) {}

  private final ObjectMapper mapper = PackFormat.mapper();

  private static <T> T read(byte[] json, Class<T> type) throws IOException {
    try (JsonParser in = new JsonFactory().createParser(json)) {
      in.nextToken();
      return new RecordReader().read(in, type);
    }
  }

  private static <T> T read(String json, Class<T> type) throws IOException {
    return read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
  }

  private static byte[] builtIn(String name) throws IOException {
    try (InputStream in =
        RecordReaderTest.class.getResourceAsStream("/dev/deckhand/courses/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void aLessonWithEverythingComesBackEqual() throws IOException {
    var file = new PackFormat.LessonFile(PackFormat.VERSION, CompleteLesson.lesson());

    assertThat(read(mapper.writeValueAsBytes(file), PackFormat.LessonFile.class)).isEqualTo(file);
  }

  @Test
  void allFilesOfTheBuildAreReadAsJacksonReadsThem() throws IOException {
    byte[] index = builtIn(PackFormat.INDEX);
    var courses = mapper.readValue(index, PackFormat.IndexFile.class).courses();

    assertThat(read(index, PackFormat.IndexFile.class).courses()).isNotEmpty().isEqualTo(courses);
    for (CourseCard course : courses) {
      byte[] sources = builtIn(PackFormat.sourcesFileOf(course.id()));
      assertThat(read(sources, PackFormat.SourcesFile.class))
          .isEqualTo(mapper.readValue(sources, PackFormat.SourcesFile.class));
      for (LessonId id : course.lessons().stream().map(LessonCard::id).toList()) {
        byte[] lesson = builtIn(PackFormat.fileOf(id));
        assertThat(read(lesson, PackFormat.LessonFile.class))
            .as(id.toString())
            .isEqualTo(mapper.readValue(lesson, PackFormat.LessonFile.class));
      }
    }
  }

  @Test
  void setsAndMapsComeBackEqual() throws IOException {
    LabNeeds needs = CompleteLesson.lesson().needs();

    assertThat(read(mapper.writeValueAsBytes(needs), LabNeeds.class)).isEqualTo(needs);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'time':'PT1S','needed':null}      | null for a boolean",
        "{'time':'soon','needed':true}      | soon isn't a duration",
        "{'time':1,'needed':true}           | not a VALUE_STRING",
        "{'time':'PT1S','often':true}       | no field of a Wait",
        "{'time':'PT1S','needed':'yes'}     | not of boolean type",
        "['PT1S',true]                      | not a START_OBJECT",
        "null                               | null",
        "{'time':'PT1S'                     | end-of-input",
        "{'time':'PT1S'}                    | refuses",
      })
  void whatIsNoSuchRecordIsRefused(String json, String why) {
    assertThatThrownBy(() -> read(json, Wait.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aTypeThatIsNotPermittedIsRefused() {
    for (String json : List.of("{'type':'Song','text':'la'}", "{'text':'la'}", "{}")) {
      assertThatThrownBy(() -> read(json, Inline.class))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Inline");
    }
  }

  @Test
  void anotherTypeThanTheOnlyPossibleOneIsRefused() {
    assertThatThrownBy(() -> read("{'type':'Code','text':'la'}", Inline.Words.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no Words");
  }

  @Test
  void numbersKeepTheirDigits() throws IOException {
    String json = "{'type':'Numeral','value':1.50}";

    assertThat(read(json, DataNode.class)).isEqualTo(DataNode.of(new BigDecimal("1.50")));
  }

  @Test
  void aValueThatTheRecordRefusesIsNamed() {
    String noSteps =
        "{'id':{'course':'c','lesson':'l'},'title':'t','needs':null,'metadata':null,"
            + "'intro':[],'steps':[],'file':'f'}";

    assertThatThrownBy(() -> read(noSteps, Lesson.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Lesson")
        .rootCause()
        .hasMessageContaining("at least one step");
  }
}
