/** What time itself does to rounds. */
package dev.rolewise.assessment.deadline;
