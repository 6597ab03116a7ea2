package org.ronde.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ronde.challenges.SentFiles;
import org.ronde.evidence.Box;
import org.ronde.evidence.Proofs;
import org.ronde.http.Upload;

/** Small drawings that stand for the photographs of the demo world. */
enum DemoPicture {
  BOULES("Trois boules près du cochonnet", new Color(0xC8A26B), 3),
  PILLOWS("Deux personnes et leurs polochons", new Color(0x6C8EBF), 2),
  CUP("Un petit-suisse au bout du mètre ruban", new Color(0x9CC5A1), 1),
  BOARD("A chess board", new Color(0x8A6D4B), 4),
  TRACK("Une montre au poignet", new Color(0x4F7F8F), 1),
  RIVER("Le Tarn au petit matin", new Color(0x5B9BB5), 2),
  CRANE("Une grue en papier", new Color(0xB5655B), 1),
  BALLS("Three balls in the air", new Color(0x7A6FA8), 3);

  /** Where the second figure of a drawing is. */
  static final Box SECOND_PERSON = new Box(520, 250, 220, 600);

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private final String words;
  private final Color ground;
  private final int figures;

  DemoPicture(String words, Color ground, int figures) {
    this.words = words;
    this.ground = ground;
    this.figures = figures;
  }

  /** As evidence gets it from a browser: out of a file that is gone afterwards. */
  SentFiles sent(Proofs proofs) {
    try {
      Path file = Files.createTempFile("demo", ".jpg");
      try {
        ImageIO.write(draw(), "jpg", file.toFile());
        Upload upload = new Upload("files", "photo.jpg", file, Files.size(file));
        return new SentFiles(proofs.inspect(List.of(upload), null), List.of(), words);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage draw() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(ground.brighter());
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(ground);
    pen.fillRect(0, HEIGHT * 2 / 3, WIDTH, HEIGHT / 3);
    pen.setColor(ground.darker().darker());
    for (int i = 0; i < figures; i++) {
      int x = WIDTH * (i + 1) / (figures + 1) - 40;
      pen.fillOval(x, 130, 80, 80);
      pen.fillRoundRect(x - 10, 220, 100, 180, 50, 50);
    }
    pen.dispose();
    return image;
  }
}
