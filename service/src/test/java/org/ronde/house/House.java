package org.ronde.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house as it stands: its classes and its files, read once. */
final class House {
  private static final String ROOT = "org.ronde.";

  /** The folder of the whole project; tests run in the folder of their module. */
  static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  /** Read when first asked for: tests of files need no classes. */
  private static final class Imported {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(House::notBesideThisTest)
            .importPackages("org.ronde");
  }

  private House() {}

  static JavaClasses classes() {
    return Imported.CLASSES;
  }

  private static boolean notBesideThisTest(Location location) {
    return !location.contains(
        House.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The room of a class: {@code listings} for {@code org.ronde.listings.Listing}. */
  static String room(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String below = name.substring(ROOT.length());
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  /** The service's classes that people wrote, without those the compiler adds. */
  static List<JavaClass> written() {
    return classes().stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(type -> !type.isAnonymousClass())
        .toList();
  }

  static List<Path> files(Path folder, String ending) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
