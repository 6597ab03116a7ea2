package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/** Says which refusal a call must end with. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(ProblemType type, ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.type()).isEqualTo(type);
  }

  static void assertFault(String field, String key, ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.key()).isEqualTo(key);
            });
  }
}
