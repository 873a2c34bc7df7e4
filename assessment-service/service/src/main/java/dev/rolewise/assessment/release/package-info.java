/** Closing a round: at least k sheets or none, shuffled, scored, in one transaction. */
package dev.rolewise.assessment.release;
