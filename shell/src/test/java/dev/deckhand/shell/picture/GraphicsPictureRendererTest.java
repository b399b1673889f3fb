package dev.deckhand.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Png;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
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

class GraphicsPictureRendererTest {

  /** 200 x 80 pixels, all of one colour: 20 columns and 4 rows. */
  private static final Png TINY = png(200, 80);

  private static final String DATA = Base64.getEncoder().encodeToString(TINY.bytes());

  /** Room for the picture and a row more, back up, and the cursor remembered. */
  private static final String BEFORE = "\033D\033D\033D\033D\033[4A\0337";

  private static final Block.Picture PICTURE =
      new Block.Picture("A quay", "quay.png", List.of("|__|"));

  @Test
  void kittyIsHandedTheFileAsItIs() {
    assertThat(drawn(GraphicsProtocol.KITTY))
        .isEqualTo(
            BEFORE
                + "\033_Ga=T,f=100,C=1,c=20,r=4,q=2,m=0;"
                + DATA
                + "\033\\\0338\n\n\n\nA quay\n");
  }

  @Test
  void iterm2IsHandedTheFileAsItIs() {
    assertThat(drawn(GraphicsProtocol.ITERM2))
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
    String drawn = drawn(GraphicsProtocol.SIXEL);
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
    String drawn = KittySequence.of(Png.of(bytes), new ImageFrame(20, 4));

    String[] pieces = drawn.split("\033\\\\");
    assertThat(pieces).hasSize(4).allSatisfy(one -> assertThat(one).startsWith("\033_G"));
    assertThat(pieces[0]).contains("m=1;");
    assertThat(pieces[3]).startsWith("\033_Gq=2,m=0;");
    String data =
        List.of(pieces).stream().map(p -> p.split(";", -1)[1]).collect(Collectors.joining());
    assertThat(Base64.getDecoder().decode(data)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void wordsOfOthersDriveNoTerminal(GraphicsProtocol graphicsProtocol) {
    var hostile = new Block.Picture("a\033_Gb\033\\c\033]52;d\007", "quay.png", List.of("\033[2J"));
    String caption = drawn(graphicsProtocol, hostile).split("\0338", -1)[1];

    assertThat(caption).doesNotContain("\033", "\007");
    assertThat(drawn(ImageDisplay.NONE, hostile)).doesNotContain("\033", "\007");
  }

  @ParameterizedTest
  @EnumSource
  void aPictureNeverTakesMoreThanItsPartOfTheScreen(GraphicsProtocol graphicsProtocol) {
    var graphicsPictureRenderer =
        new GraphicsPictureRenderer(graphicsProtocol, _ -> Optional.of(png(900, 1200)), 24);

    assertThat(graphicsPictureRenderer.place("tall.png", 80))
        .get()
        .extracting(ImageDisplay.PlacedImage::rows)
        .isEqualTo(16);
    assertThat(ImageFrame.fit(png(4000, 300), 40, 16)).contains(new ImageFrame(40, 2));
  }

  @Test
  void aPictureThatIsNotThereOrHasNoRoomIsShownAsText() {
    String text = "[Picture: A quay]\n|__|\n";

    assertThat(drawn(ImageDisplay.NONE, PICTURE)).isEqualTo(text);
    assertThat(
            drawn(
                new GraphicsPictureRenderer(GraphicsProtocol.KITTY, _ -> Optional.empty(), 24),
                PICTURE))
        .isEqualTo(text);
    assertThat(
            drawn(
                new GraphicsPictureRenderer(GraphicsProtocol.KITTY, _ -> Optional.of(TINY), 4),
                PICTURE))
        .isEqualTo(text);
  }

  @Test
  void damagedDotsAreShownAsText() {
    byte[] cut = java.util.Arrays.copyOf(TINY.bytes(), 40);

    assertThat(
            drawn(
                new GraphicsPictureRenderer(
                    GraphicsProtocol.SIXEL, _ -> Optional.of(Png.of(cut)), 24),
                PICTURE))
        .isEqualTo("[Picture: A quay]\n|__|\n");
  }

  @Test
  void aDrawingThatDoesNotFitLeavesItsWords() {
    var wide = new Block.Picture("A long quay", "", List.of("=".repeat(41)));

    assertThat(drawn(ImageDisplay.NONE, wide))
        .contains("A long quay", "41\ncolumns wide")
        .doesNotContain("===");
  }

  private static String drawn(GraphicsProtocol graphicsProtocol) {
    return drawn(graphicsProtocol, PICTURE);
  }

  private static String drawn(GraphicsProtocol graphicsProtocol, Block.Picture picture) {
    return drawn(
        new GraphicsPictureRenderer(graphicsProtocol, _ -> Optional.of(TINY), 24), picture);
  }

  private static String drawn(ImageDisplay imageDisplay, Block.Picture picture) {
    var context =
        new RenderContext(Theme.monochrome(), TextBundle.english(), 40)
            .withImageDisplay(imageDisplay);
    return new BlockRenderer(context)
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
