package org.ronde.matching.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of the engine, packed or plain, and which format they are in. */
final class Instances {
  /** Unpacked bytes; a packed bomb ends here instead of in an exhausted memory. */
  private static final int BYTES_MAX = 1 << 28;

  private Instances() {}

  /** The formats that can be read. */
  enum Format {
    JSON,
    WMD
  }

  /** The whole file, unpacked when it begins as gzip does, whatever its name. */
  static byte[] read(Path file) throws IOException, BadFileException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      var bytes = (packed ? unpacked(raw) : raw).readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new BadFileException(1, "larger than " + BYTES_MAX + " bytes");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw new BadFileException(1, "not a whole gzip file: " + e.getMessage());
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    return new GZIPInputStream(raw);
  }

  /** Told by the name's ending, otherwise by the first character. */
  static Format formatOf(Path file, byte[] bytes) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    if (name.endsWith(".json")) {
      return Format.JSON;
    }
    if (name.endsWith(".wmd")) {
      return Format.WMD;
    }
    var in = new ByteArrayInputStream(bytes);
    int first = in.read();
    while (Character.isWhitespace(first)) {
      first = in.read();
    }
    return first == '{' ? Format.JSON : Format.WMD;
  }
}
