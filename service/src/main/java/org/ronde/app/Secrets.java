package org.ronde.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables into {@code config.yml}. {@code ${NAME:-default}} takes the variable
 * {@code NAME}, or the content of the file that {@code NAME_FILE} names, or the default; a default
 * may hold a variable again. An empty variable counts as none: that is how compose files and
 * service units pass on what nobody set. Text stands in double quotes there: whatever a password
 * holds, it cannot end the quotes, and nothing in it is taken for a variable.
 */
final class Secrets {
  private final Map<String, String> environment;

  private Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  static StringSubstitutor substitutor(Map<String, String> environment) {
    return new StringSubstitutor(
            StringLookupFactory.INSTANCE.functionStringLookup(new Secrets(environment)::lookup))
        .setEnableSubstitutionInVariables(true)
        .setDisableSubstitutionInValues(true);
  }

  private @Nullable String lookup(String name) {
    String value = environment.getOrDefault(name, "");
    String file = environment.getOrDefault(name + "_FILE", "");
    if (!value.isEmpty()) {
      return quotable(value);
    }
    if (file.isEmpty()) {
      return null;
    }
    try {
      return quotable(Files.readString(Path.of(file)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s_FILE names %s, which cannot be read.".formatted(name, file), e);
    }
  }

  /** As YAML's double quotes want it. */
  private static String quotable(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
