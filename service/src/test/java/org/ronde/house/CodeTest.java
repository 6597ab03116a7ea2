package org.ronde.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import io.dropwizard.auth.Auth;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronde.db.Transactions;
import org.ronde.http.Once;

/** What the style asks of code and a machine can check. */
class CodeTest {
  private static final int FILE_LINES_MAX = 400;
  private static final Set<String> SQL_ANNOTATIONS =
      Set.of("SqlQuery", "SqlUpdate", "SqlBatch", "SqlCall", "SqlScript");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Data|Info)|Base[A-Z].*|I[A-Z][a-z].*");
  private static final List<Class<? extends Annotation>> VERBS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class);

  /** Asked by machines, also when the database that knows who they are is away. */
  private static final Set<String> FOR_ANYBODY =
      Set.of("HealthAlive", "HealthReady", "OpenApiResource");

  /** Their answer holds a secret that is shown once, and answers to POSTs are kept. */
  private static final Set<String> NEVER_KEPT = Set.of("TokenResource");

  /** Where time and chance enter, beside app and the embedded database. */
  private static final Set<String> SOURCES_OF_TIME_AND_CHANCE =
      Set.of(
          // Ids themselves.
          "org.ronde.ids.Ids",
          // The pause after a lost race; nothing depends on its length.
          "org.ronde.db.Transactions",
          // Passwords of the embedded database.
          "org.ronde.db.EmbeddedDatabase",
          // The hidden keys of forms and the incident numbers of errors.
          "org.ronde.http.Templates",
          "org.ronde.http.Problems",
          // "As soon as possible", for the timetable.
          "org.ronde.jobs.Jobs");

  private static final Set<String> TIME_AND_CHANCE =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.concurrent.ThreadLocalRandom.current");

  @Test
  void keepsSqlInDaosThatTheRoomKeepsToItself() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : House.written()) {
      boolean hasSql =
          type.getMethods().stream()
              .flatMap(method -> method.getAnnotations().stream())
              .anyMatch(a -> SQL_ANNOTATIONS.contains(a.getRawType().getSimpleName()));
      if (hasSql && !type.getSimpleName().endsWith("Dao")) {
        wrong.add(type.getName() + " holds SQL: move it into a *Dao.");
      }
      if (type.getSimpleName().endsWith("Dao")
          && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        wrong.add(type.getName() + " is public: others call the room's door.");
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void reachesTheDatabaseByDaosAndTransactionsAlone() {
    Set<String> wrong = new TreeSet<>();
    accesses(type -> !House.room(type).equals("db"))
        .forEach(
            access -> {
              AccessTarget target = access.getTarget();
              String owner = target.getOwner().getName();
              boolean handle =
                  target.getOwner().isEquivalentTo(Jdbi.class)
                      && !Set.of("onDemand", "installPlugin").contains(target.getName());
              if (handle
                  || owner.equals("org.jdbi.v3.core.Handle")
                  || owner.equals("java.sql.Connection")
                  || owner.equals("java.sql.Statement")) {
                wrong.add(
                    "%s calls %s: use a Dao from jdbi.onDemand and open transactions by db.Transactions."
                        .formatted(access.getOriginOwner().getName(), target.getFullName()));
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsTransactionsOutOfPagesResourcesAndDaos() {
    List<String> wrong =
        House.written().stream()
            .filter(type -> type.getSimpleName().matches(".*(Pages|Resource|Dao)"))
            .filter(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(a -> a.getTargetClass().isEquivalentTo(Transactions.class)))
            .map(type -> type.getName() + " sees Transactions: that is the door's business")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void takesTimeAndChanceFromWhoeverHandsThemIn() {
    Set<String> wrong = new TreeSet<>();
    accesses(type -> !House.room(type).equals("app"))
        .filter(access -> !SOURCES_OF_TIME_AND_CHANCE.contains(outermost(access.getOriginOwner())))
        .filter(
            access ->
                TIME_AND_CHANCE.contains(
                    access.getTargetOwner().getName() + "." + access.getTarget().getName()))
        .forEach(
            access ->
                wrong.add(
                    "%s calls %s.%s: take an InstantSource, Ids or RandomGenerator in the constructor."
                        .formatted(
                            access.getOriginOwner().getName(),
                            access.getTargetOwner().getSimpleName(),
                            access.getTarget().getName())));

    assertThat(wrong).isEmpty();
  }

  @Test
  void namesThingsByWhatTheyAre() {
    List<String> wrong =
        House.written().stream()
            .map(JavaClass::getSimpleName)
            .filter(name -> EMPTY_NAME.matcher(name).matches())
            .distinct()
            .toList();

    assertThat(wrong).as("classes named after nothing").isEmpty();
  }

  @Test
  void asksOfEveryRequestWhoIsAsking() {
    List<String> wrong =
        requestMethods()
            .filter(method -> !FOR_ANYBODY.contains(method.getOwner().getSimpleName()))
            .filter(
                method ->
                    method.getParameters().stream().noneMatch(p -> p.isAnnotatedWith(Auth.class)))
            .map(method -> method.getFullName() + " needs @Auth Actor or @Auth Optional<Actor>")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void doesNothingTwiceWhenAPostOfTheApiIsRepeated() {
    List<String> wrong =
        requestMethods()
            .filter(method -> method.getOwner().getSimpleName().endsWith("Resource"))
            .filter(
                method -> method.isAnnotatedWith(POST.class) && !method.isAnnotatedWith(Once.class))
            .filter(method -> !NEVER_KEPT.contains(method.getOwner().getSimpleName()))
            .map(method -> method.getFullName() + " needs @Once")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void checksEveryBodyBeforeADoorSeesIt() {
    List<String> wrong =
        requestMethods()
            .filter(method -> method.getOwner().getSimpleName().endsWith("Resource"))
            .flatMap(method -> method.getParameters().stream())
            .filter(CodeTest::body)
            .filter(p -> !p.isAnnotatedWith(NotNull.class) || !p.isAnnotatedWith(Valid.class))
            .filter(p -> !mayBeNull(p))
            .map(
                p ->
                    p.getOwner().getFullName()
                        + " fails on the body 'null': say @NotNull @Valid, or @Nullable and answer it")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsEveryFileShortEnoughForASitting() {
    List<String> wrong =
        javaFiles()
            .filter(file -> House.read(file).lines().count() > FILE_LINES_MAX)
            .map(
                file ->
                    "%s has more than %d lines"
                        .formatted(House.TOP.relativize(file), FILE_LINES_MAX))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void leavesNothingForLater() {
    Pattern later =
        Pattern.compile(
            "\\b(TODO|FIXME|XXX)\\b|@Disabled|@author|assumeTrue|coming soon",
            Pattern.CASE_INSENSITIVE);
    List<String> wrong =
        javaFiles()
            .filter(file -> !file.endsWith("CodeTest.java"))
            .flatMap(
                file ->
                    House.read(file)
                        .lines()
                        .filter(line -> later.matcher(line).find())
                        .map(line -> House.TOP.relativize(file) + ": " + line.strip()))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void tellsTheRuleOfEveryRoom() {
    List<String> wrong =
        javaFiles()
            .filter(
                file ->
                    file.endsWith("package-info.java")
                        && House.TOP.relativize(file).toString().contains("src/main/"))
            .filter(
                file ->
                    House.read(file).lines().takeWhile(line -> !line.startsWith("@")).count() < 3)
            .map(file -> House.TOP.relativize(file) + " says no rule")
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static boolean mayBeNull(JavaParameter parameter) {
    return ((JavaMethod) parameter.getOwner())
        .reflect()
        .getParameters()[parameter.getIndex()]
        .getAnnotatedType()
        .isAnnotationPresent(Nullable.class);
  }

  private static boolean body(JavaParameter parameter) {
    boolean fromElsewhere =
        parameter.getAnnotations().stream()
            .map(a -> a.getRawType().getName())
            .anyMatch(
                name ->
                    name.equals(Auth.class.getName())
                        || name.endsWith("Param")
                        || name.equals("jakarta.ws.rs.core.Context")
                        || name.equals("jakarta.ws.rs.container.Suspended"));
    return !fromElsewhere;
  }

  private static Stream<JavaMethod> requestMethods() {
    return House.written().stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
  }

  private static Stream<JavaAccess<?>> accesses(java.util.function.Predicate<JavaClass> from) {
    return House.classes().stream()
        .filter(from)
        .flatMap(type -> type.getAccessesFromSelf().stream());
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private static Stream<Path> javaFiles() {
    return Stream.of("service", "matching-engine")
        .flatMap(module -> House.files(House.TOP.resolve(module).resolve("src"), ".java").stream());
  }
}
