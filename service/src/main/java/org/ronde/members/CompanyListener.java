package org.ronde.members;

import org.ronde.http.Actor;

/** Hears, inside the same transaction, what the operator decided about a company. */
public interface CompanyListener {
  /** The company may publish from now on. */
  void approved(Company company);

  /** The company is refused; {@link Company#refusalReason()} says why. */
  void refused(Company company);

  /** The company's premium plan has started. */
  void planStarted(Company company);

  /**
   * The company closes, because the only person who acts for it leaves.
   *
   * @param owner that person, who acts for the company for the last time
   */
  default void closing(Actor owner) {}
}
