/** Teams and their organiser. */
package dev.rolewise.assessment.team;
