package dev.deckhand.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Png;
import dev.deckhand.shell.view.Easel;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Prose;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryTest {

  /** 200 x 80 pixels, all of one colour: 20 columns and 4 rows. */
  private static final Png TINY = png(200, 80);

  private static final String DATA = Base64.getEncoder().encodeToString(TINY.bytes());

  /** Room for the picture and a row more, back up, and the cursor remembered. */
  private static final String BEFORE = "\033D\033D\033D\033D\033[4A\0337";

  private static final Block.Picture PICTURE =
      new Block.Picture("A quay", "quay.png", List.of("|__|"));

  @Test
  void kittyIsHandedTheFileAsItIs() {
    assertThat(drawn(Protocol.KITTY))
        .isEqualTo(
            BEFORE
                + "\033_Ga=T,f=100,C=1,c=20,r=4,q=2,m=0;"
                + DATA
                + "\033\\\0338\n\n\n\nA quay\n");
  }

  @Test
  void iterm2IsHandedTheFileAsItIs() {
    assertThat(drawn(Protocol.ITERM2))
        .isEqualTo(
            BEFORE
                + "\033]1337;File=inline=1;size="
                + TINY.bytes().length
                + ";width=20;height=4;preserveAspectRatio=1:"
                + DATA
                + "\007\0338\n\n\n\nA quay\n");
  }

  @Test
  void sixelIsHandedDots() throws IOException {
    Path golden = Path.of("src/test/resources/golden/picture.sixel");
    String drawn = drawn(Protocol.SIXEL);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, drawn);
    }
    assertThat(drawn).startsWith(BEFORE + "\033P").endsWith("\033\\\0338\n\n\n\nA quay\n");
    assertThat(drawn).isEqualTo(Files.readString(golden));
  }

  @Test
  void aLargeFileGoesToKittyInPieces() {
    byte[] bytes = new byte[10_000];
    System.arraycopy(TINY.bytes(), 0, bytes, 0, 33);
    String drawn = KittySequence.of(Png.of(bytes), new Frame(20, 4));

    String[] pieces = drawn.split("\033\\\\");
    assertThat(pieces).hasSize(4).allSatisfy(one -> assertThat(one).startsWith("\033_G"));
    assertThat(pieces[0]).contains("m=1;");
    assertThat(pieces[3]).startsWith("\033_Gq=2,m=0;");
    String data =
        List.of(pieces).stream()
            .map(p -> p.substring(p.indexOf(';') + 1))
            .collect(Collectors.joining());
    assertThat(Base64.getDecoder().decode(data)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void wordsOfOthersDriveNoTerminal(Protocol protocol) {
    var hostile = new Block.Picture("a\033_Gb\033\\c\033]52;d\007", "quay.png", List.of("\033[2J"));
    String drawn = drawn(protocol, hostile);
    String caption = drawn.substring(drawn.lastIndexOf("\0338") + 2);

    assertThat(caption).doesNotContain("\033", "\007");
    assertThat(drawn(Easel.NONE, hostile)).doesNotContain("\033", "\007");
  }

  @ParameterizedTest
  @EnumSource
  void aPictureNeverTakesMoreThanItsPartOfTheScreen(Protocol protocol) {
    var gallery = new Gallery(protocol, _ -> Optional.of(png(900, 1200)), 24);

    assertThat(gallery.hang("tall.png", 80)).get().extracting(Easel.Hung::rows).isEqualTo(16);
    assertThat(Frame.around(png(4000, 300), 40, 16)).contains(new Frame(40, 2));
  }

  @Test
  void aPictureThatIsNotThereOrHasNoRoomIsShownAsText() {
    String text = "[Picture: A quay]\n|__|\n";

    assertThat(drawn(Easel.NONE, PICTURE)).isEqualTo(text);
    assertThat(drawn(new Gallery(Protocol.KITTY, _ -> Optional.empty(), 24), PICTURE))
        .isEqualTo(text);
    assertThat(drawn(new Gallery(Protocol.KITTY, _ -> Optional.of(TINY), 4), PICTURE))
        .isEqualTo(text);
  }

  @Test
  void damagedDotsAreShownAsText() {
    byte[] cut = java.util.Arrays.copyOf(TINY.bytes(), 40);

    assertThat(drawn(new Gallery(Protocol.SIXEL, _ -> Optional.of(Png.of(cut)), 24), PICTURE))
        .isEqualTo("[Picture: A quay]\n|__|\n");
  }

  @Test
  void aDrawingThatDoesNotFitLeavesItsWords() {
    var wide = new Block.Picture("A long quay", "", List.of("=".repeat(41)));

    assertThat(drawn(Easel.NONE, wide))
        .contains("A long quay", "41\ncolumns wide")
        .doesNotContain("===");
  }

  private static String drawn(Protocol protocol) {
    return drawn(protocol, PICTURE);
  }

  private static String drawn(Protocol protocol, Block.Picture picture) {
    return drawn(new Gallery(protocol, _ -> Optional.of(TINY), 24), picture);
  }

  private static String drawn(Easel easel, Block.Picture picture) {
    var look = new Look(Theme.none(), Words.english(), 40).with(easel);
    return new Prose(look)
        .lines(List.of(picture)).stream()
            .map(line -> line.toAnsi(256, ForceMode.Force256Colors) + "\n")
            .collect(Collectors.joining())
            .replace("\033[2m", "")
            .replace("\033[0m", "");
  }

  private static Png png(int width, int height) {
    var bytes = new ByteArrayOutputStream();
    try {
      var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return Png.of(bytes.toByteArray());
  }
}
