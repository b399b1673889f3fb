package dev.deckhand.lesson.adoc;

import java.util.List;
import java.util.Random;

/**
 * Writes files at random from the signs that mean something to a parser of AsciiDoc, more densely
 * than any author would. The same seed gives the same files.
 */
final class OddDocuments {

  private static final List<String> SIGNS =
      List.of(
          ("a|word|Pod|x1|é|’|–|*|**|_|__|`|``|+|++|#|##|^|~|\"|'|`\"|\"`|'`|`'|--|...|(C)|(TM)"
                  + "|->|=>|<-|<=|<|>|&|&amp;|&#8217;|&lt;|\\|\\*|\\`|\\{nbsp}|{nbsp}|{plus}|{|}|[|]"
                  + "|[.red]#|[x]|https://a.org|https://a.org[b]|http://a.org/b?c=d,|<https://a.org>"
                  + "|(https://a.org).|https://a.org;|link:a.html[b]|link:a[]|\\https://a.org|me@a.org"
                  + "|:|;|,|.|!|/|=|$|%|-|@|::| - | +")
              .split("\\|"));

  private static final List<String> LINES =
      List.of(
          ("text|more text|  indented|\tindented| * a|* a|* b|** c|*** d|- a|- b|. a|. b|.. c|1. a|2. b"
                  + "|* [ ] no|* [x] yes|a:: b|c::|d::: e|+|+|--|----|----|....|====|****|____|```|```java"
                  + "|.Title|.A title|[NOTE]|[.hint]|[.quiz]|[source,java]|[source.run,console]|[%header]"
                  + "|[quote,Who,Where]|[listing]|[cols=\"1,2\"]|[example]|[start=3]|[.debrief]|[normal]"
                  + "|NOTE: text|TIP: a *b*|// comment|///|////|'''|---|***|> quoted|\"a|-- b|$ a"
                  + "|!===!a !b|a !b|!c|!d !e|!===|!a|=== Deeper|== Step|==== Deepest|:a: b|<1> a|image::a.png[]"
                  + "|a -- b|`a`|x:|a|~~~~|a b::|;;|a;; b|*|. |1.|[[id]]|[#id]|include|{nbsp}")
              .split("\\|"));

  private final Random random;

  OddDocuments(long seed) {
    this.random = new Random(seed);
  }

  /** A lesson whose one paragraph has much markup. */
  String paragraph() {
    var text = new StringBuilder("= T\n\n== S\n\nx");
    int signs = 2 + random.nextInt(14);
    for (int i = 0; i < signs; i++) {
      int between = random.nextInt(5);
      text.append(between == 0 ? " " : between == 1 && random.nextInt(3) == 0 ? "\n" : "")
          .append(SIGNS.get(random.nextInt(SIGNS.size())));
    }
    return text.append('\n').toString();
  }

  /** A lesson whose lines begin and end blocks of all kinds. */
  String blocks() {
    var text = new StringBuilder("= T\n\n== S\n\n");
    int lines = 2 + random.nextInt(16);
    String last = "";
    for (int i = 0; i < lines; i++) {
      String line =
          random.nextInt(5) == 0 ? "" : LINES.get(random.nextInt(LINES.size())).replace('!', '|');
      text.append(line).append('\n');
      if (line.length() > 1 && line.length() < 5 && random.nextInt(3) > 0 && !line.equals(last)) {
        // many of these lines end what they begin
        text.append(LINES.get(random.nextInt(12))).append('\n').append(line).append('\n');
      }
      last = line;
    }
    return text.toString();
  }
}
