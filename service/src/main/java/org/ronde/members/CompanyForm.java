package org.ronde.members;

import java.util.Locale;
import org.ronde.http.Form;
import org.ronde.http.View;

/** The fields that describe a company, shared by the pages on which one is entered. */
enum CompanyForm {
  /** A French company, by SIREN. */
  FR,
  /** A company elsewhere in the European Union, by VAT number. */
  EU,
  /** No company: a person who comes for the challenges. */
  NONE;

  static CompanyForm of(String text) {
    for (CompanyForm form : values()) {
      if (form.name().equals(text)) {
        return form;
      }
    }
    return FR;
  }

  View show(View view, Departements departements, Locale locale) {
    view.with("kind", name());
    return switch (this) {
      case FR -> view.with("departements", Choice.departements(departements));
      case EU -> view.with("countries", Choice.countries(locale));
      case NONE -> view;
    };
  }

  /** The company as it was typed; not to be asked for {@link #NONE}. */
  CompanyFacts.Entry entry(Form form) {
    return new CompanyFacts.Entry(
        form.value("companyName"),
        this == FR ? CompanyFacts.FRANCE : form.value("country"),
        form.value("siren"),
        form.value("vatNumber"),
        form.value("departement"),
        form.value("city"));
  }
}
