package org.ronde.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Upload;
import org.ronde.http.UploadSettings;

/** Looks at uploads and makes them fit to be kept, or says what is wrong and what would do. */
final class Inspection {
  private final EvidenceSettings settings;
  private final UploadSettings uploads;
  private final Pictures pictures;

  Inspection(EvidenceSettings settings, UploadSettings uploads) {
    this.settings = settings;
    this.uploads = uploads;
    this.pictures = new Pictures(settings.megapixelsMax() * 1_000_000L);
  }

  EvidenceSettings settings() {
    return settings;
  }

  /** The files of a form, looked at once however often it is asked for. */
  Inspected inspect(Form form) {
    return form.made(
        Inspected.class,
        () ->
            inspect(
                form.uploads("files"), form.uploads("poster").stream().findFirst().orElse(null)));
  }

  /** All files of a form; a poster is a comfort, and one that is no picture is left out. */
  Inspected inspect(List<Upload> sent, @Nullable Upload poster) {
    List<Inspected.File> files = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Upload upload : sent) {
      try {
        files.add(new Inspected.File(inspect(upload), upload.size()));
      } catch (Refusal refused) {
        faults.addAll(refused.faults());
      }
    }
    return new Inspected(files, still(poster), faults);
  }

  private Medium.@Nullable Photo still(@Nullable Upload upload) {
    try {
      return upload != null && inspect(upload) instanceof Medium.Photo photo ? photo : null;
    } catch (Refusal refused) {
      return null;
    }
  }

  /**
   * The file fit to be kept. A film is changed where it lies.
   *
   * @throws Refusal INVALID with one fault of the field {@code files}
   */
  Medium inspect(Upload upload) {
    if (upload.size() > uploads.fileBytesMax()) {
      throw refused(upload, "too-large", Map.of("megabytes", uploads.fileMegabytesMax()));
    }
    try {
      return medium(upload);
    } catch (Pictures.TooManyPixels e) {
      throw refused(upload, "pixels", Map.of("megapixels", settings.megapixelsMax()));
    } catch (Track.Implausible e) {
      throw refused(upload, "track-" + e.reason(), Map.of());
    } catch (IOException e) {
      throw refused(upload, "broken", Map.of());
    }
  }

  private Medium medium(Upload upload) throws IOException {
    return switch (FileKind.of(head(upload))) {
      case JPEG -> pictures.photo(upload.content(), "jpeg");
      case PNG -> pictures.photo(upload.content(), "png");
      case WEBP -> pictures.photo(upload.content(), "webp");
      case HEIC -> throw refused(upload, "heic", Map.of());
      case MP4 -> film(upload, "video/mp4", Mp4.clean(upload.content()));
      case MOV -> film(upload, "video/quicktime", Mp4.clean(upload.content()));
      case WEBM -> film(upload, "video/webm", Webm.clean(upload.content()));
      case GPX -> Track.read(upload.content()).medium();
      case UNKNOWN ->
          throw refused(upload, "unknown", Map.of("megabytes", uploads.fileMegabytesMax()));
    };
  }

  private Medium film(Upload upload, String mediaType, double seconds) throws IOException {
    if (!(seconds > 0)) {
      throw new Broken("A film that lasts no time.");
    }
    // A camera told to stop at a minute writes a few frames more.
    if (seconds > settings.filmSecondsMax() + 0.5) {
      throw refused(
          upload,
          "film-long",
          Map.of("seconds", Math.round(seconds), "max", settings.filmSecondsMax()));
    }
    return new Medium.Film(upload.content(), mediaType, (int) Math.max(1, Math.round(seconds)));
  }

  private static byte[] head(Upload upload) throws IOException {
    try (InputStream in = Files.newInputStream(upload.content())) {
      return in.readNBytes(FileKind.HEAD_BYTES);
    }
  }

  private static Refusal refused(Upload upload, String why, Map<String, Object> facts) {
    Map<String, Object> arguments = new HashMap<>(facts);
    arguments.put("name", upload.name());
    return Refusal.invalid(new Fault("files", "evidence.refused." + why, arguments));
  }
}
