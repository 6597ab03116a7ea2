package org.ronde.cycles;

import org.ronde.exchanges.Exchanges;
import org.ronde.listings.Listings;
import org.ronde.members.Companies;
import org.ronde.members.Plans;
import org.ronde.notices.Notices;
import org.ronde.preferences.Preferences;

/** The doors this room asks: all that it may know of the rooms around it. */
public record Neighbours(
    Companies companies,
    Plans plans,
    Listings listings,
    Preferences preferences,
    Exchanges exchanges,
    Notices notices) {}
