/** Answers and hints on the bus. */
package dev.rolewise.assessment.bus;
