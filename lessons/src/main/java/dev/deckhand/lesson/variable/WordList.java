package dev.deckhand.lesson.variable;

import java.util.List;

/** The words of {@link ValueDomain.WordPairs}. Changing them changes what a seed leads to. */
final class WordList {

  static final List<String> FIRST =
      List.of(
          ("amber brave brisk calm clear clever coral crisp dusty early eager fair fleet frosty gentle"
                  + " golden grand green happy hidden ivory jolly keen kind late lively long lucky"
                  + " mellow merry misty modest noble north olive pale patient plain plucky proud"
                  + " quick quiet rapid ready rosy rustic sandy sharp silent silver simple sleepy"
                  + " smooth snowy solid south steady stormy sunny swift tidy warm windy young")
              .split(" "));

  static final List<String> SECOND =
      List.of(
          ("acorn alder anchor apple badger basin beacon birch bridge brook canyon cedar cliff"
                  + " clover comet crane creek daisy delta dune eagle ember falcon fern field finch"
                  + " forest garden glacier grove harbor hazel heron hill island ivy kestrel lagoon"
                  + " lake lantern lark maple marsh meadow moss orchard otter owl pebble pine plover"
                  + " prairie quarry raven reef ridge river robin sparrow spruce thistle tulip"
                  + " valley willow")
              .split(" "));

  private WordList() {}
}
