package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandpointTest {
  private static Standpoint of(Rings ring, Cycle cycle, String company) {
    return Standpoint.of(cycle, Rings.id(company), ring.companies(), Standpoint.PlanNeed.NONE, 0);
  }

  private static Standpoint of(Rings ring, String company) {
    return of(ring, ring.proposed(), company);
  }

  @Test
  void saysWhatIGiveToWhomAndWhatIReceiveFromWhom() {
    var one = of(Rings.three(), "Sud");

    assertThat(one.gives().title()).isEqualTo("Brochures");
    assertThat(one.gives().partner()).isEqualTo("Roux");
    assertThat(one.receives().title()).isEqualTo("Web design");
    assertThat(one.receives().partner()).isEqualTo("Vidal");
  }

  @Test
  void exposesMeToMyGiverForWhatIReceiveWhileMyReceiverOwesMe() {
    var ring =
        Rings.ring(
                "Vidal gives Web for 6200 to Sud",
                "Sud gives Brochures for 6000 to Roux",
                "Roux gives Counter for 6100 to Vidal")
            .topUp("Sud", "Vidal", 200)
            .topUp("Vidal", "Roux", 100);

    var one = of(ring, "Vidal");

    assertThat(one.exposureCents()).isEqualTo(610_000);
    assertThat(one.receives().partner()).isEqualTo("Roux");
    assertThat(one.owedCents()).isEqualTo(620_000);
    assertThat(one.gives().partner()).isEqualTo("Sud");
    assertThat(one.gapCents()).isEqualTo(-10_000);
  }

  @Test
  void settlesEveryCompanyToTheCentWhenTopUpsArePaid() {
    var ring =
        Rings.ring(
                "Vidal gives Web for 6200 to Sud",
                "Sud gives Brochures for 6000 to Roux",
                "Roux gives Counter for 6100 to Vidal")
            .topUp("Sud", "Vidal", 200)
            .topUp("Vidal", "Roux", 100);

    for (var name : new String[] {"Vidal", "Sud", "Roux"}) {
      var one = of(ring, name);
      long paid =
          one.topUps().stream()
              .filter(Standpoint.TopUp::minePays)
              .mapToLong(Standpoint.TopUp::amountCents)
              .sum();
      long taken =
          one.topUps().stream()
              .filter(Standpoint.TopUp::mineTakes)
              .mapToLong(Standpoint.TopUp::amountCents)
              .sum();
      assertThat(one.receives().valueCents() + taken).isEqualTo(one.gives().valueCents() + paid);
    }
  }

  @Test
  void tellsTheRingBeginningWithMe() {
    var one = of(Rings.three(), "Roux");

    assertThat(one.legs())
        .extracting(Standpoint.Leg::giver)
        .containsExactly("Roux", "Vidal", "Sud");
    assertThat(one.legs().get(0).mineGives()).isTrue();
    assertThat(one.legs().get(2).mineReceives()).isTrue();
  }

  @Test
  void saysWhoHasNotAnswered() {
    var ring = Rings.three().answered("Sud", true);

    assertThat(of(ring, "Vidal").waitingFor()).containsExactly("Roux");
    assertThat(of(ring, "Vidal").open()).isTrue();
    assertThat(of(ring, "Sud").open()).isFalse();
    assertThat(of(ring, "Sud").yesCount()).isEqualTo(1);
  }

  @Test
  void namesWhoRefused() {
    var ring = Rings.three().answered("Roux", false);

    var one = of(ring, ring.inState(Cycle.State.REFUSED, "Roux", null), "Vidal");

    assertThat(one.refusedBy()).isEqualTo("Roux");
    assertThat(one.open()).isFalse();
  }

  @Test
  void fallsInEachWayButByAgreement() {
    var ring = Rings.three();

    assertThat(of(ring, ring.proposed(), "Vidal").fallen()).isFalse();
    assertThat(of(ring, ring.inState(Cycle.State.ACCEPTED, null, null), "Vidal").fallen())
        .isFalse();
    assertThat(of(ring, ring.inState(Cycle.State.EXPIRED, null, null), "Vidal").fallen()).isTrue();
  }
}
