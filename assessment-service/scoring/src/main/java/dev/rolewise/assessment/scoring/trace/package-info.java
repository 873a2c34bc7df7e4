/** How a verdict came about: every rule with what it looked at, and what would flip the outcome. */
package dev.rolewise.assessment.scoring.trace;
