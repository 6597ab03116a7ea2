package org.ronde.challenges;

/** The doors this room asks: all that it may know of the rooms around it. */
public record Neighbours(
    Folk folk,
    Atlas atlas,
    Towns towns,
    Proving proofs,
    Awarding points,
    Desk desk,
    Stakes stakes) {}
