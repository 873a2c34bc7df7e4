/** Messages about teams and their organiser. */
package dev.rolewise.assessment.contract.team;
