package org.ronde.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes; its name and what the sender called it mean nothing. */
enum FileKind {
  JPEG,
  PNG,
  WEBP,
  /** Apple's pictures, which no browser but Safari shows. */
  HEIC,
  MP4,
  MOV,
  WEBM,
  GPX,
  UNKNOWN;

  static final int HEAD_BYTES = 4096;

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
  private static final Set<String> MP4_BRANDS =
      Set.of(
          "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso8", "iso9", "mp41", "mp42", "mp4v",
          "avc1", "hvc1", "m4v ", "msnv", "dash", "xavc");
  private static final Set<String> MOV_ATOMS = Set.of("moov", "mdat", "wide", "skip");

  /** Tells by the first {@value #HEAD_BYTES} bytes, or fewer if the file has no more. */
  static FileKind of(byte[] head) {
    if (startsWith(head, 0, 0xff, 0xd8, 0xff)) {
      return JPEG;
    }
    if (startsWith(head, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return PNG;
    }
    if (startsWith(head, 0, 'R', 'I', 'F', 'F') && startsWith(head, 8, 'W', 'E', 'B', 'P')) {
      return WEBP;
    }
    if (startsWith(head, 0, 0x1a, 0x45, 0xdf, 0xa3)) {
      return WEBM;
    }
    FileKind boxed = boxed(head);
    return boxed == UNKNOWN && gpx(head) ? GPX : boxed;
  }

  private static FileKind boxed(byte[] head) {
    String type = word(head, 4);
    if (MOV_ATOMS.contains(type)) {
      return MOV;
    }
    if (!type.equals("ftyp")) {
      return UNKNOWN;
    }
    String brand = word(head, 8).toLowerCase(Locale.ROOT);
    if (brand.equals("qt  ")) {
      return MOV;
    }
    if (MP4_BRANDS.contains(brand)) {
      return MP4;
    }
    return HEIC_BRANDS.contains(brand) ? HEIC : UNKNOWN;
  }

  private static boolean gpx(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).strip();
    return (text.startsWith("<") || text.startsWith("\ufeff<")) && text.contains("<gpx");
  }

  private static String word(byte[] head, int at) {
    return head.length < at + 4
        ? ""
        : new String(Arrays.copyOfRange(head, at, at + 4), StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] head, int at, int... bytes) {
    if (head.length < at + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[at + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
