/** Who may do what: tokens, tickets, recovery codes, and their fingerprints. */
package dev.rolewise.assessment.access;
