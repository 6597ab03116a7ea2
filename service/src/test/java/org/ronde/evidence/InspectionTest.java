package org.ronde.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Upload;
import org.ronde.http.UploadSettings;

class InspectionTest {
  private final Inspection inspection =
      new Inspection(EvidenceSettings.standard(), UploadSettings.standard());

  private Medium inspected(byte[] content) {
    return inspection.inspect(Media.upload("holiday.jpg", content));
  }

  private String refused(byte[] content) {
    try {
      inspected(content);
    } catch (Refusal refusal) {
      Refusal.Fault fault = refusal.faults().get(0);
      assertThat(fault.field()).isEqualTo("files");
      // Both languages have the words.
      TestServer.words().say(Locale.FRENCH, fault.key(), fault.arguments());
      return TestServer.words().say(Locale.ENGLISH, fault.key(), fault.arguments());
    }
    throw new AssertionError("Nothing was refused.");
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static boolean red(BufferedImage image, double x, double y) {
    int rgb = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
    return ((rgb >> 16) & 0xff) > 150 && (rgb & 0xff) < 100;
  }

  @Test
  void keepsNothingThatACameraNotedBesideThePicture() throws Exception {
    byte[] original = Media.phoneJpeg(400, 200, 1);
    assertThat(Media.asText(original)).contains(Media.SECRET);

    Medium.Photo photo = (Medium.Photo) inspected(original);

    for (byte[] kept : List.of(photo.large(), photo.small())) {
      assertThat(Media.asText(kept)).doesNotContain(Media.SECRET).doesNotContain("Exif");
      Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept));
      assertThat(metadata.getDirectories())
          .extracting(Directory::getName)
          .containsOnly("JPEG", "JFIF", "Huffman", "File Type");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAPhotoAsItWasTaken(int orientation) throws IOException {
    Medium.Photo photo = (Medium.Photo) inspected(Media.phoneJpeg(400, 200, orientation));
    BufferedImage upright = read(photo.large());

    boolean sideways = orientation >= 5;
    assertThat(photo.width()).isEqualTo(sideways ? 200 : 400);
    assertThat(upright.getHeight()).isEqualTo(sideways ? 400 : 200);
    // Where the red quarter of the sensor's picture belongs, by the EXIF standard.
    boolean left = List.of(1, 4, 5, 8).contains(orientation);
    boolean top = List.of(1, 2, 5, 6).contains(orientation);
    for (double x : new double[] {0.25, 0.75}) {
      for (double y : new double[] {0.25, 0.75}) {
        assertThat(red(upright, x, y))
            .as("at %s, %s", x, y)
            .isEqualTo(x < 0.5 == left && y < 0.5 == top);
      }
    }
  }

  @Test
  void drawsTwoSizesOfALargePhoto() throws IOException {
    Medium.Photo photo = (Medium.Photo) inspected(Media.jpeg(6000, 4000));

    assertThat(read(photo.large()).getWidth()).isEqualTo(1600);
    assertThat(photo.height()).isCloseTo(1067, within(1));
    assertThat(read(photo.small()).getWidth()).isEqualTo(480);
  }

  @Test
  void takesPngAndWebp() {
    assertThat(inspected(Media.written(Media.picture(60, 40), "png")))
        .isInstanceOf(Medium.Photo.class);
    assertThat(inspected(Media.webp())).isInstanceOf(Medium.Photo.class);
    assertThat(inspected(Media.lossyWebp())).isInstanceOf(Medium.Photo.class);
  }

  @Test
  void dropsWhatIsHiddenBehindAPicture() {
    byte[] polyglot = Media.join(Media.jpeg(60, 40), Media.text("<script>alert(1)</script>"));

    Medium.Photo photo = (Medium.Photo) inspected(polyglot);

    assertThat(Media.asText(photo.large())).doesNotContain("script");
  }

  @Test
  void dropsTheFilmBehindAPhotoThatMoves() {
    Medium.Photo photo = (Medium.Photo) inspected(Media.movingPhoto());

    assertThat(Media.asText(photo.large()))
        .doesNotContain("48.8577")
        .doesNotContain("moov")
        .doesNotContain(Media.SECRET);
  }

  @Test
  void refusesAPictureOfTooManyPixelsBeforeItIsDecoded() {
    assertThat(refused(Media.bomb())).contains("more than 64 million pixels");
    assertThat(refused(Media.vastPng())).contains("more than 64 million pixels");
  }

  @Test
  void readsNoTextThatWouldFillTheMemory() {
    byte[] small = Media.swellingPng();

    assertThat(small).hasSizeLessThan(6_000_000);
    assertThat(((Medium.Photo) inspected(small)).width()).isEqualTo(40);
  }

  @Test
  void refusesWhatIsCutOff() {
    byte[] jpeg = Media.written(Media.stripes(800, 600), "jpeg");
    byte[] png = Media.written(Media.stripes(800, 600), "png");

    for (byte[] whole :
        List.of(jpeg, png, Media.webp(), Media.film("mp42", 5), Media.webm(5, true))) {
      assertThat(refused(Arrays.copyOf(whole, whole.length * 2 / 3))).contains("cut off");
    }
    assertThat(refused(Arrays.copyOf(Media.gpx(), 500))).contains("cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "hevc", "mif1", "msf1"})
  void tellsHowToGetRoundHeic(String brand) {
    assertThat(refused(Media.heic(brand)))
        .contains("photo library")
        .contains("Settings › Camera › Formats › Most Compatible");
  }

  @Test
  void refusesWhatItDoesNotKnowAndSaysWhatItTakes() {
    for (String content :
        List.of(
            "<html><script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "GIF89a/*......*/=1;alert(1)",
            "PK\3\4....photo.jpg",
            "%PDF-1.7",
            "MZ",
            "")) {
      assertThat(refused(Media.text(content))).contains("JPEG, PNG and WebP").contains("GPX");
    }
  }

  @Test
  void isNotFooledByADrawingThatCallsItselfATrack() {
    String drawing =
        "<svg xmlns='http://www.w3.org/2000/svg'><gpx/><script>alert(1)</script></svg>";

    assertThat(refused(Media.text(drawing))).contains("cut off");
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    Upload large = new Upload("files", "f", Media.upload("f", Media.webp()).content(), 40_000_001);

    try {
      inspection.inspect(large);
    } catch (Refusal refusal) {
      assertThat(refusal.faults().get(0).key()).isEqualTo("evidence.refused.too-large");
      return;
    }
    throw new AssertionError("Nothing was refused.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp42", "qt  "})
  void blanksPlacesInAFilmAndLeavesItsPicturesWhereTheyAre(String brand) throws IOException {
    byte[] original = Media.film(brand, 5);
    Upload upload = Media.upload("f.mov", original);

    Medium.Film film = (Medium.Film) inspection.inspect(upload);

    byte[] kept = Files.readAllBytes(film.content());
    assertThat(film.seconds()).isEqualTo(5);
    assertThat(film.mediaType()).isEqualTo(brand.equals("mp42") ? "video/mp4" : "video/quicktime");
    assertThat(kept).hasSameSizeAs(original);
    assertThat(Media.asText(kept))
        .doesNotContain("48.8577")
        .doesNotContain(Media.SECRET)
        .doesNotContain("GPS");
    String pictures = "PICTURES-OF-THE-FILM";
    assertThat(Media.asText(kept).indexOf(pictures))
        .isPositive()
        .isEqualTo(Media.asText(original).indexOf(pictures));
    assertThat(inspection.inspect(upload)).isEqualTo(film);
  }

  @Test
  void blanksWhatAnIphoneNotesBesideAFilm() throws IOException {
    byte[] original = Media.appleFilm(5);

    Medium.Film film = (Medium.Film) inspected(original);

    String kept = Media.asText(Files.readAllBytes(film.content()));
    assertThat(film.seconds()).isEqualTo(5);
    assertThat(film.mediaType()).isEqualTo("video/quicktime");
    assertThat(Media.asText(original)).contains("48.8577", "ISO6709", "mebx", Media.SECRET);
    assertThat(kept).hasSize(original.length).contains("PICTURES-OF-THE-FILM", "soun");
    assertThat(kept).doesNotContain("48.8577").doesNotContain("ISO6709").doesNotContain("mebx");
    assertThat(kept).doesNotContain(Media.SECRET);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void blanksTagsInABrowsersFilm(boolean withDuration) throws IOException {
    byte[] original = Media.webm(7, withDuration);

    Medium.Film film = (Medium.Film) inspected(original);

    byte[] kept = Files.readAllBytes(film.content());
    assertThat(film.seconds()).isEqualTo(7);
    assertThat(kept).hasSameSizeAs(original);
    assertThat(Media.asText(kept)).doesNotContain("48.8577").contains("PICTURES");
    assertThat(inspected(kept)).isInstanceOf(Medium.Film.class);
  }

  @Test
  void refusesAFilmThatIsTooLong() {
    assertThat(refused(Media.film("mp42", 61))).contains("lasts 61 seconds").contains("60");
    assertThat(refused(Media.webm(300, false))).contains("lasts 300 seconds");
    assertThat(inspected(Media.film("mp42", 60))).isInstanceOf(Medium.Film.class);
  }

  @Test
  void refusesAFilmWithSomethingBehindIt() {
    assertThat(refused(Media.join(Media.film("mp42", 5), Media.text("<html>"))))
        .contains("cut off");
  }

  @Test
  void keepsPlacesAndTimesOfATrackAndNothingElse() {
    Medium.Track track = (Medium.Track) inspected(Media.gpx());

    assertThat(track.metres()).isCloseTo(1000, within(5));
    assertThat(track.seconds()).isEqualTo(300);
    assertThat(Media.asText(track.points()))
        .startsWith("[[43.600000,1.440000,")
        .doesNotContain("171")
        .doesNotContain(Media.SECRET);
    assertThat(track.drawing()).matches("M\\d+ \\d+(L\\d+ \\d+)+").doesNotContain("43");
  }

  @Test
  void refusesATrackThatProvesNothing() {
    String here = "<trkpt lat='43' lon='1'><time>2026-11-01T09:00:00Z</time></trkpt>";
    String far = "<trkpt lat='60' lon='1'><time>2026-11-01T09:01:00Z</time></trkpt>";
    String before = "<trkpt lat='43.1' lon='1'><time>2026-11-01T08:00:00Z</time></trkpt>";
    String nowhere = "<trkpt lat='143' lon='1'><time>2026-11-01T09:00:00Z</time></trkpt>";
    String timeless = "<trkpt lat='43' lon='1'/><trkpt lat='43.1' lon='1'/>";

    assertThat(refused(Media.gpx(""))).contains("no way");
    assertThat(refused(Media.gpx(here + here))).contains("no way");
    assertThat(refused(Media.gpx(timeless))).contains("has no times");
    assertThat(refused(Media.gpx(here + far))).contains("do not fit");
    assertThat(refused(Media.gpx(here + before))).contains("do not fit");
    assertThat(refused(Media.gpx(nowhere + here))).contains("do not fit");
  }

  @Test
  void refusesATrackThatDeclaresEntities() {
    String hostile =
        """
        <?xml version="1.0"?>
        <!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]>
        <gpx><trk><trkseg><trkpt lat="1" lon="1"><time>&a;</time></trkpt></trkseg></trk></gpx>
        """;

    assertThat(refused(Media.text(hostile))).contains("cut off");
  }
}
