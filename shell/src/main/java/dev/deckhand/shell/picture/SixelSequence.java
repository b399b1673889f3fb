package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jline.terminal.impl.SixelGraphics;

/**
 * Sixel: it sends dots, so the picture is decoded and scaled here. Nothing else uses Java's image
 * classes.
 */
final class SixelSequence {

  /** A small cell, in pixels; if cells are larger, the picture takes up fewer of them. */
  private static final int CELL_WIDTH = 7;

  private static final int CELL_HEIGHT = 14;

  private SixelSequence() {}

  static Optional<String> of(Png picture, ImageFrame imageFrame) {
    try {
      // reading closes it
      var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()));
      BufferedImage image = ImageIO.read(in);
      return image == null
          ? Optional.empty()
          : Optional.of(SixelGraphics.convertToSixel(scaled(image, imageFrame)));
    } catch (IOException | RuntimeException damaged) {
      // decoders throw various exceptions for damaged files
      return Optional.empty();
    }
  }

  private static BufferedImage scaled(BufferedImage image, ImageFrame imageFrame) {
    double most =
        Math.min(
            (double) imageFrame.columns() * CELL_WIDTH / image.getWidth(),
            (double) imageFrame.rows() * CELL_HEIGHT / image.getHeight());
    double scale = Math.min(1, most);
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }
}
