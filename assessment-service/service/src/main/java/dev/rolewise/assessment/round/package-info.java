/** Rounds: opening, changing, taking part, deleting. */
package dev.rolewise.assessment.round;
