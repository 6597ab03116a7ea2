package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void findsEqualTitlesWhollyAlike() {
    assertThat(Likeness.of("Chaises d’école", "CHAISES D'ECOLE")).isEqualTo(1);
  }

  @Test
  void findsStrangersNotAlikeAtAll() {
    assertThat(Likeness.of("Chaises", "Logo")).isZero();
    assertThat(Likeness.of("", "Logo")).isZero();
  }

  @Test
  void putsAPluralCloserThanAnotherThing() {
    double plural = Likeness.of("Chaise en bois", "Chaises de bois");
    double other = Likeness.of("Chaise en bois", "Table de bois");

    assertThat(plural).isGreaterThan(other);
  }

  @Test
  void findsWordsInAnyOrderAndWithoutAccents() {
    assertThat(Likeness.hasWords("Boulangerie Péché Mignon", "mignon peche")).isTrue();
    assertThat(Likeness.hasWords("Boulangerie Péché Mignon", "mignon garage")).isFalse();
  }
}
