package org.ronde.members;

import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Forms filled in to join. */
@RegisterColumnMapper(LocaleColumn.class)
interface SignUpDao {
  /** One form as it was filled in; without a company its columns are null. */
  record Row(
      SignUpId id,
      String email,
      String name,
      Locale locale,
      @Nullable String passwordHash,
      @Nullable String companyName,
      @Nullable String country,
      @Nullable String siren,
      @Nullable String vatNumber,
      @Nullable String departement,
      @Nullable String city) {
    public String language() {
      return locale.getLanguage();
    }

    Optional<CompanyFacts> findCompany() {
      return companyName == null || country == null || vatNumber == null || city == null
          ? Optional.empty()
          : Optional.of(
              new CompanyFacts(companyName, country, siren, vatNumber, departement, city));
    }
  }

  @SqlUpdate(
      """
      INSERT INTO sign_up (sign_up_id, email, name, language, password_hash, company_name, country,
        siren, vat_number, departement, city, created_at)
      VALUES (:id, :email, :name, :language, :passwordHash, :companyName, :country,
        :siren, :vatNumber, :departement, :city, UTC_TIMESTAMP(6))
      """)
  void insert(@BindMethods Row row);

  @SqlQuery(
      """
      SELECT sign_up_id AS id, email, name, language AS locale, password_hash, company_name,
        country, siren, vat_number, departement, city
      FROM sign_up
      WHERE sign_up_id = :id
      """)
  Row signUp(SignUpId id);

  @SqlUpdate("DELETE FROM sign_up WHERE sign_up_id = :id")
  void delete(SignUpId id);

  @SqlUpdate("DELETE FROM sign_up WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY")
  int forgetOld();
}
