package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.http.Refusal.Fault;

class PasswordRulesTest {
  private static final PasswordRules RULES = PasswordRules.load();
  private static final List<String> CONTEXT =
      List.of("Paule Martin", "paule.martin", "boulangerie.example", "Boulangerie Saint-Aubin");

  private static Optional<String> fault(String password) {
    return RULES.findFault("password", password, CONTEXT).map(Fault::key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sept hiboux lisent le cadastre",
        "quatre-vingts cloches mauves",
        "Xk7#pQ2!mZ9@rT4w",
        "пять зелёных утюгов"
      })
  void letsAGoodPasswordPass(String password) {
    assertThat(fault(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "court mais bon, members.fault.passwordShort",
    "administrateur1, members.fault.passwordCommon",
    "000000000000000, members.fault.passwordCommon",
    "!administrateur, members.fault.passwordCommon",
    "xyzéxyzéxyzéxyzéxyzé, members.fault.passwordRepeated",
    "Kz4!vKz4!vKz4!vKz4!v, members.fault.passwordRepeated",
    "passwordfootball1998, members.fault.passwordEasy",
    "paulemartin2026, members.fault.passwordEasy",
    "Boulangerie-Ronde-31, members.fault.passwordEasy",
    "BoulangerieSaintAubin, members.fault.passwordEasy",
    "RondeRondeRonde, members.fault.passwordCommon"
  })
  void refusesWhatIsTriedFirst(String password, String key) {
    assertThat(fault(password)).contains(key);
  }

  @Test
  void countsCharactersAndNotBytes() {
    assertThat(fault("🦉🦊🐝🌵🍄🌶️🧀")).contains("members.fault.passwordShort");
    assertThat(fault("aé".repeat(64) + "x")).contains("members.fault.passwordLong");
  }
}
