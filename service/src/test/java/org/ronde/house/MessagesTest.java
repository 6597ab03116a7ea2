package org.ronde.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronde.http.ProblemType;
import org.ronde.http.Words;

/** Both languages say everything, and the templates say nothing of their own. */
class MessagesTest {
  private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*\"([A-Za-z0-9._/-]+)\"\\s*[,)]");
  private static final Pattern KEY_IN_JAVA =
      Pattern.compile(
          "(?:\\.saying\\(|Fault\\.of\\([^,()]+,\\s*)\"([a-z][A-Za-z0-9._-]+\\.[A-Za-z0-9._-]*[A-Za-z0-9])\"");
  private static final Pattern UNSAFE =
      Pattern.compile(
          "\\?\\s*(no_esc|interpret|eval|eval_json|new|api)\\b|<#noautoesc|\\?\\s*no_esc");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

  private final Words words = Words.load();
  private final Map<String, String> english = words.patterns(Words.ENGLISH);
  private final Map<String, String> french = words.patterns(Words.FRENCH);

  @Test
  void saysTheSameThingsInBothLanguages() {
    assertThat(minus(english, french)).as("keys without French").isEmpty();
    assertThat(minus(french, english)).as("keys without English").isEmpty();
  }

  @Test
  void saysEachThingOnce() throws IOException {
    for (String language : List.of("_en", "_fr")) {
      List<String> keys = new ArrayList<>();
      for (Path file : House.files(House.TOP.resolve("templates/messages"), ".properties")) {
        if (file.toString().contains(language + ".")) {
          Files.readAllLines(file).stream()
              .filter(line -> line.matches("[A-Za-z0-9._/-]+ *=.*"))
              .map(line -> line.split(" *=", 2)[0])
              .forEach(keys::add);
        }
      }

      assertThat(keys).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
    }
  }

  @Test
  void namesTheSameValuesInBothLanguages() {
    List<String> wrong = new ArrayList<>();
    for (String key : english.keySet()) {
      if (french.containsKey(key)) {
        Set<String> here = arguments(key, english);
        Set<String> there = arguments(key, french);
        if (!here.equals(there)) {
          wrong.add("%s names %s in English and %s in French".formatted(key, here, there));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void writesApostrophesThatTheFormatDoesNotSwallow() {
    List<String> wrong =
        Stream.concat(english.entrySet().stream(), french.entrySet().stream())
            .filter(message -> message.getValue().contains("'"))
            .map(message -> message.getKey() + " holds ' where ’ is meant")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void hasWordsForEveryProblem() {
    List<String> wrong = new ArrayList<>();
    for (ProblemType type : ProblemType.values()) {
      for (String part : List.of("title", "detail")) {
        String key = "problem.%s.%s".formatted(type.slug(), part);
        if (!english.containsKey(key)) {
          wrong.add(key);
        }
      }
    }

    assertThat(wrong).as("problems without words").isEmpty();
  }

  @Test
  void namesOnlyMessagesThatExist() {
    Set<String> wrong = new TreeSet<>();
    templates()
        .forEach(
            file -> {
              Matcher call = KEY.matcher(House.read(file));
              while (call.find()) {
                check(call.group(1), file, wrong);
              }
            });
    House.files(House.TOP.resolve("service/src/main/java"), ".java")
        .forEach(
            file -> {
              Matcher call = KEY_IN_JAVA.matcher(House.read(file));
              while (call.find()) {
                check(call.group(1), file, wrong);
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void hasASubjectForEveryMail() {
    List<String> wrong =
        House.files(House.TOP.resolve("templates/mails"), ".txt.ftl").stream()
            .map(file -> House.TOP.resolve("templates").relativize(file).toString())
            .map(
                name ->
                    name.replaceFirst("^mails/", "mail.").replaceFirst("\\.txt\\.ftl$", ".subject"))
            // What is no mail of a room: the kit; and a notice, whose title is its subject.
            .filter(key -> key.contains("/") && !key.equals("mail.notices/notice.subject"))
            .filter(key -> !english.containsKey(key))
            .toList();

    assertThat(wrong).as("mails without a subject").isEmpty();
  }

  @Test
  void leavesEscapingToTheTemplateEngine() {
    List<String> wrong =
        templates()
            .filter(file -> UNSAFE.matcher(House.read(file)).find())
            .map(file -> House.TOP.relativize(file) + " switches escaping off or runs data as code")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsEveryWordInTheMessages() {
    List<String> wrong = new ArrayList<>();
    templates()
        .filter(file -> file.toString().endsWith(".ftlh"))
        .forEach(
            file ->
                literals(House.read(file))
                    .forEach(text -> wrong.add(House.TOP.relativize(file) + ": " + text)));

    assertThat(wrong).as("letters in a template outside t()").isEmpty();
  }

  @Test
  void stylesAndScriptsNothingInPlace() {
    Pattern inline = Pattern.compile("<style\\b|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
    List<String> wrong =
        templates()
            .filter(file -> !file.toString().contains("/mails/"))
            .filter(file -> inline.matcher(House.read(file)).find())
            .map(
                file ->
                    House.TOP.relativize(file)
                        + " styles or scripts in place, which the policy forbids")
            .toList();

    assertThat(wrong).isEmpty();
  }

  /** What is left of a template without its directives, tags, and values: should be no words. */
  private static List<String> literals(String template) {
    String text =
        template
            .replaceAll("(?s)<#--.*?-->", " ")
            .replaceAll("(?s)<!--.*?-->", " ")
            .replaceAll("(?s)<code>.*?</code>", " ")
            .replaceAll("\\$\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}", " ")
            .replaceAll("(?s)</?[#@](?:\"[^\"]*\"|'[^']*'|\\([^()]*\\)|[^>\"'])*>", " ")
            .replaceAll("(?s)<[!/]?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>", "\n")
            .replaceAll("&[a-z]+;|&#\\d+;", " ");
    return text.lines()
        .map(String::strip)
        .filter(line -> LETTERS.matcher(line).find())
        .filter(line -> !line.equals("Ronde") && !line.equals("· Ronde"))
        // What remains of an expression that the patterns above did not foresee.
        .filter(line -> !line.matches(".*[{}\"=?<>].*"))
        .toList();
  }

  private void check(String key, Path file, Set<String> wrong) {
    if (!english.containsKey(key)) {
      wrong.add(
          "%s names the message %s, which does not exist"
              .formatted(House.TOP.relativize(file), key));
    }
  }

  /** The values a message names, also those within the cases of a plural. */
  private static Set<String> arguments(String key, Map<String, String> patterns) {
    try {
      MessagePattern pattern = new MessagePattern(patterns.getOrDefault(key, ""));
      Set<String> names = new TreeSet<>();
      for (int i = 0; i < pattern.countParts(); i++) {
        if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
          names.add(pattern.getSubstring(pattern.getPart(i)));
        }
      }
      return names;
    } catch (IllegalArgumentException e) {
      throw new AssertionError("%s is no message: %s".formatted(key, e.getMessage()), e);
    }
  }

  private static Set<String> minus(Map<String, String> one, Map<String, String> other) {
    Set<String> rest = new TreeSet<>(one.keySet());
    rest.removeAll(other.keySet());
    return rest;
  }

  private static Stream<Path> templates() {
    return Stream.of("kit", "pages", "mails")
        .flatMap(
            part ->
                Stream.concat(
                    House.files(House.TOP.resolve("templates").resolve(part), ".ftlh").stream(),
                    House.files(House.TOP.resolve("templates").resolve(part), ".ftl").stream()));
  }
}
