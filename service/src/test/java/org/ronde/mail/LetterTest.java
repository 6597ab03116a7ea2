package org.ronde.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
  private static Letter to(String address) {
    return new Letter(address, "Anne", Locale.FRENCH, "notices/notice", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"anne@example.org", "a.n-n+e@sous.exemple.fr", "élan@exemple.fr"})
  void goesToAnAddress(String address) {
    assertThatCode(() -> to(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anne",
        "anne@",
        "@example.org",
        "anne@example.org\r\nBcc: all@example.org",
        "anne@example.org\nBcc: all@example.org",
        "anne@example.org,all@example.org",
        "anne@example.org all@example.org",
        "Anne <anne@example.org>",
        "anne@home@example.org"
      })
  void refusesWhatIsNotOneAddress(String address) {
    assertThatThrownBy(() -> to(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void losesLineBreaksAndControlsInItsHeaders() {
    assertThat(Outbox.oneLine("Oak\r\nBcc: all@example.org\u2028table\u0000 ", 80))
        .isEqualTo("Oak Bcc: all@example.org table");
  }

  @Test
  void shortensALongSubjectWithoutCuttingALetterInTwo() {
    assertThat(Outbox.oneLine("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(Outbox.oneLine("abcd", 4)).isEqualTo("abcd");
    assertThat(Outbox.oneLine("abcde", 4)).isEqualTo("abc…");
  }
}
