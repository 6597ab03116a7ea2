package org.ronde.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.ronde.http.Upload;

/** Files as phones and hostile people make them, small and by hand. */
public final class Media {
  /** What must never be found in anything that is kept. */
  public static final String SECRET = "SecretPhone";

  public static final String PLACE = "+48.8577+002.295/";

  private Media() {}

  /** Red in its upper left quarter, blue elsewhere. */
  static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  /** Black and white in columns of a pixel: what blurring must not leave. */
  static BufferedImage stripes(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x / 8 % 2 == 0 ? 0xffffff : 0);
      }
    }
    return image;
  }

  static byte[] written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] jpeg(int width, int height) {
    return written(picture(width, height), "jpeg");
  }

  /** A photo of a phone: which way it was held, who made it, and where. */
  public static byte[] phoneJpeg(int width, int height, int orientation) {
    byte[] plain = jpeg(width, height);
    byte[] exif = exif(orientation);
    return join(
        Arrays.copyOf(plain, 2),
        ByteBuffer.allocate(4).putShort((short) 0xffe1).putShort((short) (exif.length + 2)).array(),
        exif,
        Arrays.copyOfRange(plain, 2, plain.length));
  }

  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(200);
    tiff.put(text("MM")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    // Make, orientation, and where the table of the place is.
    entry(tiff, 0x010f, 2, SECRET.length() + 1, 60);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1, 80);
    tiff.putInt(0);
    tiff.position(60).put(text(SECRET)).put((byte) 0);
    tiff.position(80).putShort((short) 2);
    tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(text("N\0\0\0"));
    entry(tiff, 2, 5, 3, 120);
    tiff.putInt(0);
    tiff.position(120).putInt(48).putInt(1).putInt(51).putInt(1).putInt(27).putInt(1);
    return join(text("Exif\0\0"), Arrays.copyOf(tiff.array(), tiff.position()));
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A small JPEG that says it has 20,000 × 20,000 pixels. */
  static byte[] bomb() {
    byte[] jpeg = jpeg(16, 16);
    for (int i = 0; i < jpeg.length - 9; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 20_000).putShort(i + 7, (short) 20_000);
        return jpeg;
      }
    }
    throw new AssertionError("No frame in the JPEG.");
  }

  /** A PNG of one pixel that says it is as large as a town. */
  static byte[] vastPng() {
    byte[] png = written(picture(1, 1), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    return withChecksum(png, 12, 17);
  }

  /** A small PNG with a compressed text that swells to more than there is memory. */
  public static byte[] swellingPng() {
    byte[] png = written(picture(40, 30), "png");
    byte[] chunk =
        join(
            ints(0), text("zTXtComment\0\0"), new byte[] {0x78, (byte) 0x9c}, zeros(2_000_000_000));
    ByteBuffer.wrap(chunk).putInt(0, chunk.length - 8);
    // Behind the header, where a reader meets it first.
    return join(
        Arrays.copyOf(png, 33),
        withChecksum(join(chunk, ints(0)), 4, chunk.length - 4),
        Arrays.copyOfRange(png, 33, png.length));
  }

  /** So many zero bytes, deflated by repeating what stands for the second 64 KiB of them. */
  private static byte[] zeros(int count) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] plain = new byte[64 * 1024];
    byte[] first = deflated(deflater, plain);
    byte[] second = deflated(deflater, plain);
    deflater.end();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    for (int i = 1; i < count / plain.length; i++) {
      all.writeBytes(second);
    }
    return all.toByteArray();
  }

  private static byte[] deflated(Deflater deflater, byte[] plain) {
    deflater.setInput(plain);
    byte[] room = new byte[1000];
    return Arrays.copyOf(room, deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH));
  }

  private static byte[] withChecksum(byte[] png, int from, int length) {
    CRC32 sum = new CRC32();
    sum.update(png, from, length);
    ByteBuffer.wrap(png).putInt(from + length, (int) sum.getValue());
    return png;
  }

  /** A picture that moves: behind the photo some phones hide a film, with its place. */
  static byte[] movingPhoto() {
    return join(phoneJpeg(400, 200, 1), film("mp42", 2));
  }

  /** One pixel, lossless. */
  static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  /** One pixel, lossy. */
  static byte[] lossyWebp() {
    return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  }

  public static byte[] heic() {
    return heic("heic");
  }

  static byte[] heic(String brand) {
    return join(box("ftyp", text(brand + "\0\0\0\0mif1heic")), new byte[200]);
  }

  /** A film with its place in three spots, and a track of positions beside the pictures. */
  public static byte[] film(String brand, int seconds) {
    byte[] ftyp = box("ftyp", text(brand + "\0\0\0\0" + brand));
    byte[] pictures = text("PICTURES-OF-THE-FILM");
    byte[] positions = text("GPS " + PLACE);
    byte[] mdat = box("mdat", pictures, positions);
    int at = ftyp.length + 8;
    byte[] moov =
        box(
            "moov",
            box("mvhd", ints(0, 0, 0, 1000, seconds * 1000), new byte[80]),
            track("vide", at, pictures.length, box("udta", box("name", text(SECRET)))),
            track("gps ", at + pictures.length, positions.length),
            box("udta", box("\u00a9xyz", new byte[4], text(PLACE))),
            box("meta", text("com.apple.quicktime.location.ISO6709 " + PLACE)));
    return join(ftyp, mdat, moov, box("free", text(SECRET)));
  }

  /** As an iPhone films: a long header of mdat, sound, and a track of metadata beside both. */
  static byte[] appleFilm(int seconds) {
    byte[] before = join(box("ftyp", text("qt  \0\0\0\0qt  ")), box("wide"));
    byte[] pictures = text("PICTURES-OF-THE-FILM");
    byte[] positions = text("mebx " + PLACE);
    byte[] mdat =
        join(
            ints(1),
            text("mdat"),
            ints(0, 16 + pictures.length + positions.length),
            pictures,
            positions);
    int at = before.length + 16;
    byte[] keys = box("keys", text("mdtacom.apple.quicktime.location.ISO6709"));
    byte[] values = box("ilst", text(PLACE), text(SECRET));
    byte[] moov =
        box(
            "moov",
            box("mvhd", ints(0, 0, 0, 600, seconds * 600), new byte[80]),
            track("vide", at, pictures.length),
            track("soun", at, pictures.length),
            track("meta", at + pictures.length, positions.length),
            box("meta", box("hdlr", ints(0, 0), text("mdta"), new byte[13]), keys, values));
    return join(before, mdat, moov);
  }

  private static byte[] track(String handler, int offset, int length, byte[]... more) {
    byte[] table =
        box(
            "stbl",
            box("stsz", ints(0, 0, 1, length)),
            box("stsc", ints(0, 1, 1, 1, 1)),
            box("stco", ints(0, 1, offset)));
    byte[] media =
        box("mdia", box("hdlr", ints(0, 0), text(handler), new byte[13]), box("minf", table));
    return box("trak", join(box("tkhd", new byte[84]), media), join(more));
  }

  static byte[] box(String type, byte[]... content) {
    byte[] body = join(content);
    return join(ints(body.length + 8), text(type), body);
  }

  /** A film of a browser; its last block is half a second before its end. */
  static byte[] webm(int seconds, boolean withDuration) {
    byte[] duration =
        withDuration
            ? element("4489", ByteBuffer.allocate(8).putDouble(seconds * 1000.0).array())
            : new byte[0];
    byte[] info = element("1549a966", element("2ad7b1", new byte[] {15, 66, 64}), duration);
    byte[] tracks = element("1654ae6b", new byte[10]);
    byte[] tags = element("1254c367", text("LOCATION " + PLACE));
    byte[] cluster =
        element(
            "1f43b675",
            element("e7", ints(seconds * 1000 - 500)),
            element("a3", new byte[] {(byte) 0x81, 0x01, (byte) 0xf4, 0}, text("PICTURES")));
    return join(
        element("1a45dfa3", element("4282", text("webm"))),
        element("18538067", info, tracks, tags, cluster));
  }

  private static byte[] element(String id, byte[]... content) {
    byte[] body = join(content);
    return join(
        java.util.HexFormat.of().parseHex(id),
        ByteBuffer.allocate(4).putInt(body.length | 0x10000000).array(),
        body);
  }

  /** North for a kilometre, a point each 100 m and 30 s, with a heart rate. */
  static byte[] gpx() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= 10; i++) {
      points.append(
          """
          <trkpt lat="%s" lon="1.44"><ele>150</ele><time>2026-11-01T09:%02d:%02dZ</time>
            <extensions><hr>171</hr></extensions></trkpt>
          """
              .formatted(43.6 + i * 0.0008993, i / 2, i % 2 * 30));
    }
    return gpx(points.toString());
  }

  static byte[] gpx(String points) {
    return text(
        """
        <?xml version="1.0"?>
        <gpx version="1.1" creator="%s"><metadata><time>2026-11-01T08:00:00Z</time></metadata>
        <trk><name>%s</name><trkseg>%s</trkseg></trk></gpx>
        """
            .formatted(SECRET, SECRET, points));
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] ints(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** As it comes from a form, in a temporary file. */
  static Upload upload(String name, byte[] content) {
    try {
      Path file = Files.createTempFile("ronde-test-", null);
      file.toFile().deleteOnExit();
      Files.write(file, content);
      return new Upload("files", name, file, content.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String asText(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
