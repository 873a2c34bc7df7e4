/**
 * The draft of a role's profile as it leaves this suite: what a report makes of it, and its
 * Markdown. Nothing of a report is in it that the report itself does not show.
 */
package dev.rolewise.gateway.brief;
