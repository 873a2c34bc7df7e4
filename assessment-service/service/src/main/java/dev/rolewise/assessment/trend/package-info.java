/** The rounds of a team beside each other, from the reports that were stored when they closed. */
package dev.rolewise.assessment.trend;
