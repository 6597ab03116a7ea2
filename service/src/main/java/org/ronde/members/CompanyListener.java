package org.ronde.members;

/** Hears, inside the same transaction, what the operator decided about a company. */
public interface CompanyListener {
  /** The company may publish from now on. */
  void approved(Company company);

  /** The company is refused; {@link Company#refusalReason()} says why. */
  void refused(Company company);

  /** The company's premium plan has started. */
  void planStarted(Company company);
}
