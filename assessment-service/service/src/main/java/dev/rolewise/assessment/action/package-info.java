/** What teams have agreed to do: written down, changed, taken away. */
package dev.rolewise.assessment.action;
