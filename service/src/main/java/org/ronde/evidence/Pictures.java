package org.ronde.evidence;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures drawn anew: turned upright, in sRGB, in two sizes, without anything the camera wrote
 * beside them. What was hidden in or behind the original is gone with it.
 */
final class Pictures {
  static final int LARGE = 1600;
  static final int SMALL = 480;
  private static final float QUALITY = 0.85f;
  private static final int SIDE_MAX = 30_000;

  /** Of boxes to hide, the pixels' side: a sixth of the box, too coarse for a face. */
  private static final int PIXELS_A_SIDE = 6;

  /** Decoding needs memory: two at a time are enough for two processors. */
  private static final Semaphore DECODERS = new Semaphore(2);

  private final long pixelsMax;

  static final class TooManyPixels extends IOException {
    private static final long serialVersionUID = 1L;
  }

  Pictures(long pixelsMax) {
    this.pixelsMax = pixelsMax;
    // Temporary copies on disk would outlive a crash.
    ImageIO.setUseCache(false);
  }

  /**
   * Reads a picture.
   *
   * @param format the reader to use, because the first bytes decide and nothing else
   * @throws TooManyPixels before anything was decoded
   * @throws IOException when it is cut off or damaged
   */
  Medium.Photo photo(Path content, String format) throws IOException {
    BufferedImage upright;
    DECODERS.acquireUninterruptibly();
    try {
      upright = turned(decode(content, format), format.equals("jpeg") ? orientation(content) : 1);
    } catch (RuntimeException e) {
      // Readers meet hostile files with whatever they stumble over.
      throw new Broken("The picture's reader stumbled: " + e);
    } finally {
      DECODERS.release();
    }
    BufferedImage large = fitted(upright, LARGE);
    return new Medium.Photo(
        jpeg(large), jpeg(fitted(large, SMALL)), large.getWidth(), large.getHeight());
  }

  /** A picture of ours, as it is or with boxes made unrecognisable, in both sizes. */
  static Medium.Photo hiding(byte[] ours, List<Box> boxes) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(ours));
      boxes.forEach(box -> pixelate(image, box));
      return new Medium.Photo(
          jpeg(image), jpeg(fitted(image, SMALL)), image.getWidth(), image.getHeight());
    } catch (IOException e) {
      throw new IllegalStateException("A picture that was drawn here cannot be read.", e);
    }
  }

  private BufferedImage decode(Path content, String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new IllegalStateException("No reader of %s pictures.".formatted(format));
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(content.toFile())) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > SIDE_MAX || height > SIDE_MAX || (long) width * height > pixelsMax) {
        throw new TooManyPixels();
      }
      boolean[] cutOff = new boolean[1];
      reader.addIIOReadWarningListener(
          (source, warning) ->
              cutOff[0] |=
                  warning.toLowerCase(Locale.ROOT).matches(".*(premature|corrupt|error).*"));
      ImageReadParam param = reader.getDefaultReadParam();
      // Every second, third … pixel of a very large picture: enough for ours, and less memory.
      int step = Math.max(1, Math.max(width, height) / (2 * LARGE));
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      if (cutOff[0]) {
        throw new Broken("The picture ends early.");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  /**
   * The camera's note which way is up, from 1 to 8. Nothing else is read: a compressed text or
   * profile of some megabytes may swell to more than there is memory.
   */
  private static int orientation(Path content) {
    try {
      @Nullable ExifIFD0Directory exif =
          JpegMetadataReader.readMetadata(content.toFile(), List.of(new ExifReader()))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? 1
          : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
    } catch (ImageProcessingException | IOException | MetadataException e) {
      // A note that cannot be read is no note.
      return 1;
    }
  }

  private static BufferedImage turned(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    boolean sideways = orientation >= 5 && orientation <= 8;
    BufferedImage upright = canvas(sideways ? height : width, sideways ? width : height);
    Graphics2D pen = upright.createGraphics();
    // What is see-through becomes white, as on paper.
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
    pen.drawImage(image, turn, null);
    pen.dispose();
    return upright;
  }

  private static BufferedImage fitted(BufferedImage image, int side) {
    double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
    if (scale >= 1) {
      return image;
    }
    // Halving first: one step of more than half would skip pixels and sparkle.
    BufferedImage from =
        scale < 0.5 ? fitted(image, Math.max(image.getWidth(), image.getHeight()) / 2) : image;
    BufferedImage to =
        canvas(
            (int) Math.max(1, Math.round(image.getWidth() * scale)),
            (int) Math.max(1, Math.round(image.getHeight() * scale)));
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
    pen.dispose();
    return to;
  }

  private static void pixelate(BufferedImage image, Box box) {
    int left = image.getWidth() * box.x() / Box.WHOLE;
    int top = image.getHeight() * box.y() / Box.WHOLE;
    int width = Math.min(image.getWidth() - left, image.getWidth() * box.width() / Box.WHOLE + 1);
    int height =
        Math.min(image.getHeight() - top, image.getHeight() * box.height() / Box.WHOLE + 1);
    int step = Math.max(8, Math.max(width, height) / PIXELS_A_SIDE);
    for (int y = top; y < top + height; y += step) {
      for (int x = left; x < left + width; x += step) {
        int right = Math.min(x + step, left + width);
        int bottom = Math.min(y + step, top + height);
        int mean = mean(image, x, y, right, bottom);
        for (int row = y; row < bottom; row++) {
          for (int column = x; column < right; column++) {
            image.setRGB(column, row, mean);
          }
        }
      }
    }
  }

  private static int mean(BufferedImage image, int left, int top, int right, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.getRGB(x, y);
        red += (rgb >> 16) & 0xff;
        green += (rgb >> 8) & 0xff;
        blue += rgb & 0xff;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (int) ((red / count) << 16 | (green / count) << 8 | (blue / count));
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
