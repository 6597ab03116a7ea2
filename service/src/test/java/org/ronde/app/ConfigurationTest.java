package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators get when they change {@code config.yml}. */
class ConfigurationTest {
  private static final Path SHIPPED = Path.of("..", "config.yml");

  private static RondeConfiguration read(Path file, Map<String, String> environment)
      throws IOException, ConfigurationException {
    return new DefaultConfigurationFactoryFactory<RondeConfiguration>()
        .create(
            RondeConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(
            new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), Secrets.substitutor(environment)),
            file.toString());
  }

  private static Path changed(Path folder, String from, String to) throws IOException {
    String text = Files.readString(SHIPPED);
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("config.yml"), text.replace(from, to));
  }

  private static HttpConnectorFactory connector(RondeConfiguration configuration, boolean admin) {
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    return (HttpConnectorFactory)
        (admin ? server.getAdminConnectors() : server.getApplicationConnectors()).get(0);
  }

  @Test
  void startsWithWhatIsShipped() throws Exception {
    RondeConfiguration configuration = read(SHIPPED, Map.of());

    assertThat(configuration.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(configuration.database().isEmbedded()).isTrue();
    assertThat(configuration.getHealthFactory()).isPresent();
  }

  @Test
  void followsTheEnvironment() throws Exception {
    RondeConfiguration configuration =
        read(
            SHIPPED,
            Map.of(
                "RONDE_PORT", "9090",
                "RONDE_DB_URL", "jdbc:mysql://db/ronde",
                "RONDE_DB_PASSWORD", "it's \"quoted\" #1",
                "RONDE_DATA", "/srv/ronde"));

    assertThat(configuration.baseUrl()).isEqualTo(URI.create("http://localhost:9090"));
    assertThat(connector(configuration, false).getPort()).isEqualTo(9090);
    assertThat(configuration.database().getUrl()).isEqualTo("jdbc:mysql://db/ronde");
    assertThat(configuration.database().getPassword()).isEqualTo("it's \"quoted\" #1");
    assertThat(configuration.database().folderPath()).isEqualTo(Path.of("/srv/ronde"));
  }

  @Test
  void keepsTheAdminPortToThisMachine() throws Exception {
    RondeConfiguration configuration = read(SHIPPED, Map.of("RONDE_BIND_HOST", "0.0.0.0"));

    assertThat(connector(configuration, false).getBindHost()).isEqualTo("0.0.0.0");
    assertThat(connector(configuration, true).getBindHost()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl:, baseUri:, baseUri",
    "folder:, folders:, database.folders",
    "maxThreads:, maxThread:, server.maxThread",
    "barter:, bartering:, halves.bartering"
  })
  void namesAKeyThatItDoesNotKnow(String key, String misspelt, String named, @TempDir Path folder)
      throws Exception {
    Path broken = changed(folder, key, misspelt);

    assertThatThrownBy(() -> read(broken, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Unrecognized field at: " + named);
  }

  @ParameterizedTest
  @CsvSource({
    "RONDE_PORT, http, server.applicationConnectors.[0].port",
    "RONDE_PORT, 70000, applicationConnectors[0].port",
    "RONDE_BASE_URL, not an address, baseUrl",
    "RONDE_BASE_URL, ronde.example, baseUrl must be",
    "RONDE_BASE_URL, https://ronde.example/square, baseUrl must be",
    "RONDE_TIME_ZONE, Europe/Atlantis, timeZone",
    "RONDE_BARTER, perhaps, halves.barter",
    "RONDE_DB_CONNECTIONS, many, database.maxSize"
  })
  void namesTheKeyWhoseValueDoesNotFit(String variable, String value, String named) {
    assertThatThrownBy(() -> read(SHIPPED, Map.of(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource({
    "solveTimeMax: PT1M, solveTimeMax: PT0S, cycles.clearing.solveTimeMax",
    "silenceMax: PT2M, silenceMax: PT1S, cycles.clearing.silenceMax",
    "'#decisionWindow: PT2H', decisionWindow: PT0S, cycles.decisionWindow",
    "signInLink: PT15M, signInLink: PT0S, members.signIn.signInLink",
    "sessionMax: P60D, sessionMax: P600D, members.signIn.sessionMax",
    "daysDefault: 90, daysDefault: 900, listings.daysDefault",
    "topUpPayMaxCents: 50000, topUpPayMaxCents: 50000000, preferences.topUpPayMaxCents",
    "fileMegabytesMax: 40, fileMegabytesMax: 400, uploads.fileMegabytesMax"
  })
  void namesTheKeyWhoseValueIsOutOfBounds(
      String key, String changed, String named, @TempDir Path folder) throws Exception {
    Path broken = changed(folder, key, changed);

    assertThatThrownBy(() -> read(broken, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(named);
  }

  @Test
  void namesTheKeyThatMayNotBeEmpty(@TempDir Path folder) throws IOException {
    Path broken = changed(folder, "folder: \"${RONDE_DATA:-data}\"", "folder: \"\"");

    assertThatThrownBy(() -> read(broken, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("database.folder");
  }

  @Test
  void explainsEveryKey() throws IOException {
    List<String> unexplained = new ArrayList<>();
    List<String> lines = Files.readAllLines(SHIPPED);
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean key = line.matches("\\s*[A-Za-z.]+:.*") && !isSelfEvident(line);
      String above = lines.get(i - 1).strip();
      if (key && !above.startsWith("#") && !above.startsWith("-")) {
        unexplained.add(line.strip());
      }
    }

    assertThat(unexplained).as("keys without a line above that says what they do").isEmpty();
  }

  /** The parts of a list entry that its first comment explains. */
  private static boolean isSelfEvident(String line) {
    return line.matches(
        "\\s*(healthChecks|loggers|appenders|requestLog|enabled|type|critical|initialState|schedule"
            + "|target|timeZone|logFormat|signIn|plan|clearing):.*");
  }
}
